import assert from 'node:assert/strict';
import { understand } from '../../bot/matching/understand.ts';
import { labelledFacets, labelledSentences, labels, understoodFacets } from './labelled-sentences.ts';

type Floors = {
  readonly first: number;
  readonly firstTwo: number;
  readonly precision: number;
  readonly recall: number;
};

function measured(file: string): Floors {
  const sentences = labelledSentences(file);
  const counts = { first: 0, firstTwo: 0, right: 0, found: 0, wanted: 0 };
  for (const sentence of sentences) {
    const { criteria } = understand(sentence.text);
    const areas = labels(sentence.want, 'focus_areas');
    const [first, second] = criteria.focusAreas.map(({ name }) => name);
    if (first !== undefined && areas.includes(first)) counts.first += 1;
    if ([first, second].some(name => name !== undefined && areas.includes(name))) counts.firstTwo += 1;
    const wanted = labelledFacets(sentence);
    const found = understoodFacets(criteria);
    counts.wanted += wanted.length;
    counts.found += found.length;
    counts.right += found.filter(facet => wanted.includes(facet)).length;
  }
  return {
    first: counts.first / sentences.length,
    firstTwo: counts.firstTwo / sentences.length,
    precision: counts.right / counts.found,
    recall: counts.right / counts.wanted,
  };
}

function holds(file: string, floors: Floors): void {
  const reached = measured(file);
  const parts: readonly (readonly [keyof Floors, string])[] = [
    ['first', 'puts the focus area first'],
    ['firstTwo', 'has the focus area among the first two'],
    ['precision', 'is right in the other criteria that it finds'],
    ['recall', 'finds the other criteria'],
  ];
  for (const [part, title] of parts) {
    it(`${title} in at least ${Math.round(100 * floors[part])} % (${(100 * reached[part]).toFixed(1)} %)`, () => {
      assert.ok(reached[part] >= floors[part]);
    });
  }
}

describe('Short wishes of a writer whom nothing was learned from or tried on', () => {
  holds('unseen-clauses.jsonl', { first: 0.88, firstTwo: 0.95, precision: 0.83, recall: 0.9 });
});

describe('Messages of the same writer, with greetings, asides, mistypes and refusals', () => {
  holds('unseen-by-hand.jsonl', { first: 0.88, firstTwo: 0.95, precision: 0.8, recall: 0.88 });
});

describe('Sentences that the vocabulary was tried on', () => {
  holds('known.jsonl', { first: 0.96, firstTwo: 0.98, precision: 0.97, recall: 0.97 });
  holds('tried.jsonl', { first: 0.9, firstTwo: 0.95, precision: 0.9, recall: 0.9 });
});
