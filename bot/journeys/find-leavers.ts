import { readMeeting } from '../booking/meeting-store.ts';
import { hasEnded, type Side } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { type PersonId, personKey } from '../mentoring/people/person.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import type { Document, Stored } from '../ports/store.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { relayPosition, watchedMeetings } from '../records/partitions.ts';
import { type WatchedRecord, watchedRecord } from '../records/watched-record.ts';
import { markLeft } from './mark-left.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar' | 'signIns' | 'directory'>;
type Position = Document & { readonly type: 'position'; readonly token: string };
type Watched = { readonly stored: Stored<WatchedRecord>; readonly meeting: Meeting };

const hourMs = 60 * 60_000;
const askAgainMs = 24 * hourMs;
/** A second "not found" counts when it comes so long after the first. */
const surelyMs = 20 * hourMs;
/** At most 100 people in a pass, 20 in a call, one call at a time. */
const mostMeetings = 50;
const mostInBatch = 20;
const mostAskers = 3;
const sides = ['mentee', 'mentor'] as const;

/**
 * One pass: the people of open meetings are looked for in their directory, each once a day. Whom it does not know twice, a
 * day apart, has left; one doubtful answer, or none, says nothing. Any number of instances may do this at once.
 */
export async function findLeavers(
  ports: Needs,
  onProblem: (meetingId: string, problem: unknown) => void,
): Promise<void> {
  await watchOpenMeetings(ports);
  const now = await ports.clock.now();
  const watched = await claimDue(ports, now);
  const there = await lookFor(
    ports,
    watched.flatMap(({ meeting }) => sides.map(side => meeting[side].person)),
  );
  for (const each of watched) {
    try {
      await judge(ports, each, there, now);
    } catch (problem) {
      onProblem(each.meeting.id, problem);
    }
  }
}

/** The position is saved after what it stands for. */
async function watchOpenMeetings({ store, scheme }: Needs): Promise<void> {
  const at = await store.read<Position>(relayPosition(scheme), 'leavers');
  let token = at?.document.token;
  for (let caughtUp = false; !caughtUp; ) {
    const read = await store.changesSince('pairs', token);
    for (const change of read.changes) {
      if (change.removed || !isMeeting(change.document) || hasEnded(change.document.meeting)) continue;
      const put = watchedRecord(change.document.meeting);
      await store.write(watchedMeetings(scheme), [{ put, ifMatch: 'absent' }]);
    }
    ({ token, caughtUp } = read);
  }
  if (token === undefined || token === at?.document.token) return;
  const position: Position = { id: 'leavers', type: 'position', token };
  await store.write(relayPosition(scheme), [{ put: position, ifMatch: at?.etag ?? 'absent' }]);
}

/** Those not asked about for a day, each taken by one instance; what is over is watched no more. */
async function claimDue(ports: Needs, now: number): Promise<readonly Watched[]> {
  const { store, scheme } = ports;
  const partition = watchedMeetings(scheme);
  const claimed: Watched[] = [];
  for (const { document, etag } of await store.list<WatchedRecord>(partition, 'watched')) {
    if (claimed.length === mostMeetings) break;
    if (document.askedAt !== undefined && Math.abs(now - document.askedAt) < askAgainMs) continue;
    const meeting = (await readMeeting(ports, document.pairId, document.meetingId))?.document.meeting;
    if (!meeting || hasEnded(meeting) || isOver(meeting, now)) {
      await store.write(partition, [{ remove: document.id, ifMatch: etag }]);
      continue;
    }
    const put: WatchedRecord = { ...document, askedAt: now };
    const written = await store.write(partition, [{ put, ifMatch: etag }]);
    if (written.outcome === 'conflict') continue;
    claimed.push({ stored: { document: put, etag: written.etags.get(put.id) ?? '' }, meeting });
  }
  return claimed;
}

/** By person key. Nobody is asked about from another tenant. */
async function lookFor(ports: Needs, people: readonly PersonId[]): Promise<ReadonlyMap<string, boolean>> {
  const there = new Map<string, boolean>();
  const all = [...new Map(people.map(person => [personKey(person), person])).values()];
  for (const [, ofTenant] of Map.groupBy(all, ({ tenantId }) => tenantId)) {
    for (let from = 0; from < ofTenant.length; from += mostInBatch) {
      const batch = ofTenant.slice(from, from + mostInBatch);
      const answer = await askAbout(ports, batch, ofTenant);
      for (const person of batch) {
        const isThere = answer.get(person.objectId);
        if (isThere !== undefined) there.set(personKey(person), isThere);
      }
    }
  }
  return there;
}

/** With the sign-in that one of them left with the token service. */
async function askAbout(
  { signIns, directory }: Needs,
  batch: readonly PersonId[],
  askers: readonly PersonId[],
): Promise<ReadonlyMap<string, boolean>> {
  let asked = 0;
  for (const asker of askers) {
    if (asked === mostAskers) break;
    try {
      const as = await signIns.absent(asker);
      if (!as) continue;
      asked += 1;
      return await directory.stillThere(
        as,
        batch.map(({ objectId }) => objectId),
      );
    } catch (problem) {
      if (!(problem instanceof CalendarUnavailable || problem instanceof SignInRequired)) throw problem;
    }
  }
  return new Map();
}

async function judge(
  ports: Needs,
  { stored, meeting }: Watched,
  there: ReadonlyMap<string, boolean>,
  now: number,
): Promise<void> {
  const missing: { [side in Side]?: number } = { ...stored.document.missing };
  for (const side of sides) {
    const { person } = meeting[side];
    const isThere = there.get(personKey(person));
    const since = missing[side];
    if (isThere) delete missing[side];
    else if (isThere === false && since === undefined) missing[side] = now;
    else if (isThere === false && since !== undefined && now - since >= surelyMs)
      await markLeft(ports, person);
  }
  const put: WatchedRecord = { ...stored.document, missing };
  await ports.store.write(watchedMeetings(ports.scheme), [{ put, ifMatch: stored.etag }]);
}

function isMeeting(document: Document): document is MeetingRecord {
  return document.type === 'meeting';
}
