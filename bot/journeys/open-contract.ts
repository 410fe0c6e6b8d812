import { tryAgain } from '../booking/try-again.ts';
import { type ContractNeeds, createContract, readContract } from '../contracts/contract-store.ts';
import { firstFields } from '../contracts/draft-of-contract.ts';
import type { StoredContract } from '../contracts/stored-contract.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { Party } from '../mentoring/chemistry/meeting.ts';
import { opened, sides } from '../mentoring/contract/change-contract.ts';
import type { ContractKind } from '../mentoring/contract/contract-document.ts';
import { keptParts, refOf } from '../mentoring/contract/kept-parts.ts';
import { namePart, tiePart } from '../mentoring/contract/version-parts.ts';
import type { Ports } from '../ports/ports.ts';
import { contractRecordId } from '../records/contract-record.ts';
import { personPartition } from '../records/partitions.ts';
import { membershipRecord, type PersonRecord } from '../records/person-record.ts';

type Needs = ContractNeeds & Pick<Ports, 'ids'>;

export type OpenContract = {
  readonly pairId: string;
  readonly mentee: Party;
  readonly mentor: Party;
  readonly kind?: ContractKind;
};

/** Begins the contract of two people who want to go on, for both to draft. The same again gives the one that is open. */
export async function openContract(ports: Needs, asked: OpenContract): Promise<StoredContract> {
  const { pairId, kind = 'one-to-one' } = asked;
  await enter(ports, asked);
  const organisations = {
    mentee: await organisationOf(ports, asked.mentee),
    mentor: await organisationOf(ports, asked.mentor),
  };
  return tryAgain(async () => {
    const before = await readContract(ports, pairId);
    if (before && before.head.stage !== 'ended') return before;
    const nth = (before?.nth ?? 0) + 1;
    const parties = { mentee: ports.ids.random(), mentor: ports.ids.random() };
    const people = sides.flatMap((side: Side) => [
      tiePart(side, parties[side], asked[side].person),
      namePart(side, asked[side].name, organisations[side]),
    ]);
    const { sha256: hash, salt } = ports.digests;
    const parts = keptParts(people, [], { hash, salt });
    const at = new Date(await ports.clock.now()).toISOString();
    const id = ports.ids.random();
    const { head, links } = opened({ id, pairId, kind, parties, at, parts: parts.map(refOf) });
    const puts = [
      ...firstFields(ports.scheme, nth, head),
      ...parts.map(part => ({
        id: contractRecordId(nth, 'part', part.digest),
        type: 'contract' as const,
        is: 'part' as const,
        ...part,
      })),
    ];
    return createContract(ports, nth, { head, links, puts });
  });
}

/** A pair that has met has both memberships; writing them again changes nothing. */
async function enter({ store, scheme }: Needs, { pairId, ...parties }: OpenContract): Promise<void> {
  for (const side of sides) {
    const put = membershipRecord(pairId, side, scheme.homeTenantId);
    await store.write(personPartition(parties[side].person), [{ put, ifMatch: 'any' }]);
  }
}

async function organisationOf({ store }: Needs, { person }: Party): Promise<string | undefined> {
  const record = await store.read<PersonRecord>(personPartition(person), 'person');
  return record?.document.known?.organisation;
}
