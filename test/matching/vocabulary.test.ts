import assert from 'node:assert/strict';
import { regionOf } from '../../bot/matching/find-places.ts';
import focusAreas from '../../bot/matching/vocabulary/focus-areas.json' with { type: 'json' };
import professions from '../../bot/matching/vocabulary/professions.json' with { type: 'json' };
import regions from '../../bot/matching/vocabulary/regions.json' with { type: 'json' };

function twice(values: readonly string[]): readonly string[] {
  const plain = values.map(value => value.toLowerCase());
  return plain.filter((value, at) => plain.indexOf(value) !== at);
}

describe('The vocabulary', () => {
  it('has 21 focus areas, each with at least 40 example phrases', () => {
    assert.equal(focusAreas.length, 21);
    for (const { name, phrases } of focusAreas) assert.ok(phrases.length >= 40, name);
  });

  it('has no example phrase twice', () => {
    assert.deepEqual(twice(focusAreas.flatMap(({ phrases }) => phrases)), []);
  });

  it('gives no title to two professions', () => {
    assert.deepEqual(twice(professions.flatMap(({ people, fields }) => [...people, ...fields])), []);
  });

  it('puts no town into two regions, and finds the region of a town', () => {
    assert.deepEqual(
      twice(regions.flatMap(({ places, placesThatNeedACue }) => [...places, ...placesThatNeedACue])),
      [],
    );
    assert.equal(regionOf('Stoke-on-Trent'), 'Midlands');
    assert.equal(regionOf('atlantis'), undefined);
  });

  it('dates every board', () => {
    for (const { boards } of regions) {
      for (const { validFrom } of boards) assert.match(validFrom, /^\d{4}-\d\d-\d\d$/);
    }
  });
});
