import assert from 'node:assert/strict';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import type { Diary, DiaryEntry } from '../../bot/mentoring/availability/diary.ts';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import { personKey } from '../../bot/mentoring/people/person.ts';
import { type DueRecord, matterIdOf, type OutboxRecord } from '../../bot/records/outbox-record.ts';
import {
  type IntentRecord,
  isIntent,
  type MeetingRecord,
  type PairRecord,
} from '../../bot/records/pair-record.ts';
import {
  dueBucket,
  dueBuckets,
  dueDays,
  pairPartition,
  personPartition,
  profilesOf,
} from '../../bot/records/partitions.ts';
import { type PlaceRecord, placePrefix } from '../../bot/records/profile-record.ts';
import { isRecord } from '../../infra/local/teams/activity.ts';
import { first, profileIdOf } from './booking-by-chat.ts';
import type { LocalWorld } from './local-world.ts';
import type { TeamsPerson } from './teams-person.ts';

const ids = nodeIds();

export type GraphEvent = {
  readonly id: string;
  readonly iCalUId: string;
  readonly start: number;
  readonly isOrganizer: boolean;
  readonly body: Readonly<Record<string, unknown>>;
};

const graphFields =
  'id,iCalUId,subject,start,end,isOrganizer,isOnlineMeeting,onlineMeeting,sensitivity,body,transactionId,attendees,organizer,location,responseStatus,isCancelled,showAs';

/** Meetings that the product has put there and that still block, in that person's own calendar. */
export async function eventsOf(world: LocalWorld, who: string): Promise<readonly GraphEvent[]> {
  const window = `startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-31T00:00:00Z`;
  const { body } = await world.graphAs(who, `/me/calendarView?${window}&$top=1000&$select=${graphFields}`);
  const all = Array.isArray(body.value) ? body.value.filter(isRecord) : [];
  return all
    .filter(event => String(event.subject).startsWith('Meeting: ') && event.isCancelled !== true)
    .map(event => ({
      id: String(event.id),
      iCalUId: String(event.iCalUId),
      start: Date.parse(`${isRecord(event.start) ? event.start.dateTime : ''}Z`),
      isOrganizer: event.isOrganizer === true,
      body: event,
    }));
}

export async function diaryOf({ store }: LocalWorld, person: TeamsPerson): Promise<readonly DiaryEntry[]> {
  const days = await store.list<Diary>(personPartition(person), 'diary');
  return days.flatMap(day => day.document.entries);
}

export type Kept = {
  readonly meeting: Meeting;
  readonly cards: MeetingRecord['cards'];
  readonly pair: PairRecord | undefined;
  readonly intent: IntentRecord | undefined;
  /** All that is still to be done or told about it, the intent too. */
  readonly outbox: readonly OutboxRecord[];
};

/** Somebody has still to do something about it, or to be told how it stands; reminders and what rests apart. */
export function isOpen({ outbox, intent }: Kept): boolean {
  const rests = intent !== undefined && Object.keys(intent.todo).join() === 'lapseAt';
  return (
    (intent !== undefined && !rests) ||
    outbox.some(each => each.kind === 'standing' && each.state !== 'unclear')
  );
}

/** What the schedule knows of, soonest first. */
export async function copiesOf({ store, scheme }: LocalWorld): Promise<readonly DueRecord[]> {
  const found: DueRecord[] = [];
  for (const day of await store.list(dueDays(scheme), 'open'))
    for (const bucket of await store.list(dueBuckets(scheme, day.document.id), 'open'))
      for (const copy of await store.list<DueRecord>(dueBucket(scheme, bucket.document.id), 'due'))
        found.push(copy.document);
  return found.sort((a, b) => a.dueAt - b.dueAt);
}

export function pairIdOf(world: LocalWorld, mentee: TeamsPerson, mentor: string): string {
  return ids.derived('pair', personKey(mentee), profileIdOf(world, mentor));
}

/** Every meeting of the pair as the store keeps it. */
export async function keptOf(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
): Promise<readonly Kept[]> {
  const { store, scheme } = world;
  const partition = pairPartition(scheme, pairIdOf(world, mentee, mentor));
  const [meetings, outbox, pair] = await Promise.all([
    store.list<MeetingRecord>(partition, 'meeting'),
    store.list<OutboxRecord>(partition, 'outbox'),
    store.read<PairRecord>(partition, 'pair'),
  ]);
  return meetings.map(({ document: { meeting, cards } }) => ({
    meeting,
    cards,
    pair: pair?.document,
    intent: outbox
      .map(each => each.document)
      .filter(isIntent)
      .find(each => matterIdOf(each.about) === meeting.id),
    outbox: outbox.map(each => each.document).filter(each => matterIdOf(each.about) === meeting.id),
  }));
}

export async function keptOnly(world: LocalWorld, mentee: TeamsPerson, mentor: string): Promise<Kept> {
  const all = await keptOf(world, mentee, mentor);
  assert.equal(all.length, 1, 'one meeting of the pair');
  return first(all);
}

export async function placesOf(
  { store, scheme }: LocalWorld,
  profileId: string,
): Promise<readonly PlaceRecord[]> {
  const places = await store.list<PlaceRecord>(profilesOf(scheme), 'place', placePrefix(profileId));
  return places.map(place => place.document);
}

/** Nothing of the two is held anywhere: no diary, no place, no event, nothing left to do. */
export async function assertAllFree(world: LocalWorld, mentee: TeamsPerson, mentor: string): Promise<void> {
  assert.deepEqual(await diaryOf(world, mentee), []);
  assert.deepEqual(await diaryOf(world, world.person(mentor)), []);
  assert.deepEqual(await placesOf(world, profileIdOf(world, mentor)), []);
  assert.deepEqual(await eventsOf(world, mentee.name), []);
  for (const { intent, pair } of await keptOf(world, mentee, mentor)) {
    assert.equal(intent, undefined);
    assert.equal(pair?.openMeetingId, undefined);
  }
}

/** Calls to Graph since the last reset: "POST events" and the like, ids left out. */
export async function graphCalls(world: LocalWorld): Promise<readonly string[]> {
  const { body } = await world.local('calls');
  const calls: unknown = body;
  if (!Array.isArray(calls)) throw new Error('No list of calls');
  return calls.map(
    ({ method, path }) =>
      `${method} ${String(path)
        .replace(/^\/v1\.0\/(me\/)?/, '')
        .replace(/events\/[^/]+/, 'events/*')}`,
  );
}
