import { type ContractNeeds, changeContract, createContract } from '../../bot/contracts/contract-store.ts';
import type { Side } from '../../bot/mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import { opened, proposed, signed, takenBack } from '../../bot/mentoring/contract/change-contract.ts';
import { versionDigest } from '../../bot/mentoring/contract/contract-chain.ts';
import type { PartContent } from '../../bot/mentoring/contract/contract-part.ts';
import { keptParts, refOf } from '../../bot/mentoring/contract/kept-parts.ts';
import { namePart, partKey, tiePart } from '../../bot/mentoring/contract/version-parts.ts';
import { contractRecordId, type PartRecord } from '../../bot/records/contract-record.ts';
import { type MeetingRecord, meetingRecordId } from '../../bot/records/pair-record.ts';
import { pairPartition, personPartition } from '../../bot/records/partitions.ts';
import { membershipRecord } from '../../bot/records/person-record.ts';
import { must } from './contracts.ts';

type Wanted = {
  /** The meeting that the two have had. */
  readonly meeting: Meeting;
  /** What the version that binds says, by field. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Who has signed the proposed version; both: it binds. */
  readonly signedBy?: readonly Side[];
};

/** A contract of a pair as its drafting, proposing and signing would leave it. */
export async function contractInStore(
  ports: ContractNeeds,
  { meeting, fields = {}, signedBy = ['mentee', 'mentor'] }: Wanted,
): Promise<void> {
  const { store, scheme, digests } = ports;
  const { pairId, mentee, mentor } = meeting;
  const parties = { mentee: 'party-mentee', mentor: 'party-mentor' };
  const people: PartContent[] = [
    namePart('mentee', mentee.name, undefined),
    namePart('mentor', mentor.name, undefined),
    tiePart('mentee', parties.mentee, mentee.person),
    tiePart('mentor', parties.mentor, mentor.person),
  ];
  const asked: PartContent[] = Object.entries(fields).map(([field, text]) => ({
    key: partKey.field(field),
    of: 'both',
    label: field,
    text,
    value: text,
  }));
  const making = { hash: digests.sha256, salt: digests.salt };
  const tied = keptParts(people, [], making);
  const parts = [...tied, ...keptParts(asked, [], making)];
  const puts = parts.map(
    (part): PartRecord => ({
      id: contractRecordId(1, 'part', part.digest),
      type: 'contract',
      is: 'part',
      ...part,
    }),
  );
  const at = new Date(await ports.clock.now()).toISOString();
  const first = opened({
    id: `contract-of-${pairId}`,
    pairId,
    kind: 'one-to-one',
    parties,
    at,
    parts: tied.map(refOf),
  });
  await createContract(ports, 1, { ...first, puts });
  const digest = versionDigest(digests.sha256, parts.map(refOf));
  await changeContract(ports, pairId, ({ head }, { now }) => ({
    ...must(proposed(head, { by: 'mentee', digest, parts: parts.map(refOf) })),
    tells: [{ kind: 'contract-proposed', to: 'mentor', dueAt: now }],
  }));
  for (const by of signedBy) await signInStore(ports, pairId, by);
  const record: MeetingRecord = { id: meetingRecordId(meeting.id), type: 'meeting', meeting, cards: {} };
  const pair = { id: 'pair', type: 'pair', lineManagement: 'does not', declarations: {} };
  for (const put of [record, pair])
    await store.write(pairPartition(scheme, pairId), [{ put, ifMatch: 'absent' }]);
  for (const [role, { person }] of [
    ['mentee', mentee],
    ['mentor', mentor],
  ] as const)
    await store.write(personPartition(person), [
      { put: membershipRecord(pairId, role, scheme.homeTenantId), ifMatch: 'absent' },
    ]);
}

/** One of the two signs what is proposed; the other is told. */
export async function signInStore(ports: ContractNeeds, pairId: string, by: Side): Promise<void> {
  const to = by === 'mentee' ? 'mentor' : 'mentee';
  await changeContract(ports, pairId, ({ head }, { now }) => {
    const after = must(signed(head, { by, digest: head.proposed?.digest ?? '' }));
    const kind = after.head.proposed ? 'contract-signed' : 'contract-active';
    return { ...after, tells: [{ kind, to, dueAt: now }] };
  });
}

export async function takeBackInStore(ports: ContractNeeds, pairId: string, by: Side): Promise<void> {
  await changeContract(ports, pairId, ({ head }) => must(takenBack(head, by)));
}
