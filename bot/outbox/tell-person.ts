import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { timeToTell } from '../mentoring/decency/decent-hours.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isReminderKind, isWorthSaying, latestUse } from '../mentoring/reminders/meeting-reminders.ts';
import { zone } from '../mentoring/zone.ts';
import type { Notice, Reminder } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Partition, Stored, Write } from '../ports/store.ts';
import { type About, type DueRecord, type OutboxRecord, outboxRecordId } from '../records/outbox-record.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { abandoned, afterTelling } from './after-telling.ts';
import { sourceOf } from './relay.ts';
import { hasTime, isAbandoned, isDue, taken, writeOrLook } from './take.ts';

type Needs = Pick<Ports, 'store' | 'clock' | 'ids' | 'chat'>;

/** One thing to say, and the outbox record that is this instance's alone. */
type Held = {
  readonly at: Partition;
  readonly record: OutboxRecord;
  readonly etag: string;
  readonly meeting: Meeting;
};

/**
 * Tells one person what is due for them: reminders in one message, at a decent time, unless they do not want them or they
 * are of no use any more. `meetingOf`: how the matter stands now.
 */
export async function tellPerson(
  needs: Needs,
  to: PersonId,
  due: readonly Stored<DueRecord>[],
  meetingOf: (about: About) => Promise<Meeting | undefined>,
): Promise<void> {
  const person = (await needs.store.read<PersonRecord>(personPartition(to), 'person'))?.document;
  const held: Held[] = [];
  for (const copy of due) {
    const source = await sourceOf(needs, copy);
    const one = source && (await hold(needs, person, copy.document.source, source, meetingOf));
    if (one) held.push(one);
  }
  const reminders = held.flatMap(asReminder);
  if (held.length > 0) await say(needs, to, held, { about: 'reminders', to, reminders });
}

/** Takes it, where it is to be said now; otherwise it is put off, or taken out. */
async function hold(
  needs: Needs,
  person: PersonRecord | undefined,
  at: Partition,
  source: Stored<OutboxRecord>,
  meetingOf: (about: About) => Promise<Meeting | undefined>,
): Promise<Held | undefined> {
  const { document, etag } = source;
  const now = await needs.clock.now();
  const real = needs.clock.real();
  const replace = (...writes: readonly Write[]) => needs.store.write(at, writes);
  if (isAbandoned(document, real)) {
    await replace({ put: abandoned(document, real), ifMatch: etag });
    return undefined;
  }
  if (!isDue(document, now, real)) return undefined;
  const meeting = await meetingOf(document.about);
  const tellAt = meeting && timeOf(document, meeting, person, now);
  if (!meeting || tellAt === undefined) {
    await replace({ remove: document.id, ifMatch: etag });
    return undefined;
  }
  if (tellAt > now) {
    const later = { ...document, dueAt: tellAt, version: document.version + 1 };
    const id = outboxRecordId(document.about.meetingId, later);
    const isSame = id === document.id;
    await replace(...(isSame ? [] : [{ remove: document.id, ifMatch: etag }]), {
      put: { ...later, id },
      ifMatch: isSame ? etag : 'absent',
    });
    return undefined;
  }
  const record: OutboxRecord = { ...taken(document, real, needs.ids.random()), state: 'sending' };
  const written = await writeOrLook(needs, at, [{ put: record, ifMatch: etag }], record);
  return written === 'conflict' ? undefined : { at, record, etag: written.get(record.id) ?? '', meeting };
}

/** When to say it; absent: not at all. */
function timeOf(
  { kind }: OutboxRecord,
  meeting: Meeting,
  person: PersonRecord | undefined,
  now: number,
): number | undefined {
  if (!isReminderKind(kind)) return undefined;
  if (person?.muted?.includes(kind) || !isWorthSaying(kind, meeting, now)) return undefined;
  return timeToTell(now, latestUse(kind, meeting), person?.canMeet, zone);
}

async function say(needs: Needs, to: PersonId, held: readonly Held[], notice: Notice): Promise<void> {
  const real = needs.clock.real();
  let told: Parameters<typeof afterTelling>[1] = { afterMs: 0 };
  let problem: unknown;
  if (held.every(({ record }) => hasTime(record, real))) {
    try {
      told = await needs.chat.tell(to, notice);
    } catch (thrown) {
      told = 'failed';
      problem = thrown;
    }
  }
  for (const { at, record, etag } of held) {
    const after = afterTelling(record, told, needs.clock.real());
    const write: Write =
      after === 'done' ? { remove: record.id, ifMatch: etag } : { put: after, ifMatch: etag };
    try {
      await needs.store.write(at, [write]);
    } catch (thrown) {
      // Once more: what is not marked could only be called unclear.
      problem ??= thrown;
      await needs.store.write(at, [write]);
    }
  }
  if (problem) throw problem;
}

function asReminder({ record, meeting }: Held): readonly Reminder[] {
  return isReminderKind(record.kind) ? [{ kind: record.kind, meeting }] : [];
}
