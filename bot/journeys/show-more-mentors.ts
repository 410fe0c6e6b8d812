import type { Criteria } from '../matching/criteria.ts';
import { reasonsFor } from '../matching/reasons.ts';
import type { Ports } from '../ports/ports.ts';
import type { Ranked } from '../records/talk-record.ts';
import type { LiveRegister } from '../register/live-register.ts';
import { type FoundMentor, mentorsToShow, type Page } from '../register/mentors-to-show.ts';
import { registerFor } from '../register/register-for.ts';
import { mentorsPerPage, type Seeker } from './find-mentors.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'directory'> & { readonly register: LiveRegister };

/** One mentor, as they fit what is sought now; undefined where a rule hides them. */
export async function showMentor(
  ports: Needs,
  seeker: Seeker,
  { criteria, profileId }: { readonly criteria: Criteria; readonly profileId: string },
): Promise<FoundMentor | undefined> {
  const register = await registerFor(ports, seeker);
  const profile = register.index.get(profileId);
  const ranked = profile ? [{ profileId, reasons: reasonsFor(profile, criteria) }] : [];
  const page = await mentorsToShow(ports, seeker, register, { criteria, ranked, shown: 0, perPage: 1 });
  return page.mentors[0];
}

/** The next of what was found before. */
export async function showMoreMentors(
  ports: Needs,
  seeker: Seeker,
  found: { readonly criteria: Criteria; readonly ranked: readonly Ranked[]; readonly shown: number },
  perPage = mentorsPerPage,
): Promise<Page> {
  return mentorsToShow(ports, seeker, await registerFor(ports, seeker), { ...found, perPage });
}
