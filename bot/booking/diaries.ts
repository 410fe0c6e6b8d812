import { isDeepStrictEqual } from 'node:util';
import {
  type Diary,
  diaryDays,
  diaryId,
  emptyDiary,
  hold,
  release,
} from '../mentoring/availability/diary.ts';
import type { Interval } from '../mentoring/availability/interval.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write } from '../ports/store.ts';
import { personPartition } from '../records/partitions.ts';
import { tryAgain } from './try-again.ts';

type Needs = Pick<Ports, 'store'>;
type Entry = Interval & { readonly meetingId: string };

/**
 * Holds the interval in a person's diary, with what else belongs in the same batch (`also`). `taken`: it overlaps
 * another meeting. `refused`: one of the create-only documents of `also` is there already and says something else;
 * nothing was written.
 */
export async function holdDiary(
  { store }: Needs,
  person: PersonId,
  entry: Entry,
  also: readonly Write[] = [],
): Promise<'held' | 'taken' | 'refused'> {
  const partition = personPartition(person);
  let extra = also;
  return tryAgain(async () => {
    const writes: Write[] = [];
    for (const day of diaryDays(entry, zone)) {
      const stored = await store.read<Diary>(partition, diaryId(day));
      const held = hold(stored?.document ?? emptyDiary(day), entry);
      if (held === 'taken') return 'taken';
      writes.push({ put: held, ifMatch: stored?.etag ?? 'absent' });
    }
    const written = await store.write(partition, [...writes, ...extra]);
    if (written.outcome === 'written') return 'held';
    const missing = await notThereYet({ store }, person, extra);
    if (missing === 'refused') return 'refused';
    extra = missing;
    return 'conflict';
  });
}

/** Takes the meeting's entries out of the days that the interval touches; nothing to take is fine. */
export async function releaseDiary(
  { store }: Needs,
  person: PersonId,
  interval: Interval,
  meetingId: string,
): Promise<void> {
  const partition = personPartition(person);
  for (const day of diaryDays(interval, zone)) {
    await tryAgain(async () => {
      const stored = await store.read<Diary>(partition, diaryId(day));
      if (!stored) return 'released';
      const rest = release(stored.document, { ...interval, meetingId });
      if (rest === stored.document) return 'released';
      const written = await store.write(partition, [{ put: rest, ifMatch: stored.etag }]);
      return written.outcome === 'written' ? 'released' : 'conflict';
    });
  }
}

/** Everything that a person has promised here from a day on. */
export async function heldFrom(
  { store }: Needs,
  person: PersonId,
  window: Interval,
): Promise<readonly Interval[]> {
  const days = await store.list<Diary>(personPartition(person), 'diary', 'diary:');
  return days
    .flatMap(day => day.document.entries)
    .filter(entry => entry.end > window.start && entry.start < window.end);
}

/** Leaves out what was created by an earlier try of the same. */
export async function notThereYet(
  { store }: Needs,
  person: PersonId,
  also: readonly Write[],
): Promise<readonly Write[] | 'refused'> {
  const missing: Write[] = [];
  for (const write of also) {
    const known =
      write.ifMatch === 'absent' && 'put' in write
        ? await store.read(personPartition(person), write.put.id)
        : undefined;
    if (!known) missing.push(write);
    else if (!('put' in write && isDeepStrictEqual(known.document, write.put))) return 'refused';
  }
  return missing;
}
