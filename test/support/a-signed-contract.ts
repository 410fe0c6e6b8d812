import { randomUUID } from 'node:crypto';
import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { changeContract } from '../../bot/contracts/contract-store.ts';
import { openContract } from '../../bot/journeys/open-contract.ts';
import { proposeContract } from '../../bot/journeys/propose-contract.ts';
import { saveField } from '../../bot/journeys/save-field.ts';
import { type SeenContract, seeContract } from '../../bot/journeys/see-contract.ts';
import { signContract } from '../../bot/journeys/sign-contract.ts';
import type { Party } from '../../bot/mentoring/chemistry/meeting.ts';
import { ended } from '../../bot/mentoring/contract/change-contract.ts';
import type { PersonId } from '../../bot/mentoring/people/person.ts';
import type { Scheme } from '../../bot/mentoring/people/scheme.ts';
import { isRefusal, type Refusal } from '../../bot/mentoring/refusal.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { ActingFor } from '../../bot/ports/sign-in.ts';
import type { Store } from '../../bot/ports/store.ts';
import { type MeetingRecord, meetingRecordId } from '../../bot/records/pair-record.ts';
import { pairPartition } from '../../bot/records/partitions.ts';
import { aMeeting, priya, sam } from './meetings.ts';

export type ContractPorts = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'digests' | 'directory'>;

/** What the two have to have written before they can propose. */
export const purpose = 'To find out whether I want to lead a team.';

const scheme: Scheme = {
  id: 'hub',
  name: 'Hub',
  homeTenantId: sam.tenantId,
  domains: {},
  link: 'https://teams.microsoft.com/l/entity/app-1/home',
  signposts: [],
};

/** What the journeys of a contract need, over this store. `now` in epoch milliseconds. */
export function contractPorts(store: Store, now: () => number): ContractPorts {
  const unasked = async () => {
    throw new Error('Nobody asks the directory here');
  };
  return {
    store,
    scheme,
    clock: { now: async () => now(), real: Date.now },
    ids: nodeIds(),
    digests: nodeDigests(),
    directory: { me: unasked, resolve: async () => new Map(), stillThere: unasked },
  };
}

const mentee: Party = { person: sam, name: 'Sam Okoro', address: 'sam@trust.example' };
const mentor: Party = { person: priya, name: 'Priya Varghese', address: 'priya@trust.example' };

/** Opened for Sam, the mentee, and Priya, the mentor; all that has to be said has been said. */
export async function aDraftedContract(
  ports: ContractPorts,
  pairId = `pair-${randomUUID()}`,
  people: { readonly mentee: Party; readonly mentor: Party } = { mentee, mentor },
): Promise<string> {
  const meeting = aMeeting({ pairId, mentee: people.mentee.person, mentor: people.mentor.person });
  const met: MeetingRecord = { id: meetingRecordId(meeting.id), type: 'meeting', meeting, cards: {} };
  await ports.store.write(pairPartition(ports.scheme, pairId), [{ put: met, ifMatch: 'absent' }]);
  await openContract(ports, { pairId, ...people });
  await saved(ports, people.mentee.person, pairId, 'purpose', purpose);
  return pairId;
}

/** The digest of the version that waits for both signatures. */
export async function proposedBy(ports: ContractPorts, person: PersonId, pairId: string): Promise<string> {
  const { seen } = did(await seeContract(ports, person, { pairId }));
  const after = did(await proposeContract(ports, acting(person), { pairId, opId: randomUUID(), seen }));
  return after.facts.head.proposed?.digest ?? '';
}

export async function signedBy(
  ports: ContractPorts,
  person: PersonId,
  pairId: string,
  digest: string,
): Promise<SeenContract> {
  return did(await signContract(ports, acting(person), { pairId, opId: randomUUID(), digest }));
}

/** Proposed by the mentee, signed by both. */
export async function aSignedContract(ports: ContractPorts, pairId?: string): Promise<string> {
  const drafted = await aDraftedContract(ports, pairId);
  const digest = await proposedBy(ports, sam, drafted);
  await signedBy(ports, sam, drafted, digest);
  await signedBy(ports, priya, drafted, digest);
  return drafted;
}

/** Ended by the mentor. `keepUntil`: ISO date. */
export async function endedByMentor(
  ports: ContractPorts,
  pairId: string,
  keepUntil = '2028-12-31',
): Promise<void> {
  did(
    await changeContract(ports, pairId, ({ head }, { at }) =>
      ended(head, { by: 'mentor', at, keepUntil, how: 'early' }),
    ),
  );
}

export async function saved(
  ports: ContractPorts,
  person: PersonId,
  pairId: string,
  fieldId: string,
  value: string,
): Promise<SeenContract> {
  const { fields } = did(await seeContract(ports, person, { pairId }));
  const ifMatch = fields.find(({ field }) => field === fieldId)?.digest ?? 'new';
  return did(await saveField(ports, person, { pairId, fieldId, ifMatch, value }));
}

export function acting(person: PersonId): ActingFor {
  return { person, graphToken: async () => 'graph' };
}

/** What was to succeed did; otherwise the test fails with the refusal. */
export function did<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}

export function refusal(outcome: object): string {
  return isRefusal(outcome) ? outcome.refused : 'not refused';
}
