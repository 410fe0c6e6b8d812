import { wallTime } from '../mentoring/availability/wall-day.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { noted, otherSide, sides } from '../mentoring/contract/change-contract.ts';
import { type LineManagement, lineManagement } from '../mentoring/people/line-management.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import {
  type ConflictKind,
  type ConflictOfInterest,
  conflictsNow,
  passed,
} from '../mentoring/review/conflict-of-interest.ts';
import { needless, newReview, type Review } from '../mentoring/review/review.ts';
import { zone } from '../mentoring/zone.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { DirectoryPerson } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import { type ActingFor, SignInRequired } from '../ports/sign-in.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import {
  type ContractChange,
  type ContractNeeds,
  changeContract,
  type DecidedAt,
  readContract,
} from './contract-store.ts';
import { reviewPut, reviewsOf } from './reviews-of-contract.ts';
import { personOf, type StoredContract } from './stored-contract.ts';

type Needs = ContractNeeds & Pick<Ports, 'directory'>;

/**
 * Asked at proposal, at signature and at a review: does either manage the other now, as far as the directory tells, and
 * has either declared something that stands in the way. What is found opens a review for the two to look at together;
 * nobody else is told. The directory is asked anew; where it does not answer, what it said last counts. `undefined`:
 * nothing stands in the way.
 */
export async function conflictWall(
  ports: Needs,
  as: ActingFor,
  pairId: string,
): Promise<Refusal | undefined> {
  const contract = await readContract(ports, pairId);
  const mentee = contract && personOf(contract, 'mentee');
  const mentor = contract && personOf(contract, 'mentor');
  if (!mentee || !mentor) return { refused: 'not found' };
  const known = await managementNow(ports, [mentee, mentor], as);
  const stands = conflictsIn(contract);
  const isNew = known === 'manages' && !stands.some(isOfDirectory);
  const isOver = known === 'does not' && stands.some(isOfDirectory);
  const after =
    isNew || isOver
      ? await changeContract(ports, pairId, (current, decided) =>
          isNew
            ? conflictFound(current, { kind: 'line management' }, decided)
            : directoryPassed(current, decided),
        )
      : contract;
  if (isRefusal(after)) return after;
  const found = conflictsNow({ lineManagement: known, declared: conflictsIn(after) });
  return found.length > 0 ? { refused: 'conflict to review' } : undefined;
}

/**
 * What has come up, added to the review that is open about such things, or in a new one. Both are asked to look at it;
 * the chain says what it is, and not who said so.
 */
export function conflictFound(
  contract: StoredContract,
  { kind, by }: { readonly kind: ConflictKind; readonly by?: Side },
  { now }: DecidedAt,
): ContractChange | Refusal {
  const changed = noted(contract.head, { kind: 'conflict', how: kind });
  if (isRefusal(changed)) return changed;
  const conflict: ConflictOfInterest = { kind, since: now, ...(by && { declaredBy: by }) };
  const open = reviewsOf(contract).find(each => each.kind === 'conflict' && !each.result);
  const count = reviewsOf(contract).filter(each => each.kind === 'conflict').length + 1;
  const dueOn = wallTime(now, zone).on;
  const review: Review = open
    ? { ...open, conflicts: [...open.conflicts, conflict] }
    : newReview({ id: `conflict-${count}`, kind: 'conflict', dueOn }, zone, [conflict]);
  const told = by ? [otherSide(by)] : sides;
  return {
    ...changed,
    puts: [reviewPut(contract, review)],
    tells: told.map(to => ({ kind: 'review-due', to, dueAt: now })),
  };
}

/** What one of the two has said, or the directory, stands in the way no more; a review that is then about nothing is settled. */
export function conflictsPassed(
  contract: StoredContract,
  by: Side | 'directory',
  now: number,
): readonly Review[] {
  return reviewsOf(contract).flatMap(review => {
    const conflicts = review.conflicts.map(each => passed(each, by, now) ?? each);
    if (conflicts.every((each, at) => each === review.conflicts[at])) return [];
    const after = { ...review, conflicts };
    return [conflicts.every(each => each.passedAt !== undefined) ? needless(after, now) : after];
  });
}

function directoryPassed(contract: StoredContract, { now }: DecidedAt): ContractChange {
  const puts = conflictsPassed(contract, 'directory', now).map(review => reviewPut(contract, review));
  return { head: contract.head, puts };
}

/** Standing, but for those that the two have agreed to meet by changing the contract. */
function conflictsIn(contract: StoredContract): readonly ConflictOfInterest[] {
  return reviewsOf(contract)
    .filter(({ result }) => result?.what !== 'amend')
    .flatMap(({ conflicts }) => conflicts)
    .filter(({ passedAt }) => passedAt === undefined);
}

function isOfDirectory({ declaredBy }: ConflictOfInterest): boolean {
  return declaredBy === undefined;
}

async function managementNow(
  ports: Needs,
  people: readonly [PersonId, PersonId],
  as: ActingFor,
): Promise<LineManagement> {
  const kept = await Promise.all(
    people.map(
      async person =>
        (await ports.store.read<PersonRecord>(personPartition(person), 'person'))?.document.known,
    ),
  );
  const addresses = kept.flatMap(known => known?.address ?? []);
  const asked = await askedNow(ports.directory, as, addresses);
  const [one, other] = people.map((person, at) => ({
    person,
    managers:
      asked.find(each => samePerson(each.person, person))?.managers ??
      kept[at]?.managers ??
      ('unknown' as const),
  }));
  return one && other ? lineManagement(one, other) : 'unknown';
}

/** As the directory has them now; nobody, where it does not answer. */
async function askedNow(
  directory: Needs['directory'],
  as: ActingFor,
  addresses: readonly string[],
): Promise<readonly DirectoryPerson[]> {
  try {
    const found = await directory.resolve(as, addresses);
    return [...found.values()].filter(each => typeof each === 'object');
  } catch (problem) {
    if (problem instanceof CalendarUnavailable || problem instanceof SignInRequired) return [];
    throw problem;
  }
}
