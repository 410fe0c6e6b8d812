import type { BlindReason } from '../mentoring/chemistry/blind-answer.ts';
import type { Ports } from '../ports/ports.ts';
import { reasonFigures } from '../records/partitions.ts';
import type { ReasonsRecord } from '../records/reasons-record.ts';
import { tryAgain } from './try-again.ts';

/** Adds them to the month's totals. Called once for each release, after nothing else knows of them any more. */
export async function countReasons(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  reasons: readonly BlindReason[],
  releasedAt: number,
): Promise<void> {
  if (reasons.length === 0) return;
  const partition = reasonFigures(scheme);
  const month = new Date(releasedAt).toISOString().slice(0, 7);
  await tryAgain(async () => {
    const stored = await store.read<ReasonsRecord>(partition, month);
    const counts: { [reason in BlindReason]?: number } = { ...stored?.document.counts };
    for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
    const put: ReasonsRecord = { id: month, type: 'reasons', counts };
    const written = await store.write(partition, [{ put, ifMatch: stored?.etag ?? 'absent' }]);
    return written.outcome === 'written' ? 'counted' : 'conflict';
  });
}
