import { readContracts } from '../contracts/contract-store.ts';
import { matterOfContract, sideOfPerson } from '../contracts/matter-of-contract.ts';
import type { ContractMatter } from '../mentoring/contract/contract-matter.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { MembershipRecord } from '../records/person-record.ts';

/** How each contract of a person stands: the latest of each of their pairs. */
export async function listContracts(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>,
  person: PersonId,
): Promise<readonly ContractMatter[]> {
  const memberships = await ports.store.list<MembershipRecord>(personPartition(person), 'membership');
  const now = await ports.clock.now();
  const all = await Promise.all(memberships.map(({ document }) => readContracts(ports, document.pairId)));
  return all.flatMap(contracts => {
    const latest = contracts.at(-1);
    return latest && sideOfPerson(latest, person) ? [matterOfContract(latest, now)] : [];
  });
}
