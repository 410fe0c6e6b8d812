import { tryAgain } from '../booking/try-again.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { mattersToldOf } from '../outbox/matters-told-of.ts';
import type { Chat, Notice } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write } from '../ports/store.ts';
import { personPartition } from '../records/partitions.ts';
import {
  type PersonRecord,
  type Unreachable,
  type UntoldRecord,
  untoldRecord,
} from '../records/person-record.ts';

type Needs = Pick<Ports, 'store' | 'clock'>;

/**
 * The chat, for the people of the tenants that take part (lower case), nobody else. It notes who could not be reached
 * about what, so that the tab shows it to them. `onUntold` runs once for each matter.
 */
export function chatThatNotes(
  ports: Needs,
  chat: Chat,
  tenants: readonly string[],
  onUntold: (person: PersonId) => void,
): Chat {
  const takesPart = (person: PersonId) => tenants.includes(person.tenantId.toLowerCase());
  const note = async (person: PersonId, notice: Notice) => {
    if (await noteUntold(ports, person, notice)) onUntold(person);
  };
  return {
    async tell(person, notice) {
      if (!takesPart(person)) return 'unreachable';
      const told = await chat.tell(person, notice);
      if (told === 'unreachable') await note(person, notice);
      return told;
    },
    async update(person, messageId, notice) {
      if (!takesPart(person)) return 'unreachable';
      const updated = await chat.update(person, messageId, notice);
      if (updated === 'unreachable') await note(person, notice);
      return updated;
    },
  };
}

/** False where it was noted before, or nothing waits. */
async function noteUntold({ store, clock }: Needs, person: PersonId, notice: Notice): Promise<boolean> {
  const partition = personPartition(person);
  const untold = mattersToldOf(notice).map(untoldRecord);
  return tryAgain(async () => {
    const [stored, noted] = await Promise.all([
      store.read<PersonRecord>(partition, 'person'),
      store.list<UntoldRecord>(partition, 'untold'),
    ]);
    const known = new Set(noted.map(({ document }) => document.id));
    const record: PersonRecord = stored?.document ?? { id: 'person', type: 'person' };
    if (record.unreachable && untold.every(({ id }) => known.has(id))) return false;
    const since = new Date(await clock.now()).toISOString();
    const marked: PersonRecord = { ...record, unreachable: { since, why: whyOf(record) } };
    const written = await store.write(partition, [
      ...(record.unreachable ? [] : [{ put: marked, ifMatch: stored?.etag ?? 'absent' }]),
      ...untold.map((put): Write => ({ put, ifMatch: 'any' })),
    ]);
    return written.outcome === 'written' ? untold.length > 0 : 'conflict';
  });
}

function whyOf({ reference }: Pick<PersonRecord, 'reference'>): Unreachable['why'] {
  return reference === undefined ? 'not installed' : 'blocked';
}
