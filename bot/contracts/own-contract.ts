import { type Side, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { pairPartition, personPartition } from '../records/partitions.ts';
import type { MembershipRecord } from '../records/person-record.ts';
import { readContract } from './contract-store.ts';
import { personOf, type StoredContract } from './stored-contract.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'digests'>;

export type OwnContract = { readonly contract: StoredContract; readonly side: Side };

/** The contract of a pair, for one of the two. Anyone else, and who only says so, is told 'not found'. */
export async function ownContract(
  ports: Needs,
  person: PersonId,
  pairId: string,
): Promise<OwnContract | Refusal> {
  const { store, scheme } = ports;
  const membership = await store.read<MembershipRecord>(personPartition(person), `membership:${pairId}`);
  const { role: side, homeTenantId } = membership?.document ?? {};
  if (!side || homeTenantId !== scheme.homeTenantId) return { refused: 'not found' };
  const contract = await readContract(ports, pairId);
  if (!contract) return { refused: 'not found' };
  const party = personOf(contract, side);
  // Once it is erased who the party was, the pair's meetings tell.
  const isParty = party ? samePerson(party, person) : (await sideInMeetings(ports, person, pairId)) === side;
  return isParty ? { contract, side } : { refused: 'not found' };
}

async function sideInMeetings(
  { store, scheme }: Needs,
  person: PersonId,
  pairId: string,
): Promise<Side | undefined> {
  const [first] = await store.list<MeetingRecord>(pairPartition(scheme, pairId), 'meeting');
  return first && sideOf(first.document.meeting, person);
}
