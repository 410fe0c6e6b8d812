import { noCriteria } from '../matching/criteria.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';
import { type FoundMentor, mentorsToShow } from '../register/mentors-to-show.ts';
import { registerFor } from '../register/register-for.ts';
import type { Seeker } from './find-mentors.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'directory'> & { readonly register: LiveRegister };

/** `isYours`: this person has asked the mentor already, or meets them. */
export type SeenProfile = { readonly mentor: FoundMentor; readonly isYours: boolean };

/** One mentor, by the same rules as in a search, but that one's own mentor stays to be seen. */
export async function seeProfile(
  ports: Needs,
  seeker: Seeker,
  profileId: string,
): Promise<SeenProfile | Refusal> {
  const register = await registerFor(ports, seeker);
  const profile = register.index.get(profileId);
  if (!profile) return { refused: 'not found' };
  const isYours = register.hiddenBecause(profile, noCriteria) === 'already your mentor';
  const butOwn: typeof register = {
    ...register,
    hiddenBecause: (each, criteria) => (isYours ? undefined : register.hiddenBecause(each, criteria)),
  };
  const asked = { criteria: noCriteria, ranked: [{ profileId, reasons: [] }], shown: 0, perPage: 1 };
  const [mentor] = (await mentorsToShow(ports, seeker, butOwn, asked)).mentors;
  return mentor ? { mentor, isYours } : { refused: 'not found' };
}
