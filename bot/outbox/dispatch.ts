import { type PersonId, personKey } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import { type About, type DueRecord, matterIdOf } from '../records/outbox-record.ts';
import { dueBucket } from '../records/partitions.ts';
import { bucketOf, copiesUpTo } from './buckets.ts';
import { forEachAtMost } from './for-each-at-most.ts';
import { sourceOf } from './relay.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** Both read the outbox records again before they do anything; what is not due any more they leave as it is. */
export type Hands = {
  /** Does what is due of one matter itself, as the kinds in `ofMatter` are. */
  settle(about: About): Promise<void>;
  /** Tells one person all the rest that is due for them. */
  tell(to: PersonId, due: readonly Stored<DueRecord>[]): Promise<void>;
  readonly ofMatter: ReadonlySet<string>;
};

/** So that a long queue does not keep what has come meanwhile from being seen. Real ms. */
const longestPassMs = 45_000;

/** Enough to keep within Teams' 50 a second for a tenant, few enough that none waits long for its turn. */
const atOnce = 16;

/**
 * One pass over what is due by the copies, each matter and each person once, matters first; one matter of a pair after the
 * other, as they are written under the same etag. Any number of instances may do this at the same time: each takes what it
 * does under its etag. Copies of what is no more are taken out.
 */
export async function dispatch(
  needs: Needs,
  hands: Hands,
  onProblem: (id: string, problem: unknown) => void,
): Promise<void> {
  const now = await needs.clock.now();
  const real = needs.clock.real();
  const due = (await copiesUpTo(needs, now)).filter(
    ({ document: { dueAt, leaseUntil } }) => dueAt <= now && leaseUntil <= real,
  );
  await forEachAtMost(atOnce, groups(due, hands), async ([first, ...others]) => {
    if (!first || needs.clock.real() > real + longestPassMs) return;
    const { id, to } = first.document;
    const all = [first, ...others];
    const matters = new Map(all.map(({ document }) => [matterIdOf(document.about), document]));
    if (to === undefined || isOfMatter(first, hands))
      for (const { id, about } of matters.values()) await tried(id, () => hands.settle(about), onProblem);
    else await tried(id, () => hands.tell(to, all), onProblem);
    for (const each of all) await tried(each.document.id, () => forgetGone(needs, each), onProblem);
  });
}

/** Each instance begins with other people, so that they seldom want the same. */
function groups(due: readonly Stored<DueRecord>[], hands: Hands): readonly (readonly Stored<DueRecord>[])[] {
  const byKey = new Map<string, Stored<DueRecord>[]>();
  for (const each of due) {
    const { to, about } = each.document;
    const key = to === undefined || isOfMatter(each, hands) ? `pair ${about.pairId}` : personKey(to);
    const group = byKey.get(key);
    if (group) group.push(each);
    else byKey.set(key, [each]);
  }
  const all = [...byKey.values()];
  const isMatter = ([first]: readonly Stored<DueRecord>[]) => first !== undefined && isOfMatter(first, hands);
  const people = all.filter(each => !isMatter(each));
  const start = Math.floor(Math.random() * people.length);
  return [...all.filter(isMatter), ...people.slice(start), ...people.slice(0, start)];
}

function isOfMatter({ document }: Stored<DueRecord>, { ofMatter }: Hands): boolean {
  return document.to === undefined || ofMatter.has(document.kind);
}

/** A copy whose record went before it was made. */
async function forgetGone(needs: Needs, copy: Stored<DueRecord>): Promise<void> {
  const { id } = copy.document;
  if (await sourceOf(needs, copy)) return;
  await needs.store.write(dueBucket(needs.scheme, bucketOf(id)), [{ remove: id, ifMatch: copy.etag }]);
}

async function tried(
  id: string,
  work: () => Promise<void>,
  onProblem: (id: string, problem: unknown) => void,
): Promise<void> {
  try {
    await work();
  } catch (problem) {
    onProblem(id, problem);
  }
}
