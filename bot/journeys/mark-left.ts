import { changeMeeting } from '../booking/meeting-store.ts';
import { clearing } from '../booking/todo.ts';
import { tryAgain } from '../booking/try-again.ts';
import { endedByLeaving, hasEnded, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { decentTimeFor } from '../outbox/decent-time-for.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
import { changePerson } from './keep-reference.ts';
import { listMeetings } from './list-meetings.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar' | 'signIns'>;

/**
 * Somebody whom the directory surely does not know any more: nobody finds or books them, what was open with them ends,
 * and each partner is told of it once. What is kept of them stays as long as it would have. Safe to repeat.
 */
export async function markLeft(ports: Needs, person: PersonId): Promise<void> {
  const now = await ports.clock.now();
  const leftAt = new Date(now).toISOString();
  const { after } = await changePerson(ports, person, record => {
    const { reference: _gone, ...rest } = record;
    return record.leftAt ? record : { ...rest, leftAt };
  });
  const meetings = await listMeetings(ports, person);
  const ownProfiles = meetings.flatMap(each =>
    sideOf(each, person) === 'mentor' ? [each.mentor.profileId] : [],
  );
  for (const id of new Set([...(after.profileId ? [after.profileId] : []), ...ownProfiles]))
    await hideProfile(ports, id, leftAt);
  for (const meeting of meetings) {
    if (!hasEnded(meeting) && !isOver(meeting, now)) await endMeetingOf(ports, person, meeting);
  }
}

async function hideProfile({ store, scheme }: Needs, id: string, leftAt: string): Promise<void> {
  await tryAgain(async () => {
    const stored = await store.read<ProfileRecord>(profilesOf(scheme), id);
    if (!stored || stored.document.leftAt) return 'hidden';
    const put: ProfileRecord = { ...stored.document, leftAt };
    const written = await store.write(profilesOf(scheme), [{ put, ifMatch: stored.etag }]);
    return written.outcome === 'written' ? 'hidden' : 'conflict';
  });
}

/** Diaries, place and calendar are in the intent that is written with it; the partner is told at a decent hour. */
async function endMeetingOf(ports: Needs, person: PersonId, meeting: Meeting): Promise<void> {
  const side = sideOf(meeting, person);
  if (!side) return;
  const partner = side === 'mentee' ? 'mentor' : 'mentee';
  const tellAt = await decentTimeFor(ports, meeting[partner].person);
  const ended = await changeMeeting(
    ports,
    meeting.pairId,
    meeting.id,
    (current, { move }) => {
      const after = endedByLeaving(current, side);
      if (isRefusal(after)) return after;
      const intervals = [current.interval, move].filter(each => each !== undefined);
      const clear = clearing(current, intervals, current.event);
      return { meeting: after, todo: { clear }, tell: [partner], tellAt };
    },
    { meanwhile: 'when stalled' },
  );
  if (!isRefusal(ended) && side === organiserOf(ended)) await declineForInvited(ports, ended);
}

/** Nobody can sign in for an organiser who has left, so the copy of the other is declined where their sign-in allows. */
async function declineForInvited({ calendar, signIns }: Needs, meeting: Meeting): Promise<void> {
  const { event, interval } = meeting;
  const invited = meeting[invitedOf(meeting)];
  if (!event || !interval) return;
  try {
    const as = await signIns.absent(invited.person);
    if (as) await calendar.respond(as, { ...event, interval }, 'decline');
  } catch (problem) {
    if (!(problem instanceof CalendarUnavailable || problem instanceof SignInRequired)) throw problem;
  }
}
