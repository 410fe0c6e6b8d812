import assert from 'node:assert/strict';
import { type Count, facetScores, facetTable, labelledFiles, labelledLines } from './facet-scores.ts';

/** Fewer than this say nothing of a share. */
const least = 20;
const aim = { precision: 0.95, recall: 0.9 };
/** What a facet must reach; those that are not named here are printed only. */
const floors: ReadonlyMap<string, { readonly precision: number; readonly recall: number }> = new Map(
  [
    'profession',
    'region',
    'town',
    'organisation',
    'organisation_type',
    'band',
    'languages',
    'meets',
    'available_days',
    'part_of_day',
    'lived_experience',
    'not profession',
    'not organisation',
    'not available_days',
  ].map(facet => [facet, aim]),
);

function added(all: Map<string, Count>, counts: ReadonlyMap<string, Count>): Map<string, Count> {
  for (const [facet, { right, found, wanted }] of counts) {
    const before = all.get(facet) ?? { right: 0, found: 0, wanted: 0 };
    all.set(facet, {
      right: before.right + right,
      found: before.found + found,
      wanted: before.wanted + wanted,
    });
  }
  return all;
}

describe('What is understood of labelled sentences, facet by facet', () => {
  const files = labelledFiles();
  const scored = files.map(file => facetScores(labelledLines(file)));
  const all = scored.map(({ counts }) => counts).reduce<Map<string, Count>>(added, new Map());

  const mistakesIn = (facet: string): string =>
    scored
      .flatMap(({ mistakes }) => mistakes)
      .flatMap(({ id, text, wrong }) => {
        const inFacet = wrong.filter(each => each.slice(2).startsWith(`${facet}:`));
        return inFacet.length === 0 ? [] : [`${id} ${text} [${inFacet.join('; ')}]`];
      })
      .join('\n');

  it(`is told here, as precision and recall, for ${files.join(' and ')}:\n${facetTable(all)}`, () => {
    assert.ok(files.length > 0);
  });

  for (const [facet, { precision, recall }] of floors) {
    const { right, found, wanted } = all.get(facet) ?? { right: 0, found: 0, wanted: 0 };
    it(`${facet}: at least ${precision} of what is found is right, and ${recall} of what is there is found`, () => {
      assert.ok(
        found < least || right / found >= precision,
        `${right} of ${found} are right\n${mistakesIn(facet)}`,
      );
      assert.ok(
        wanted < least || right / wanted >= recall,
        `${right} of ${wanted} are found\n${mistakesIn(facet)}`,
      );
    });
  }
});
