import { pairThatGoesOn } from '../booking/pair-that-goes-on.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Seeker } from './find-mentors.ts';

/** Writes into the person's own chat the times for a session, as if they had asked there. */
export async function offerSessionTimesInChat(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'chat'>,
  { person: to, profileId }: Pick<Seeker, 'person' | 'profileId'>,
  pairId: string,
): Promise<{ readonly inChat: boolean } | Refusal> {
  const pair = await pairThatGoesOn(ports, { person: to, ...(profileId ? { profileId } : {}) }, pairId);
  if (isRefusal(pair)) return pair;
  const told = await ports.chat.tell(to, { about: 'session-times', to, pairId });
  return { inChat: typeof told === 'object' && 'messageId' in told };
}
