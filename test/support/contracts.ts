import type { ContractFor } from '../../bot/mentoring/contract/contract-for.ts';
import type { ContractMatter } from '../../bot/mentoring/contract/contract-matter.ts';
import { isRefusal, type Refusal } from '../../bot/mentoring/refusal.ts';
import {
  type ContractReminderKind,
  contractReminderKinds,
  isContractNews,
} from '../../bot/mentoring/reminders/contract-reminders.ts';
import { answered, newReview, type Review, wished } from '../../bot/mentoring/review/review.ts';
import { zone } from '../../bot/mentoring/zone.ts';

const ids = { pairId: 'p'.repeat(36), contractId: 'c'.repeat(36) };

/** A contract that both have signed; what a test says differs. */
export function aContract(differs: Partial<ContractMatter> = {}): ContractMatter {
  return {
    ...ids,
    stage: 'active',
    parties: {
      mentee: { person: { tenantId: 't', objectId: 'mentee' }, name: 'Sam Okoro' },
      mentor: { person: { tenantId: 't', objectId: 'mentor' }, name: 'Priya Varghese' },
    },
    active: 1,
    isDrafting: false,
    ending: {},
    lookedBack: [],
    ...differs,
  };
}

/** A review that is due at that instant. */
export function aReview(now: number, kind: Review['kind'] = 'agreed'): Review {
  const dueOn = new Date(now - 86_400_000).toISOString().slice(0, 10);
  const conflicts = kind === 'conflict' ? [{ kind: 'appraiser' as const, since: now }] : [];
  return newReview({ id: `${kind}-${dueOn}`, kind, dueOn }, zone, conflicts);
}

/** However a contract may stand, once each. */
export function contractMatters(
  names: { readonly mentee: string; readonly mentor: string },
  now: number,
): readonly ContractMatter[] {
  const { parties, ...rest } = aContract();
  const both = {
    ...rest,
    parties: {
      mentee: { ...parties.mentee, name: names.mentee },
      mentor: { ...parties.mentor, name: names.mentor },
    },
  };
  const { active: _none, ...unsigned } = both;
  const review = aReview(now);
  const byMentee = must(answered(review, 'mentee', now));
  const byBoth = must(answered(byMentee, 'mentor', now));
  return [
    { ...unsigned, stage: 'drafting', isDrafting: true },
    ...[[], ['mentor'] as const, ['mentee'] as const].map(signedBy => ({
      ...unsigned,
      stage: 'proposed' as const,
      proposed: { version: 1, by: 'mentor' as const, signedBy },
    })),
    both,
    { ...both, nextReviewOn: '2027-03-01' },
    { ...both, isDrafting: true },
    ...[review, byMentee, byBoth, must(wished(byBoth, 'mentor', 'go on', now)), aReview(now, 'conflict')].map(
      openReview => ({ ...both, openReview }),
    ),
    { ...both, ending: { suggested: { by: 'mentor', at: now } } },
    { ...both, stage: 'ended', ending: { ended: { how: 'early', at: now } }, keptUntil: '2028-11-23' },
  ];
}

/** All that this person could be told of it now. */
export function everyNewsOf({ contract, iAm }: ContractFor, now: number): readonly ContractReminderKind[] {
  return contractReminderKinds.filter(kind => isContractNews(kind, contract, iAm, now));
}

/** What was not refused. */
export function must<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`Refused: ${value.refused}`);
  return value;
}
