import type { PersonId } from '../mentoring/people/person.ts';
import type { Notice, Reminder } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Partition, Stored } from '../ports/store.ts';
import type { DueRecord, OutboxRecord } from '../records/outbox-record.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import type { afterTelling } from './after-telling.ts';
import { sourceOf } from './relay.ts';
import { hasTime } from './take.ts';
import { isToSay, markSaid, type Taken, takeToSay } from './take-to-say.ts';
import { type MatterNow, reminderOf, whenToTell } from './when-to-tell.ts';

type Needs = Pick<Ports, 'store' | 'clock' | 'ids' | 'chat'>;

/** One thing to say, and the outbox record that is this instance's alone. */
type Held = Taken & { readonly reminder: Reminder };

/**
 * Tells one person what is due for them: reminders in one message, at a decent time, unless they do not want them or they
 * are of no use any more. `matterOf`: how the matter of a record stands now; undefined: there is nothing to say of it.
 */
export async function tellPerson(
  needs: Needs,
  to: PersonId,
  due: readonly Stored<DueRecord>[],
  matterOf: (record: OutboxRecord) => Promise<MatterNow | undefined>,
): Promise<void> {
  const person = (await needs.store.read<PersonRecord>(personPartition(to), 'person'))?.document;
  const held: Held[] = [];
  for (const copy of due) {
    const source = await sourceOf(needs, copy);
    const one = source && (await hold(needs, { to, person }, copy.document.source, source, matterOf));
    if (one) held.push(one);
  }
  const reminders = held.map(({ reminder }) => reminder);
  if (held.length > 0) await say(needs, to, held, { about: 'reminders', to, reminders });
}

/** Takes it, where it is to be said now; otherwise it is put off, or taken out. */
async function hold(
  needs: Needs,
  { to, person }: { readonly to: PersonId; readonly person: PersonRecord | undefined },
  at: Partition,
  source: Stored<OutboxRecord>,
  matterOf: (record: OutboxRecord) => Promise<MatterNow | undefined>,
): Promise<Held | undefined> {
  if (!(await isToSay(needs, at, source))) return undefined;
  const { document } = source;
  const now = await needs.clock.now();
  const matter = await matterOf(document);
  const reminder = matter && reminderOf(document, matter, to, person, now);
  const taken = await takeToSay(needs, at, source, reminder ? whenToTell(reminder, person, now) : 'no news');
  return taken && reminder ? { ...taken, reminder } : undefined;
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
  for (const each of held) {
    try {
      await markSaid(needs, each, told);
    } catch (thrown) {
      problem ??= thrown;
    }
  }
  if (problem) throw problem;
}
