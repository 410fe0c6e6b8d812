import { sayDay } from '../../mentoring/availability/say-time.ts';
import { wallTime } from '../../mentoring/availability/wall-day.ts';
import { otherSide } from '../../mentoring/contract/change-contract.ts';
import type { ContractFor } from '../../mentoring/contract/contract-for.ts';
import type { ContractReminderKind } from '../../mentoring/reminders/contract-reminders.ts';
import { isShown } from '../../mentoring/review/review.ts';
import { zone } from '../../mentoring/zone.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

/** All text about contracts in the chat. */
export const contractWords = {
  title: ({ other }: ContractFor) => `Mentoring contract with ${other}`,
  news: (contracts: number) => (contracts === 1 ? 'Your mentoring contract' : 'Your mentoring contracts'),
  open: 'Open the contract',
  openOf: (name: string) => `Open the contract with ${name}`,
  review: 'Open the review',
  ending: 'Say what you gained',
  pdf: 'Open it as PDF',
  tell: 'Tell your manager',
  none: 'You have no contract yet. It begins when you have met a mentor and both of you say yes to go on.',
  noteTitle: 'A note to your manager',
  noteLine: 'It says that you have a mentor and the time agreed, and nothing else. We send nothing.',
  noteCopy: 'Copy it, or give your manager’s work e-mail address to open a chat with it written.',
  addressLabel: 'Your manager’s work e-mail address',
  addressError: 'Write an e-mail address, such as sam@example.nhs.uk.',
  writeChat: 'Write the chat',
  openChat: 'Open the chat',
  noteReady: 'The chat opens with the note written. You send it, or not.',
  noteLater: 'There is nothing to tell yet. Type “my contract” to see where it is.',
  stands: (seen: ContractFor, now: number): string => {
    const { contract, other, stands } = seen;
    switch (stands) {
      case 'drafted':
        return 'You are both drafting it. Either of you can propose it.';
      case 'to sign':
        return signed(seen);
      case 'review':
        return reviewLine(seen, now);
      case 'active': {
        const next = contract.nextReviewOn ? ` Next review: ${sayDay(contract.nextReviewOn)}.` : '';
        return `You have both signed it.${next}`;
      }
      case 'ended':
        return `Your mentoring with ${first(other)} has ended.${kept(seen)}`;
    }
  },
  /** What waits for whom; empty: nothing does. */
  waits: ({ waitsFor, stands, other }: ContractFor): string => {
    if (stands === 'drafted') return '';
    switch (waitsFor) {
      case 'me':
        return 'It waits for you.';
      case 'other':
        return `It waits for ${first(other)}.`;
      case 'both':
        return 'It waits for both of you.';
      case 'nobody':
        return '';
    }
  },
  suggested: ({ iAm, other, contract: { ending } }: ContractFor): string => {
    if (!ending.suggested) return '';
    if (ending.suggested.by === iAm) return 'You suggest to end your mentoring together.';
    return `${first(other)} suggests to end your mentoring together.`;
  },
  line: (kind: ContractReminderKind, seen: ContractFor, now: number): string => {
    const { other } = seen;
    switch (kind) {
      case 'contract-proposed':
        return `${other} has proposed the contract. Read it, then sign it or change it.`;
      case 'contract-signed':
        return `${other} has signed the contract. It waits for you.`;
      case 'contract-active':
        return `You and ${other} have both signed the contract.`;
      case 'contract-changed':
        return `${other} has changed the draft of the contract.`;
      case 'review-due':
        return reviewLine(seen, now);
      case 'ending-suggested':
        return `${other} suggests to end your mentoring together. You need not agree.`;
      case 'contract-ended':
        return `Your mentoring with ${other} has ended.${kept(seen)}`;
      case 'looking-back':
        return `Your mentoring with ${other} ended half a year ago. What has come of it since?`;
    }
  },
};

function signed({ contract: { proposed }, iAm, other }: ContractFor): string {
  if (!proposed) return '';
  const mine = proposed.signedBy.includes(iAm);
  const theirs = proposed.signedBy.includes(otherSide(iAm));
  const by = proposed.by === iAm ? 'You have' : `${first(other)} has`;
  const who = mine
    ? 'You have signed it.'
    : theirs
      ? `${first(other)} has signed it.`
      : 'Nobody has signed it yet.';
  return `${by} proposed version ${proposed.version}. ${who}`;
}

function reviewLine({ contract: { openReview }, iAm, other }: ContractFor, now: number): string {
  if (!openReview) return '';
  if (isShown(openReview, now)) {
    const isAsked = openReview.wishes[otherSide(iAm)] !== undefined && openReview.wishes[iAm] === undefined;
    return isAsked
      ? `${other} has said what should come of your review. It counts once you choose the same.`
      : `You and ${other} can both see your answers now. Decide how to go on.`;
  }
  if (openReview.answeredAt[iAm] !== undefined)
    return `You have answered. You both see the answers once ${first(other)} has answered, or on ${sayInstant(openReview.shownAt)}.`;
  return openReview.kind === 'conflict'
    ? `There is something for you and ${other} to look at together. It is nobody’s fault.`
    : `A review with ${other} is due.`;
}

function kept({ contract: { keptUntil } }: ContractFor): string {
  return keptUntil === undefined ? '' : ` The record is kept until ${sayDay(keptUntil)}.`;
}

function sayInstant(instant: number): string {
  return sayDay(wallTime(instant, zone).on);
}
