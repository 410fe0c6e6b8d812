import { isSession, type Meeting, occupied } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import { personKey } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write } from '../ports/store.ts';
import { type MeetingRecord, meetingRecordId, type PairRecord } from '../records/pair-record.ts';
import { pairPartition, personPartition } from '../records/partitions.ts';
import { membershipRecord, type PressRecord, pressRecordId } from '../records/person-record.ts';
import { holdDiary, notThereYet, releaseDiary } from './diaries.ts';
import { type Matter, readMatter } from './meeting-store.ts';
import { newIntent } from './outbox-of-meeting.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

export type Reservation = Matter & { readonly intent: NonNullable<Matter['intent']> };

type ToReserve = {
  readonly meeting: Meeting;
  readonly pair: PairRecord;
  readonly pairEtag: string;
  readonly cards?: MeetingRecord['cards'];
  /** Of what the very meeting was before and came to nothing, where the caller has looked. */
  readonly recordEtag?: string;
};

/**
 * Step 1: the meeting is written first, under a lease, so that a crash at any later step can be finished or undone. The
 * same press may try again when what it reserved before has come to nothing.
 */
export async function writeReservation(ports: Needs, asked: ToReserve): Promise<Reservation | 'conflict'> {
  const { recordEtag } = asked;
  const written = await write(ports, asked, recordEtag ?? 'absent');
  if (written !== 'conflict' || recordEtag !== undefined) return written;
  const before = await readMatter(ports, asked.meeting.pairId, asked.meeting.id);
  if (!before || before.intent || before.pair.document.openMeetingId !== undefined) return 'conflict';
  if (before.record.document.meeting.stage !== 'released') return 'conflict';
  return write(ports, { ...asked, pairEtag: before.pair.etag }, before.record.etag);
}

async function write(
  { store, scheme, clock }: Needs,
  { meeting, pair, pairEtag, cards = {} }: ToReserve,
  recordEtag: string,
): Promise<Reservation | 'conflict'> {
  const record: MeetingRecord = { id: meetingRecordId(meeting.id), type: 'meeting', meeting, cards };
  const openPair: PairRecord = isSession(meeting) ? pair : { ...pair, openMeetingId: meeting.id };
  const intent = newIntent(meeting, { book: {} }, { now: await clock.now(), real: clock.real() });
  const written = await store.write(pairPartition(scheme, meeting.pairId), [
    { put: openPair, ifMatch: pairEtag },
    { put: record, ifMatch: recordEtag },
    { put: intent, ifMatch: 'absent' },
  ]);
  if (written.outcome === 'conflict') return 'conflict';
  const etag = (id: string) => written.etags.get(id) ?? '';
  const stored = { document: intent, etag: etag(intent.id) };
  return {
    record: { document: record, etag: etag(record.id) },
    pair: { document: openPair, etag: etag('pair') },
    intent: stored,
    outbox: [stored],
  };
}

export type Held = 'held' | 'no place left' | 'not found' | 'time taken' | 'pressed before';

/** What was pressed, as it is kept with whoever pressed it. */
export type Press = { readonly verb: 'book' | 'book-session'; readonly opId: string };

/** Both diaries in ascending order of the two people; with the press, where it is one, in the organiser's batch. */
export async function holdDiaries(
  needs: Pick<Ports, 'store' | 'scheme'>,
  meeting: Meeting,
  press?: Press,
  interval = meeting.interval,
): Promise<Exclude<Held, 'no place left' | 'not found'>> {
  if (!interval) throw new Error('A diary is held for a time');
  for (const { person, also } of inOrder(meeting, needs.scheme.homeTenantId, press)) {
    const entry = { ...occupied(interval, meeting.mode), meetingId: meeting.id };
    const held = await holdDiary(needs, person, entry, also);
    if (held === 'taken') return 'time taken';
    if (held === 'refused') return 'pressed before';
  }
  return 'held';
}

export async function releaseDiaries(
  needs: Pick<Ports, 'store'>,
  meeting: Meeting,
  interval: Meeting['interval'] & object,
): Promise<void> {
  for (const { person } of [meeting.mentee, meeting.mentor]) {
    await releaseDiary(needs, person, occupied(interval, meeting.mode), meeting.id);
  }
}

function inOrder(meeting: Meeting, homeTenantId: string, press?: Press) {
  const membership = (role: 'mentee' | 'mentor'): Write => ({
    put: membershipRecord(meeting.pairId, role, homeTenantId),
    ifMatch: 'any',
  });
  const organiser = organiserOf(meeting);
  const sides = (['mentee', 'mentor'] as const).map(side => ({
    person: meeting[side].person,
    also: [membership(side), ...(side === organiser ? pressOf(meeting, press) : [])],
  }));
  return sides.sort((a, b) => (personKey(a.person) < personKey(b.person) ? -1 : 1));
}

function pressOf({ pairId, id }: Meeting, press: Press | undefined): Write[] {
  if (!press) return [];
  const put: PressRecord = {
    id: pressRecordId(press.verb, press.opId),
    type: 'press',
    pairId,
    meetingId: id,
  };
  return [{ put, ifMatch: 'absent' }];
}

/** Without a time in the diaries yet: the two memberships and the press alone. */
export async function enterPair(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  meeting: Meeting,
  press: Press,
): Promise<'held' | 'pressed before'> {
  for (const { person, also } of inOrder(meeting, scheme.homeTenantId, press)) {
    const writes = await notThereYet({ store }, person, also);
    if (writes === 'refused') return 'pressed before';
    const written = await store.write(personPartition(person), writes);
    if (written.outcome === 'conflict') return 'pressed before';
  }
  return 'held';
}
