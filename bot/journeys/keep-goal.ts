import type { ContractNeeds } from '../contracts/contract-store.ts';
import { goalRecordId } from '../contracts/draft-of-contract.ts';
import { type OwnContract, ownContract } from '../contracts/own-contract.ts';
import { privateGoal, privateGoals } from '../contracts/private-goals.ts';
import { actOnContract, type SeenContract, seenBy } from '../contracts/seen-contract.ts';
import { recordsOf } from '../contracts/stored-contract.ts';
import { mayDraft } from '../mentoring/contract/change-contract.ts';
import { asWritten } from '../mentoring/contract/contract-field.ts';
import { mostGoals } from '../mentoring/contract/version-parts.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { PrivateGoalRecord } from '../records/contract-record.ts';
import { personPartition } from '../records/partitions.ts';

type Needs = ContractNeeds & Pick<Ports, 'ids'>;

export type GoalWords = {
  readonly headline: string;
  readonly measure: string;
  /** ISO date. */
  readonly targetOn?: string;
};

export type KeepGoal = {
  readonly pairId: string;
  /** Absent: a new one. */
  readonly goalId?: string;
  /** Etag of the state that was seen, of one that is there. */
  readonly ifMatch?: string;
  readonly goal: GoalWords & { readonly seenBy: 'both' | 'me' };
};

const mostPrivateGoals = 30;

/**
 * A goal, shared or only its writer's. A shared one belongs to the draft and to what is signed; a private one to nobody
 * but its writer, at any time until the end. One that changes from the one to the other is there twice for a moment, never
 * not at all; while it is shared, that is what counts.
 */
export async function keepGoal(
  ports: Needs,
  person: PersonId,
  asked: KeepGoal,
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, person, asked.pairId);
  if (isRefusal(own)) return own;
  const { goalId, goal } = asked;
  const { seenBy: _, ...typed } = goal;
  const words = { ...typed, headline: asWritten(typed.headline), measure: asWritten(typed.measure) };
  if (words.headline === '') return { refused: 'value not allowed' };
  const isShared = goalId !== undefined && isSharedIn(own, goalId);
  if (goalId === undefined || isShared === (goal.seenBy === 'both'))
    return goal.seenBy === 'both'
      ? share(ports, person, asked, words)
      : keepPrivate(ports, person, own, asked, words);
  return isShared
    ? makePrivate(ports, person, own, asked, words)
    : makeShared(ports, person, own, asked, words);
}

/** New, or in place of a shared one whose etag is given; `from`: of one's own that was private until now. */
async function share(
  ports: Needs,
  person: PersonId,
  { pairId, goalId, ifMatch }: KeepGoal,
  words: GoalWords,
  isNew = goalId === undefined,
): Promise<SeenContract | Refusal> {
  const goal = goalId ?? ports.ids.random();
  return actOnContract(ports, person, pairId, (contract, side) => {
    const closed = mayDraft(contract.head);
    if (closed) return closed;
    const goals = recordsOf(contract, 'goal');
    const before = goals.find(each => each.goal === goal);
    if (!isNew && before?.digest !== ifMatch) return { refused: 'changed meanwhile' };
    if (!before && goals.length >= mostGoals) return { refused: 'too many' };
    const others = (before?.writers ?? []).filter(writer => writer !== side);
    const id = goalRecordId(contract.nth, goal);
    const { by = side } = before ?? {};
    const put = { id, type: 'contract', is: 'goal', goal, by, writers: [...others, side], ...words } as const;
    return { head: contract.head, puts: [put] };
  });
}

async function keepPrivate(
  ports: Needs,
  person: PersonId,
  { contract, side }: OwnContract,
  { goalId, ifMatch }: KeepGoal,
  words: GoalWords,
): Promise<SeenContract | Refusal> {
  if (contract.head.stage === 'ended') return { refused: 'contract ended' };
  const { id: contractId } = contract.head;
  const all = await privateGoals(ports, person, contractId);
  const before = all.find(({ document }) => document.goal === goalId);
  if (goalId !== undefined && !before) return { refused: 'not found' };
  if (before && before.document.digest !== ifMatch) return { refused: 'changed meanwhile' };
  if (!before && all.length >= mostPrivateGoals) return { refused: 'too many' };
  const put = privateGoal(ports, contractId, { goal: goalId ?? ports.ids.random(), ...words });
  const written = await writePrivate(ports, person, put, before?.etag ?? 'absent');
  return written ?? seenBy(ports, person, side, contract);
}

async function makeShared(
  ports: Needs,
  person: PersonId,
  own: OwnContract,
  asked: KeepGoal,
  words: GoalWords,
): Promise<SeenContract | Refusal> {
  const all = await privateGoals(ports, person, own.contract.head.id);
  const before = all.find(({ document }) => document.goal === asked.goalId);
  if (!before) return { refused: 'not found' };
  if (before.document.digest !== asked.ifMatch) return { refused: 'changed meanwhile' };
  const shared = await share(ports, person, asked, words, true);
  if (isRefusal(shared)) return shared;
  await ports.store.write(personPartition(person), [{ remove: before.document.id, ifMatch: before.etag }]);
  return shared;
}

async function makePrivate(
  ports: Needs,
  person: PersonId,
  { contract, side }: OwnContract,
  { pairId, goalId = '', ifMatch }: KeepGoal,
  words: GoalWords,
): Promise<SeenContract | Refusal> {
  const closed = mayDraft(contract.head);
  if (closed) return closed;
  const before = recordsOf(contract, 'goal').find(each => each.goal === goalId);
  if (before?.digest !== ifMatch) return { refused: 'changed meanwhile' };
  if (before?.by !== side) return { refused: 'not to be changed' };
  const put = privateGoal(ports, contract.head.id, { goal: goalId, ...words });
  const failed = await writePrivate(ports, person, put, 'any');
  if (failed) return failed;
  return actOnContract(ports, person, pairId, current => {
    const now = mayDraft(current.head);
    if (now) return now;
    const shared = recordsOf(current, 'goal').find(each => each.goal === goalId);
    if (shared?.digest !== ifMatch) return { refused: 'changed meanwhile' };
    return { head: current.head, removes: [goalRecordId(current.nth, goalId)] };
  });
}

async function writePrivate(
  { store }: Needs,
  person: PersonId,
  put: PrivateGoalRecord,
  ifMatch: string,
): Promise<Refusal | undefined> {
  const { outcome } = await store.write(personPartition(person), [{ put, ifMatch }]);
  return outcome === 'written' ? undefined : { refused: 'changed meanwhile' };
}

function isSharedIn({ contract }: OwnContract, goalId: string): boolean {
  return recordsOf(contract, 'goal').some(({ goal }) => goal === goalId);
}
