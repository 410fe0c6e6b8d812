import { tryAgain } from '../booking/try-again.ts';
import { recentlySince } from '../mentoring/people/recently.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Change, Store } from '../ports/store.ts';
import { shownFigures } from '../records/partitions.ts';
import { isShownRecord, type ShownRecord, shownRecordId } from '../records/shown-record.ts';

const writtenAtOnce = 50;

type Days = ShownRecord['days'];

/** How often each mentor was shown in the last seven days: as the store says, and what this instance has yet to write. */
export type ShownLately = {
  apply(change: Change): void;
  /** `today` is an ISO date; `until` it, without it: the same all day. */
  of(profileId: string, today: string, until?: 'now' | 'today'): number;
  /** Counts at once; resolves when it is written, in one write with what came meanwhile. */
  note(profileIds: readonly string[], today: string): Promise<void>;
};

export function shownLately(store: Store, scheme: Scheme): ShownLately {
  const kept = new Map<string, Days>();
  const unwritten = new Map<string, number>();
  let writing: Promise<void> | undefined;

  async function writeAll(today: string): Promise<void> {
    try {
      while (unwritten.size > 0) {
        const some = [...unwritten].slice(0, writtenAtOnce);
        await tryAgain(() => add(store, scheme, some, today));
        for (const [profileId, count] of some) {
          const left = (unwritten.get(profileId) ?? 0) - count;
          if (left > 0) unwritten.set(profileId, left);
          else unwritten.delete(profileId);
        }
      }
    } finally {
      writing = undefined;
    }
  }

  return {
    apply(change) {
      if (change.removed || !isShownRecord(change.document)) return;
      kept.set(change.document.profileId, change.document.days);
    },
    of(profileId, today, until = 'now') {
      const days = recent(kept.get(profileId) ?? {}, today);
      if (until === 'today') return total({ ...days, [today]: 0 });
      return total(days) + (unwritten.get(profileId) ?? 0);
    },
    async note(profileIds, today) {
      for (const profileId of profileIds) unwritten.set(profileId, (unwritten.get(profileId) ?? 0) + 1);
      if (profileIds.length === 0) return;
      writing ??= writeAll(today);
      await writing;
    },
  };
}

async function add(
  store: Store,
  scheme: Scheme,
  some: readonly (readonly [string, number])[],
  today: string,
): Promise<'written' | 'conflict'> {
  const partition = shownFigures(scheme);
  const writes = await Promise.all(
    some.map(async ([profileId, count]) => {
      const stored = await store.read<ShownRecord>(partition, shownRecordId(profileId));
      const days = recent(stored?.document.days ?? {}, today);
      const record: ShownRecord = {
        id: shownRecordId(profileId),
        type: 'shown',
        profileId,
        days: { ...days, [today]: (days[today] ?? 0) + count },
      };
      return { put: record, ifMatch: stored?.etag ?? 'absent' };
    }),
  );
  return (await store.write(partition, writes)).outcome;
}

function recent(days: Days, today: string): Days {
  const since = recentlySince(today);
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= since));
}

function total(days: Days): number {
  return Object.values(days).reduce((sum, count) => sum + count, 0);
}
