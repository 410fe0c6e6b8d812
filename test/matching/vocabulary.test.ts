import assert from 'node:assert/strict';
import { boardsOn, boardsToday } from '../../bot/matching/boards.ts';
import { regionOf } from '../../bot/matching/find-places.ts';
import { organisations } from '../../bot/matching/organisations.ts';
import { kilometresBetween, knownPlaces } from '../../bot/matching/places.ts';
import focusAreas from '../../bot/matching/vocabulary/focus-areas.json' with { type: 'json' };
import organisationTypes from '../../bot/matching/vocabulary/organisation-types.json' with { type: 'json' };
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

  it('gives no name to two places, and knows where each place is', () => {
    assert.deepEqual(twice(knownPlaces.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])), []);
    for (const { name, latitude, longitude } of knownPlaces) {
      assert.ok(latitude > 49.8 && latitude < 60.9 && longitude > -8.2 && longitude < 1.8, name);
    }
    assert.equal(regionOf('Stoke-on-Trent'), 'Midlands');
    assert.equal(regionOf('atlantis'), undefined);
  });

  it('tells how far one town is from another', () => {
    assert.equal(Math.round((kilometresBetween('Leeds', 'Bradford') ?? 0) / 5) * 5, 15);
    assert.equal(Math.round((kilometresBetween('Penzance', 'Newcastle upon Tyne') ?? 0) / 50) * 50, 600);
    assert.equal(kilometresBetween('Leeds', 'atlantis'), undefined);
  });

  it('puts every town within 160 km of the middle of its county, where the county is known', () => {
    for (const { name, county } of knownPlaces) {
      assert.ok((kilometresBetween(name, county) ?? 0) < 160, `${name}, ${county}`);
    }
  });

  it('has at least 200 trusts and boards, each in a town that is known and of a type that is known', () => {
    assert.ok(organisations.length >= 200);
    for (const { name, town, type } of organisations) {
      assert.ok(
        organisationTypes.some(each => each.name === type),
        name,
      );
      assert.ok(town === '' || town === 'London' || regionOf(town) !== undefined, name);
    }
    assert.deepEqual(twice(organisations.flatMap(each => [each.name, ...each.alsoCalled])), []);
  });

  it('knows more than 400 job titles over 14 professions', () => {
    assert.equal(professions.length, 14);
    assert.ok(professions.flatMap(({ people }) => people).length > 400);
  });

  it('follows boards to those that they became', () => {
    assert.deepEqual(boardsToday('Surrey Heartlands', '2026-03-31'), ['Surrey Heartlands']);
    assert.deepEqual(boardsToday('Surrey Heartlands', '2026-04-01'), ['Surrey and Sussex']);
    assert.deepEqual(boardsToday('Devon', '2030-01-01'), ['Devon']);
    assert.deepEqual(boardsToday('Atlantis', '2026-01-01'), []);
  });

  it('has a board that exists for whatever a board became', () => {
    for (const { boards } of regions) {
      for (const { name } of boards) {
        const now = boardsToday(name, '2026-11-22');
        assert.ok(now.length > 0, name);
        for (const each of now) assert.ok(boardsOn('2026-11-22').some(board => board.name === each));
      }
    }
  });

  it('dates every board', () => {
    for (const { boards } of regions) {
      for (const { validFrom } of boards) assert.match(validFrom, /^\d{4}-\d\d-\d\d$/);
    }
  });
});
