import { type Side, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { timeToTell } from '../mentoring/decency/decent-hours.ts';
import { zone } from '../mentoring/zone.ts';
import { hasTime } from '../outbox/take.ts';
import { isToSay, markSaid, takeToSay } from '../outbox/take-to-say.ts';
import type { Notice, Told } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { pairPartition, personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { changeAfter, hasAnswered } from './after-store.ts';
import type { Matter } from './meeting-store.ts';
import { question, toldAfter } from './outbox-after-meeting.ts';

export type TellNeeds = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'chat'>;

/** Asks, and tells what was released, each of the two at an hour that suits them; a quiet hour delays these words alone. */
export async function tellAfter(ports: TellNeeds, { record, outbox }: Matter): Promise<void> {
  const problems: unknown[] = [];
  for (const one of outbox) {
    if (!toldAfter.has(one.document.kind)) continue;
    await tellOne(ports, record.document, one).catch(problem => problems.push(problem));
  }
  if (problems.length > 0) throw problems[0];
}

async function tellOne(ports: TellNeeds, record: MeetingRecord, one: Stored<OutboxRecord>): Promise<void> {
  const { meeting } = record;
  const { kind, to: person } = one.document;
  const side = person && sideOf(meeting, person);
  const at = pairPartition(ports.scheme, meeting.pairId);
  if (!person || !side || !(await isToSay(ports, at, one))) return;
  const tellAt = isNews(record, kind, side) ? await timeFor(ports, record, kind, side) : 'no news';
  const taken = await takeToSay(ports, at, one, tellAt);
  if (!taken) return;
  let told: Told | 'failed' = { afterMs: 0 };
  try {
    const notice: Notice = { about: kind === question ? 'question' : 'result', meeting, to: side };
    if (hasTime(taken.record, ports.clock.real())) told = await ports.chat.tell(person, notice);
  } catch (problem) {
    await markSaid(ports, taken, 'failed');
    throw problem;
  }
  await markSaid(ports, taken, told);
  if (kind === question && typeof told === 'object' && 'messageId' in told)
    await rememberQuestion(ports, meeting, side, told.messageId);
  if (kind !== question) await closeQuestion(ports, record, side);
}

function isNews({ meeting, ...record }: MeetingRecord, kind: string, side: Side): boolean {
  const isReleased = meeting.after?.released !== undefined;
  if (kind !== question) return isReleased;
  return !isReleased && !hasAnswered({ meeting, ...record }, meeting[side].person);
}

async function timeFor(
  { store, clock }: TellNeeds,
  { meeting }: MeetingRecord,
  kind: string,
  side: Side,
): Promise<number> {
  const person = await store.read<PersonRecord>(personPartition(meeting[side].person), 'person');
  const latest = kind === question ? meeting.after?.decidesAt : undefined;
  return timeToTell(await clock.now(), latest, person?.document.canMeet, zone);
}

/** So that it can tell later states in place. */
async function rememberQuestion(
  ports: TellNeeds,
  { pairId, id: meetingId }: MeetingRecord['meeting'],
  side: Side,
  messageId: string,
): Promise<void> {
  await changeAfter(ports, { pairId, meetingId }, ({ record, pair, outbox }) => ({
    record: { ...record, questions: { ...record.questions, [side]: messageId } },
    pair,
    outbox: outbox.map(({ document }) => document),
  }));
}

/** What asked shows what came of it; a press on it does so in any case. */
async function closeQuestion(
  { chat }: TellNeeds,
  { meeting, questions }: MeetingRecord,
  side: Side,
): Promise<void> {
  const messageId = questions?.[side];
  if (messageId !== undefined)
    await chat.update(meeting[side].person, messageId, { about: 'question', meeting, to: side });
}
