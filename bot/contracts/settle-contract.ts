import { wallTime } from '../mentoring/availability/wall-day.ts';
import { sides } from '../mentoring/contract/change-contract.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { endedNow } from '../mentoring/review/ending.ts';
import { zone } from '../mentoring/zone.ts';
import { isDue, taken, writeOrLook } from '../outbox/take.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import { type AboutContract, type OutboxRecord, outboxPrefix } from '../records/outbox-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { endsOn } from './agreed-terms.ts';
import { type ContractNeeds, changeContract } from './contract-store.ts';
import { endingChange } from './end-contract.ts';
import { freeWhatEnded } from './free-what-ended.ts';
import { forgotten, freed, planned } from './outbox-of-contract.ts';
import { endingOf } from './reviews-of-contract.ts';

type Needs = ContractNeeds & Pick<Ports, 'ids'>;

/**
 * Does what is due of a contract itself: its last day has passed, what it held is still to be freed, or it has been kept
 * long enough.
 */
export async function settleContract(
  ports: Needs,
  { pairId, contractId }: AboutContract,
  forget: () => Promise<unknown>,
): Promise<void> {
  const { store, scheme, clock } = ports;
  const partition = pairPartition(scheme, pairId);
  const now = await clock.now();
  const real = clock.real();
  for (const stored of await store.list<OutboxRecord>(partition, 'outbox', outboxPrefix(contractId))) {
    if (stored.document.to !== undefined || !isDue(stored.document, now, real)) continue;
    const mine = await take(ports, partition, stored);
    if (!mine) continue;
    const isDone = await carryOut(ports, pairId, mine.document.kind, forget);
    if (!isDone) continue;
    const left = await store.read<OutboxRecord>(partition, mine.document.id);
    if (left && left.document.holder === mine.document.holder)
      await store.write(partition, [{ remove: left.document.id, ifMatch: left.etag }]);
  }
}

/** `false`: not yet; somebody does it again when the lease has ended. */
async function carryOut(
  ports: Needs,
  pairId: string,
  kind: string,
  forget: () => Promise<unknown>,
): Promise<boolean> {
  if (kind === freed) return freeWhatEnded(ports, pairId);
  if (kind === planned) return isDone(await endAsPlanned(ports, pairId));
  if (kind === forgotten) return isDone(await forget());
  return true;
}

/** A damaged record waits until it is mended. */
function isDone(outcome: unknown): boolean {
  const refused = typeof outcome === 'object' && outcome !== null && isRefusal(outcome);
  return !(refused && outcome.refused === 'record not whole');
}

/** Both hear of it. Where the last day was put off meanwhile, or it has ended already, nothing is done. */
async function endAsPlanned(ports: Needs, pairId: string): Promise<unknown> {
  return changeContract(ports, pairId, (contract, decided) => {
    const last = endsOn(contract);
    const today = wallTime(decided.now, zone).on;
    if (contract.head.stage === 'ended' || last === undefined || last >= today) return contract;
    const ending = endedNow(endingOf(contract), 'planned', decided.now);
    if (isRefusal(ending)) return ending;
    const { keepMonths } = termsOf(ports.scheme);
    return endingChange(contract, { ending, how: 'planned', told: sides, keepMonths }, decided);
  });
}

async function take(
  ports: Needs,
  partition: ReturnType<typeof pairPartition>,
  { document, etag }: Stored<OutboxRecord>,
): Promise<Stored<OutboxRecord> | undefined> {
  const mine = taken(document, ports.clock.real(), ports.ids.random());
  const written = await writeOrLook(ports, partition, [{ put: mine, ifMatch: etag }], mine);
  return written === 'conflict' ? undefined : { document: mine, etag: written.get(mine.id) ?? '' };
}
