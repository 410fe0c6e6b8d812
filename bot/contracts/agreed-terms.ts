import { wallTime } from '../mentoring/availability/wall-day.ts';
import type { PartContent } from '../mentoring/contract/contract-part.ts';
import { contentsOfVersion } from '../mentoring/contract/kept-parts.ts';
import { type AgreedReviews, datesEvery } from '../mentoring/review/reviews-due.ts';
import { zone } from '../mentoring/zone.ts';
import type { StoredContract } from './stored-contract.ts';

/** The fields of a contract that the clock and the note to a manager go by. */
const fields = {
  firstReview: 'field:first-review-on',
  reviewEvery: 'field:review-every',
  endsOn: 'field:ends-on',
  length: 'field:minutes',
  frequency: 'field:how-often',
} as const;

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** What the version that binds says of reviews. `undefined`: it says nothing, or none binds. */
export function agreedReviews(contract: StoredContract): AgreedReviews | undefined {
  const activeOn = activeSince(contract);
  const first = fieldValue(contract, fields.firstReview);
  if (activeOn === undefined || !isoDate.test(first)) return undefined;
  const months = Number.parseInt(fieldValue(contract, fields.reviewEvery), 10);
  return { dates: datesEvery(first, Number.isNaN(months) ? 0 : months, endsOn(contract)), activeOn };
}

/** The last day, ISO date; absent: it is open. */
export function endsOn(contract: StoredContract): string | undefined {
  const value = fieldValue(contract, fields.endsOn);
  return isoDate.test(value) ? value : undefined;
}

/** The time agreed as a manager may be told it: "60 minutes, once a month"; empty where none binds. */
export function timeAgreed(contract: StoredContract): string {
  const minutes = fieldValue(contract, fields.length);
  const often = fieldText(contract, fields.frequency);
  return [minutes && `${minutes} minutes`, often.toLowerCase()].filter(each => each !== '').join(', ');
}

/** The day, ISO date, on which a version was first signed by both. */
function activeSince({ links }: StoredContract): string | undefined {
  const signedBy = new Map<number, Set<string>>();
  for (const { kind, by, version, at } of links) {
    if (kind !== 'signed' || !by || !version) continue;
    const signers = signedBy.get(version.number) ?? new Set();
    signedBy.set(version.number, signers.add(by));
    if (signers.size === 2) return wallTime(Date.parse(at), zone).on;
  }
  return undefined;
}

function fieldValue(contract: StoredContract, key: string): string {
  const part = bindingPart(contract, key);
  return (part?.value ?? part?.text ?? '').trim();
}

function fieldText(contract: StoredContract, key: string): string {
  return (bindingPart(contract, key)?.text ?? '').trim();
}

/** In the version that binds. */
function bindingPart(contract: StoredContract, key: string): PartContent | undefined {
  const { active } = contract.head;
  if (active === undefined) return undefined;
  return contentsOfVersion(contract, active).find(content => content.key === key);
}
