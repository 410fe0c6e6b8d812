import type { Side } from '../chemistry/change-meeting.ts';
import { otherSide } from '../contract/change-contract.ts';
import type { ContractMatter } from '../contract/contract-matter.ts';
import { reviewFor } from '../review/review-for.ts';

export const contractReminderKinds = [
  'contract-proposed',
  'contract-signed',
  'contract-active',
  'contract-changed',
  'review-due',
  'ending-suggested',
  'contract-ended',
  'looking-back',
] as const;
export type ContractReminderKind = (typeof contractReminderKinds)[number];

/**
 * One kind of news about a contract. `holds`: it is still true, and still news for this side. What is said is in the
 * conversation's wording; when it falls due is said by whatever causes it.
 */
type Row = {
  readonly kind: ContractReminderKind;
  holds(contract: ContractMatter, to: Side, now: number): boolean;
};

const rows: readonly Row[] = [
  { kind: 'contract-ended', holds: ({ stage }) => stage === 'ended' },
  {
    kind: 'contract-signed',
    holds: ({ proposed }, to) =>
      proposed !== undefined && isWanted(proposed, to) && proposed.signedBy.length > 0,
  },
  {
    kind: 'contract-proposed',
    holds: ({ proposed }, to) => proposed !== undefined && isWanted(proposed, to) && proposed.by !== to,
  },
  { kind: 'contract-active', holds: ({ stage, proposed }) => stage === 'active' && proposed === undefined },
  { kind: 'ending-suggested', holds: ({ ending }, to) => ending.suggested?.by === otherSide(to) },
  { kind: 'review-due', holds: waitsForTheirReview },
  {
    kind: 'contract-changed',
    holds: ({ isDrafting, proposed, stage }) => isDrafting && proposed === undefined && stage !== 'ended',
  },
  {
    kind: 'looking-back',
    holds: ({ stage, lookedBack }, to) => stage === 'ended' && !lookedBack.includes(to),
  },
];

/** Still true and of use to them at that instant, epoch ms. */
export function isContractNews(
  kind: ContractReminderKind,
  contract: ContractMatter,
  to: Side,
  now: number,
): boolean {
  return rows.some(row => row.kind === kind && row.holds(contract, to, now));
}

/** Whether it still has to be said where all these are said of the same contract. */
export function isSaidBeside(kind: ContractReminderKind, all: readonly ContractReminderKind[]): boolean {
  if (kind === 'contract-changed') return all.every(each => each === kind);
  return kind !== 'contract-proposed' || !all.includes('contract-signed');
}

export function isContractReminderKind(kind: string): kind is ContractReminderKind {
  return contractReminderKinds.some(each => each === kind);
}

function isWanted({ signedBy }: NonNullable<ContractMatter['proposed']>, to: Side): boolean {
  return !signedBy.includes(to);
}

function waitsForTheirReview({ openReview, stage }: ContractMatter, to: Side, now: number): boolean {
  if (!openReview || stage === 'ended') return false;
  const { waitsFor } = reviewFor(openReview, to, {}, now);
  return waitsFor === 'me' || waitsFor === 'both';
}
