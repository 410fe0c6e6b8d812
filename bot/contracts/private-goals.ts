import { recordDigest } from '../mentoring/contract/contract-chain.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored, Write } from '../ports/store.ts';
import { type PrivateGoalRecord, privateGoalPrefix } from '../records/contract-record.ts';
import { personPartition } from '../records/partitions.ts';

/** Goals that only their writer sees lie with their writer, and nothing of them with the contract. */
export function privateGoals(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  contractId: string,
): Promise<readonly Stored<PrivateGoalRecord>[]> {
  return store.list<PrivateGoalRecord>(personPartition(person), 'goal', privateGoalPrefix(contractId));
}

export function privateGoal(
  { digests }: Pick<Ports, 'digests'>,
  contractId: string,
  goal: Pick<PrivateGoalRecord, 'goal' | 'headline' | 'measure' | 'targetOn'>,
): PrivateGoalRecord {
  const record = {
    id: `${privateGoalPrefix(contractId)}${goal.goal}`,
    type: 'goal' as const,
    contractId,
    ...goal,
  };
  return { ...record, digest: recordDigest(digests.sha256, record) };
}

const atOnce = 100;

export async function removePrivateGoals(
  ports: Pick<Ports, 'store'>,
  person: PersonId,
  contractId: string,
): Promise<void> {
  for (;;) {
    const goals = (await privateGoals(ports, person, contractId)).slice(0, atOnce);
    if (goals.length === 0) return;
    const removals = goals.map(({ document, etag }): Write => ({ remove: document.id, ifMatch: etag }));
    await ports.store.write(personPartition(person), removals);
  }
}
