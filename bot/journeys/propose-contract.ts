import { conflictWall } from '../contracts/conflict-wall.ts';
import type { ContractNeeds } from '../contracts/contract-store.ts';
import { ownContract } from '../contracts/own-contract.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { draftOf, personOf, recordsOf, type StoredContract } from '../contracts/stored-contract.ts';
import { verifyStored } from '../contracts/verify-stored.ts';
import { mayDraft, otherSide, proposed, sides } from '../mentoring/contract/change-contract.ts';
import { versionDigest } from '../mentoring/contract/contract-chain.ts';
import { contractFields } from '../mentoring/contract/contract-fields.ts';
import type { PartContent } from '../mentoring/contract/contract-part.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { contentsOfVersion, keptParts, refOf } from '../mentoring/contract/kept-parts.ts';
import { nameOf } from '../mentoring/contract/version-document.ts';
import { type DraftedField, namePart, versionParts } from '../mentoring/contract/version-parts.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { contractRecordId } from '../records/contract-record.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';

type Needs = ContractNeeds & Pick<Ports, 'directory'>;

export type ProposeContract = {
  readonly pairId: string;
  readonly opId: string;
  /** The state of all fields and shared goals that the proposer saw. */
  readonly seen: string;
};

/** Freezes what the proposer saw as a version for both to sign. Refused where anything of it is not so any more. */
export async function proposeContract(
  ports: Needs,
  as: ActingFor,
  { pairId, opId, seen }: ProposeContract,
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, as.person, pairId);
  if (isRefusal(own)) return own;
  const blocked = await conflictWall(ports, as, pairId);
  if (blocked) return blocked;
  const { digests, scheme } = ports;
  const people = await peopleNow(ports, own.contract);
  return actOnContract(
    ports,
    as.person,
    pairId,
    (contract, side, { now }) => {
      const { head, headRecord, nth } = contract;
      const closed = mayDraft(head);
      if (closed) return closed;
      const draft = draftOf(digests, contract);
      if (draft !== seen || headRecord.document.draft !== seen) return { refused: 'changed meanwhile' };
      const fields = recordsOf(contract, 'field');
      if (isMissing(fields)) return { refused: 'something missing' };
      if (verifyStored(digests, contract).problems.length > 0) return { refused: 'record not whole' };
      const contents = versionParts({
        contract: { id: head.id, kind: head.kind, version: head.versions + 1 },
        schemeName: scheme.name,
        terms: termsOf(scheme),
        people,
        fields,
        goals: recordsOf(contract, 'goal'),
        before: head.active === undefined ? [] : contentsOfVersion(contract, head.active),
      });
      const { sha256: hash, salt } = digests;
      const parts = keptParts(contents, contract.parts.values(), { hash, salt });
      const refs = parts.map(refOf);
      const after = proposed(head, { by: side, digest: versionDigest(hash, refs), parts: refs });
      if (isRefusal(after)) return after;
      const puts = parts
        .filter(({ digest }) => !contract.parts.has(digest))
        .map(part => ({
          id: contractRecordId(nth, 'part', part.digest),
          type: 'contract' as const,
          is: 'part' as const,
          ...part,
        }));
      return { ...after, puts, tells: [{ kind: 'contract-proposed', to: otherSide(side), dueAt: now }] };
    },
    { verb: 'propose', opId },
  );
}

function isMissing(fields: readonly DraftedField[]): boolean {
  const filled = new Set(fields.flatMap(({ field, value }) => (value === '' ? [] : [field])));
  return contractFields.some(({ id, isRequired }) => isRequired && !filled.has(id));
}

/** The ties as they were made, and the names as the directory gave them last. */
async function peopleNow(
  { store }: Pick<Ports, 'store'>,
  contract: StoredContract,
): Promise<readonly PartContent[]> {
  const ties = contentsOfVersion(contract, 0).filter(({ tie }) => tie !== undefined);
  const names = sides.map(async side => {
    const person = personOf(contract, side);
    const record = person && (await store.read<PersonRecord>(personPartition(person), 'person'));
    const { name, organisation } = record?.document.known ?? nameOf(contract, side);
    return namePart(side, name, organisation);
  });
  return [...(await Promise.all(names)), ...ties];
}
