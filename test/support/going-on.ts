import { randomUUID } from 'node:crypto';
import { isSession } from '../../bot/mentoring/chemistry/meeting.ts';
import type { PairRecord } from '../../bot/records/pair-record.ts';
import { pairPartition } from '../../bot/records/partitions.ts';
import type { InvokeAnswer } from '../../infra/local/teams/bot-door.ts';
import { bookFirst, press, pressNewest, startsOn } from './booking-by-chat.ts';
import type { LocalWorld } from './local-world.ts';
import type { TeamsPerson } from './teams-person.ts';
import { eventsOf, type GraphEvent, type Kept, keptOf, pairIdOf } from './what-is-held.ts';

const hourMs = 60 * 60_000;

/** The two have met, and both have said that they go on. The day after at the same hour. */
export async function goOn(world: LocalWorld, mentee: TeamsPerson, mentor: string): Promise<string> {
  await world.person(mentor).install();
  const { start } = await bookFirst(world, mentee, mentor, { declares: true });
  await pressNewest(world, world.person(mentor), 'accept');
  await world.local('clock', { method: 'POST', body: { now: start + 24 * hourMs } });
  const pairId = pairIdOf(world, mentee, mentor);
  await setGoesOn(world, pairId, new Date(start + 2 * hourMs).toISOString());
  return pairId;
}

/** Absent: the two have ended. */
export async function setGoesOn(world: LocalWorld, pairId: string, since?: string): Promise<void> {
  const partition = pairPartition(world.scheme, pairId);
  const head = await world.store.read<PairRecord>(partition, 'pair');
  if (!head) throw new Error('There is no such pair');
  const { goesOnSince: _before, ...rest } = head.document;
  const put: PairRecord = { ...rest, ...(since ? { goesOnSince: since } : {}) };
  const written = await world.store.write(partition, [{ put, ifMatch: head.etag }]);
  if (written.outcome === 'conflict') throw new Error('The head of the pair has changed');
}

/** Starts of the times that somebody is shown for a session. */
export async function sessionTimes(
  person: TeamsPerson,
  pairId: string,
  asked: { readonly minutes?: number } = {},
): Promise<readonly number[]> {
  const { card, message } = await press(person, 'session-times', { pairId, ...asked });
  if (!card) throw new Error(`No times: ${message}`);
  return startsOn(card);
}

export type SessionAsked = {
  readonly pairId: string;
  readonly start: number;
  readonly opId?: string;
  readonly minutes?: number;
  readonly mode?: 'in person';
  readonly place?: string;
  readonly cardId?: string;
};

export async function bookSession(
  world: LocalWorld,
  person: TeamsPerson,
  { cardId, ...asked }: SessionAsked,
): Promise<InvokeAnswer> {
  const data = { opId: randomUUID(), ...asked };
  const answer = await press(person, 'book-session', data, cardId ? { cardId } : {});
  await world.settled();
  return answer;
}

export async function sessionsOf(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
): Promise<readonly Kept[]> {
  return (await keptOf(world, mentee, mentor)).filter(({ meeting }) => isSession(meeting));
}

/** The product's events of somebody that are still to come, without the chemistry meeting that was. */
export async function eventsAhead(world: LocalWorld, who: string): Promise<readonly GraphEvent[]> {
  const now = await nowIn(world);
  return (await eventsOf(world, who)).filter(({ start }) => start > now);
}

export async function nowIn(world: LocalWorld): Promise<number> {
  const { body } = await world.local('clock');
  return Date.parse(String(body.now));
}

/** Minutes of a Graph event. */
export function lengthOf({ body, start }: GraphEvent): number {
  const end = /"dateTime":"([^"]+)"/.exec(JSON.stringify(body.end))?.[1] ?? '';
  return (Date.parse(`${end}Z`) - start) / 60_000;
}
