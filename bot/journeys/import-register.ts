import { tryAgain } from '../booking/try-again.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import {
  isRefusedRow,
  profileFromRow,
  type RefusedRow,
  type RegisterCells,
} from '../mentoring/people/register-row.ts';
import type { Ports } from '../ports/ports.ts';
import type { Partition, Store, Write } from '../ports/store.ts';
import { profilesOf } from '../records/partitions.ts';
import { type ProfileRecord, profileRecord } from '../records/profile-record.ts';

export type RefusedLine = RefusedRow & { readonly line: number };

/** `line` counts from 1, the header included. A line that could not be read comes refused already. */
export type RegisterRow = { readonly line: number; readonly cells: RegisterCells } | RefusedLine;

/** Mentors, not lines, are added, changed and unchanged. Refused lines in the order of the file. */
export type RegisterReport = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedLine[];
};

type Fate = 'added' | 'changed' | 'unchanged';

/** So many of the longest profiles stay well under the 2 MB that one write to Cosmos may carry. */
const profilesAtOnce = 50;

/**
 * Keeps each good row as a profile, and of a profile that is there all that the register does not say. Nothing is
 * removed: a mentor whom the register no longer names stays. Run again, it changes nothing.
 */
export async function importRegister(
  { store, ids, scheme }: Pick<Ports, 'store' | 'ids' | 'scheme'>,
  rows: AsyncIterable<RegisterRow>,
): Promise<RegisterReport> {
  const counted: Record<Fate, number> = { added: 0, changed: 0, unchanged: 0 };
  const refused: RefusedLine[] = [];
  const lineOf = new Map<string, number>();
  let waiting: MentorProfile[] = [];

  async function keepWaiting(): Promise<void> {
    for (const fate of await tryAgain(() => keep(store, profilesOf(scheme), waiting))) counted[fate] += 1;
    waiting = [];
  }

  for await (const row of rows) {
    const { line } = row;
    const read = 'cells' in row ? profileFromRow(row.cells, scheme.id, '') : row;
    if (isRefusedRow(read)) {
      refused.push({ line, refusedBecause: read.refusedBecause });
      continue;
    }
    const profile = { ...read, id: ids.derived('profile', scheme.id, read.address) };
    const before = lineOf.get(profile.id);
    if (before !== undefined) {
      refused.push({ line, refusedBecause: `Its e-mail address is already on line ${before}.` });
      continue;
    }
    lineOf.set(profile.id, line);
    waiting.push(profile);
    if (waiting.length === profilesAtOnce) await keepWaiting();
  }
  await keepWaiting();
  return { ...counted, refused };
}

async function keep(
  store: Store,
  at: Partition,
  profiles: readonly MentorProfile[],
): Promise<readonly Fate[] | 'conflict'> {
  const found = await Promise.all(profiles.map(({ id }) => store.read<ProfileRecord>(at, id)));
  const fates: Fate[] = [];
  const writes: Write[] = [];
  profiles.forEach((profile, n) => {
    const before = found[n];
    if (!before) {
      fates.push('added');
      writes.push({ put: profileRecord(profile), ifMatch: 'absent' });
    } else if (saysAllOf(before.document.profile, profile)) {
      fates.push('unchanged');
    } else {
      fates.push('changed');
      const put = profileRecord({ ...before.document.profile, ...profile });
      writes.push({ put: { ...before.document, ...put }, ifMatch: before.etag });
    }
  });
  const { outcome } = await store.write(at, writes);
  return outcome === 'written' ? fates : outcome;
}

function saysAllOf(kept: MentorProfile, row: MentorProfile): boolean {
  const fields = new Map<string, unknown>(Object.entries(kept));
  return Object.entries(row).every(
    ([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value),
  );
}
