import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { type ContractTerms, termsOf } from '../mentoring/contract/contract-terms.ts';
import type { ContractFacts } from '../mentoring/contract/kept-parts.ts';
import type { Verified } from '../mentoring/contract/verify-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type {
  CommentRecord,
  FieldRecord,
  GoalRecord,
  PrivateGoalRecord,
} from '../records/contract-record.ts';
import { type ActAround, actsAround } from './acts-around.ts';
import { type ContractChange, type ContractNeeds, changeContract, type DecidedAt } from './contract-store.ts';
import { ownContract } from './own-contract.ts';
import { privateGoals } from './private-goals.ts';
import { recordsOf, type StoredContract } from './stored-contract.ts';
import { verifyStored } from './verify-stored.ts';

/** A contract as one of its two parties sees it. Nothing in it is private to the other. */
export type SeenContract = {
  readonly side: Side;
  readonly facts: ContractFacts;
  /** Names the state of all fields and shared goals. */
  readonly seen: string;
  readonly fields: readonly FieldRecord[];
  readonly comments: readonly CommentRecord[];
  readonly goals: readonly GoalRecord[];
  /** The asker's own. */
  readonly privateGoals: readonly PrivateGoalRecord[];
  readonly record: Verified;
  readonly schemeName: string;
  readonly terms: ContractTerms;
  /** What may be done besides with its reviews, its end and the note to a manager. */
  readonly can: readonly ActAround[];
};

export async function seenBy(
  ports: Pick<Ports, 'store' | 'scheme' | 'digests' | 'clock'>,
  person: PersonId,
  side: Side,
  contract: StoredContract,
): Promise<SeenContract> {
  const { head, links, parts, headRecord } = contract;
  const goals = recordsOf(contract, 'goal');
  const shared = new Set(goals.map(({ goal }) => goal));
  const [own, now] = await Promise.all([privateGoals(ports, person, head.id), ports.clock.now()]);
  return {
    side,
    facts: { head, links, parts },
    seen: headRecord.document.draft,
    fields: recordsOf(contract, 'field'),
    comments: recordsOf(contract, 'comment'),
    goals,
    privateGoals: own.map(({ document }) => document).filter(({ goal }) => !shared.has(goal)),
    record: verifyStored(ports.digests, contract),
    schemeName: ports.scheme.name,
    terms: termsOf(ports.scheme),
    can: actsAround(contract, side, now),
  };
}

export type Decide = (
  contract: StoredContract,
  side: Side,
  decided: DecidedAt,
) => ContractChange | StoredContract | Refusal;

/** What one of the two does with their contract, and how they see it then. `once`: a decision that is never carried out twice. */
export async function actOnContract(
  ports: ContractNeeds,
  person: PersonId,
  pairId: string,
  decide: Decide,
  once?: { readonly verb: string; readonly opId: string },
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, person, pairId);
  if (isRefusal(own)) return own;
  const { side } = own;
  const changed = await changeContract(
    ports,
    pairId,
    (contract, decided) => decide(contract, side, decided),
    { contract: own.contract.head.id, ...(once ? { once: { by: side, ...once } } : {}) },
  );
  return isRefusal(changed) ? changed : seenBy(ports, person, side, changed);
}
