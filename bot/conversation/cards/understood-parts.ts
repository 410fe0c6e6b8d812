import type { AskedBack } from '../../journeys/asked-back.ts';
import type { Relaxed } from '../../matching/count-mentors.ts';
import type { Criteria } from '../../matching/criteria.ts';
import { criterionIds } from '../../matching/criterion.ts';
import { type Action, type Element, line, pressOnly, rows } from './card.ts';
import { findingWording, withoutWords } from './finding-wording.ts';

const mostChips = 15;
const longestTitle = 40;
const longestQuote = 60;
const mostQuotes = 5;

export type Understood = {
  readonly criteria: Criteria;
  readonly notUnderstood?: readonly string[];
  readonly askBack?: readonly AskedBack[];
  readonly wider?: readonly Relaxed[];
  /** How many mentors have all that is asked. */
  readonly withEverything?: number;
};

/** What is asked back, what was not understood, what was, each part to be taken off, and how to see more where there are few. */
export function understoodParts({
  criteria,
  notUnderstood = [],
  askBack = [],
  wider = [],
  withEverything = 0,
}: Understood): Element[] {
  return [
    ...askBack.flatMap(({ name, choices }) => [
      line(findingWording.whichPlace(name), { spacing: 'Medium' }),
      ...rows(
        choices.map(({ words, takeOff, putOn }) => pressOnly(words, 'choose-place', { takeOff, putOn })),
      ),
    ]),
    ...(notUnderstood.length === 0 ? [] : [line(notUnderstoodWords(notUnderstood), { spacing: 'Medium' })]),
    ...underLine(findingWording.understoodHint, chips(criteria)),
    ...underLine(
      findingWording.wider,
      wider.map(each => widerButton(each, withEverything)),
    ),
  ];
}

function underLine(words: string, actions: readonly Action[]): Element[] {
  if (actions.length === 0) return [];
  return [line(words, { isSubtle: true, spacing: 'Medium' }), ...rows(actions)];
}

function chips(criteria: Criteria): readonly Action[] {
  return criterionIds(criteria)
    .slice(0, mostChips)
    .map(({ id, words }) => ({
      ...pressOnly(`${shortened(capital(words), longestTitle)} ×`, 'take-off', { criterionId: id }),
      tooltip: findingWording.takeOff(words),
    }));
}

function widerButton({ criterionId, words, count }: Relaxed, withEverything: number): Action {
  const without = withoutWords(criterionId, words);
  const more = count - withEverything;
  return {
    ...pressOnly(findingWording.widerBy(shortened(without, longestTitle - 10), more), 'take-off', {
      criterionId,
    }),
    tooltip: findingWording.widerBy(without, more),
  };
}

/** Words of theirs go back to the person as they were typed, and stay nowhere. */
function notUnderstoodWords(words: readonly string[]): string {
  return findingWording.notUnderstood(words.slice(0, mostQuotes).map(each => shortened(each, longestQuote)));
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function shortened(words: string, length: number): string {
  const characters = [...words];
  if (characters.length <= length) return words;
  const beginning = characters.slice(0, length - 1).join('');
  return `${beginning.trimEnd()}…`;
}
