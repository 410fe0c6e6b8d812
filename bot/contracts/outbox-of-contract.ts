import { isDeepStrictEqual } from 'node:util';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { sides } from '../mentoring/contract/change-contract.ts';
import { sideIn } from '../mentoring/contract/contract-matter.ts';
import { isContractNews, isContractReminderKind } from '../mentoring/reminders/contract-reminders.ts';
import { askedAgainAt } from '../mentoring/review/ending.ts';
import { morningOf } from '../mentoring/review/review.ts';
import { agreedDates } from '../mentoring/review/reviews-due.ts';
import { zone } from '../mentoring/zone.ts';
import type { Stored, Write } from '../ports/store.ts';
import { type OutboxRecord, outboxRecordId } from '../records/outbox-record.ts';
import { agreedReviews, endsOn } from './agreed-terms.ts';
import { matterOfContract } from './matter-of-contract.ts';
import { personOf, type StoredContract } from './stored-contract.ts';

/** Whom a change is told to; without `to`: what is done outside because of it. `dueAt`: movable time, epoch ms. */
export type Tell = { readonly kind: string; readonly to?: Side; readonly dueAt: number };

/** The last day has passed. */
export const planned = 'contract-ends';
/** The last day on which it is kept has passed. */
export const forgotten = 'contract-forgotten';
/** Place and sessions of a mentoring that has ended are still to be freed. */
export const freed = 'contract-freed';

const dayMs = 24 * 60 * 60_000;
/** Each for both; later ones follow with the next change. */
const mostDates = 12;

export type Times = { readonly now: number; readonly real: number };

/**
 * All that a contract's outbox is to hold after a change: what is told because of it, what falls due by the clock, and of
 * what was there what is still true. Somebody who was erased is told nothing.
 */
export function tellWrites(
  contract: StoredContract,
  tells: readonly Tell[],
  before: readonly Stored<OutboxRecord>[],
  times: Times,
): readonly Write[] {
  const clocked = byTheClock(contract, times.now);
  const wanted = new Map<string, OutboxRecord>();
  for (const tell of [...tells, ...clocked]) {
    const record = recordFor(contract, tell, before, times);
    if (record) wanted.set(record.id, record);
  }
  const matter = matterOfContract(contract, times.now);
  const gone = before.filter(({ document: { id, kind, to, state } }) => {
    if (wanted.has(id) || state !== 'waiting') return false;
    if (!isContractReminderKind(kind)) return kind === planned || kind === forgotten;
    const side = to && sideIn(matter, to);
    return !side || !isContractNews(kind, matter, side, times.now);
  });
  return [
    ...gone.map(({ document, etag }) => ({ remove: document.id, ifMatch: etag })),
    ...[...wanted.values()]
      .filter(record => !before.some(({ document }) => document === record))
      .map(record => ({
        put: record,
        ifMatch: before.find(({ document }) => document.id === record.id)?.etag ?? 'absent',
      })),
  ];
}

/** Reviews ahead, the last day, and half a year after the end. */
function byTheClock(contract: StoredContract, now: number): readonly Tell[] {
  const { stage, endedAt, keepUntil } = contract.head;
  const toBoth = (kind: string, dueAt: number) => (dueAt > now ? sides.map(to => ({ kind, to, dueAt })) : []);
  if (endedAt !== undefined) {
    const isForgotten = contract.links.some(({ kind, by }) => kind === 'erased' && by === undefined);
    const last = keepUntil === undefined || isForgotten ? [] : [afterDay(forgotten, keepUntil, now)];
    return [...toBoth('looking-back', askedAgainAt(Date.parse(endedAt), zone)), ...last];
  }
  if (stage !== 'active') return [];
  const agreed = agreedReviews(contract);
  const dates = agreed ? agreedDates(agreed).map(day => morningOf(day, zone)) : [];
  const last = endsOn(contract);
  return [
    ...dates
      .filter(at => at > now)
      .slice(0, mostDates)
      .flatMap(at => toBoth('review-due', at)),
    ...(last === undefined ? [] : [afterDay(planned, last, now)]),
  ];
}

/** On the morning after that day. */
function afterDay(kind: string, day: string, now: number): Tell {
  return { kind, dueAt: Math.max(morningOf(day, zone) + dayMs, now) };
}

/** As it was, where nothing about it has changed. */
function recordFor(
  contract: StoredContract,
  { kind, to, dueAt }: Tell,
  before: readonly Stored<OutboxRecord>[],
  { real }: Times,
): OutboxRecord | undefined {
  const { id: contractId, pairId } = contract.head;
  const person = to && personOf(contract, to);
  if (to && !person) return undefined;
  const id = outboxRecordId(contractId, { kind, dueAt, ...(person && { to: person }) });
  const there = before.find(({ document }) => document.id === id)?.document;
  if (there && there.dueAt === dueAt && isDeepStrictEqual(there.to, person)) return there;
  return {
    id,
    type: 'outbox',
    kind,
    ...(person && { to: person }),
    about: { pairId, contractId },
    dueAt,
    state: 'waiting',
    leaseUntil: 0,
    fence: there?.fence ?? 0,
    tries: 0,
    version: Math.max((there?.version ?? 0) + 1, real),
  };
}
