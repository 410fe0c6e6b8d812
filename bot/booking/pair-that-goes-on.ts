import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { isPaused } from '../mentoring/people/pause.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import { mayBookSession } from '../mentoring/sessions/may-book-session.ts';
import type { Ports } from '../ports/ports.ts';
import { profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
import { whoBlocks } from './mentor-person.ts';
import { type PairOf, pairOf } from './pair-of.ts';

export type GoingOn = PairOf & {
  readonly profile: MentorProfile;
  /** Nobody can tell whether one manages the other, and this person has not said so yet. */
  readonly mustDeclare: boolean;
};

/**
 * The pair as this person may book sessions of it. To somebody whom the other does not want to meet any more, it looks
 * like one that has ended. A mentor on a break books themselves, if they like. Places stop new mentees alone.
 */
export async function pairThatGoesOn(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  who: { readonly person: PersonId; readonly profileId?: string },
  pairId: string,
): Promise<GoingOn | Refusal> {
  const pair = await pairOf(ports, who.person, pairId);
  if (!pair) return { refused: 'not found' };
  if (!mayBookSession(pair.head.document)) return { refused: 'not going on' };
  const { other, othersRecord, iAm, mentor, head } = pair;
  const theirs = iAm === 'mentee' ? mentor.profileId : othersRecord?.profileId;
  const [profile, blocks] = await Promise.all([
    ports.store.read<ProfileRecord>(profilesOf(ports.scheme), mentor.profileId),
    whoBlocks(ports, who, { person: other.person, ...(theirs ? { profileId: theirs } : {}) }),
  ]);
  if (iAm === 'mentee' && profile?.document.leftAt) return { refused: 'mentor left' };
  const { pausedUntil } = profile?.document.profile ?? {};
  if (iAm === 'mentee' && pausedUntil && isPaused(pausedUntil, await ports.clock.now()))
    return { refused: 'mentor paused' };
  if (!profile || othersRecord?.leftAt) return { refused: 'not going on' };
  if (blocks) return { refused: blocks === 'own' ? 'left out' : 'not going on' };
  const { lineManagement, declarations } = head.document;
  const mustDeclare = lineManagement === 'unknown' && declarations[iAm] === undefined;
  return { ...pair, profile: profile.document.profile, mustDeclare };
}
