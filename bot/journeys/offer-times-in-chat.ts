import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';
import type { Seeker } from './find-mentors.ts';
import { seeProfile } from './see-profile.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'directory' | 'chat'> & {
  readonly register: LiveRegister;
};

/** Writes into the person's own chat the times when they and a mentor could meet, as if they had asked there. */
export async function offerTimesInChat(
  ports: Needs,
  asked: { readonly seeker: Seeker; readonly profileId: string; readonly wish: TimeWish },
): Promise<{ readonly inChat: boolean } | Refusal> {
  const { seeker, profileId, wish } = asked;
  const seen = await seeProfile(ports, seeker, profileId);
  if (isRefusal(seen)) return seen;
  if (seen.isYours) return { refused: 'already meeting' };
  if (!seen.mentor.canBeBooked) return { refused: 'mentor unreachable' };
  const to = seeker.person;
  const told = await ports.chat.tell(to, { about: 'times', to, profileId, wish });
  return { inChat: typeof told === 'object' && 'messageId' in told };
}
