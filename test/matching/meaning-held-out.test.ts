import assert from 'node:assert/strict';
import { type FocusGuess, focusGuesser } from '../../bot/matching/focus-of.ts';
import { examples } from '../../bot/matching/meaning/examples.ts';
import { learned } from '../../bot/matching/meaning/learn.ts';
import { type Example, schemePhrases } from '../../bot/matching/meaning/scheme-phrases.ts';
import { spelled } from '../../bot/matching/spelling.ts';
import focusAreas from '../../bot/matching/vocabulary/focus-areas.json' with { type: 'json' };
import framing from '../../bot/matching/vocabulary/framing.json' with { type: 'json' };
import { wordsOf } from '../../bot/matching/words.ts';

const heldOut = 'third';
const longWords = 12;
/** Milliseconds, on a machine that is busy. */
const learningTime = 300_000;

type Told = { readonly example: Example; readonly guess: FocusGuess };

function share(told: readonly Told[], first: number): number {
  const right = told.filter(({ example, guess }) =>
    guess.areas.slice(0, first).some(({ name }) => example.areas.includes(name)),
  );
  return right.length / told.length;
}

describe('Sentences of a writer from whom nothing was learned', () => {
  let told: readonly Told[] = [];

  before(function () {
    this.timeout(learningTime);
    const known = examples.filter(({ writer }) => writer !== heldOut);
    const names = focusAreas.map(({ name }) => name);
    const guess = focusGuesser(schemePhrases, learned(known, framing, names));
    told = examples
      .filter(({ writer }) => writer === heldOut)
      .map(example => ({ example, guess: guess(spelled(wordsOf(example.text))) }));
  });

  it('are more than 900, short ones and long ones', () => {
    assert.ok(told.length > 900);
  });

  it('have their focus area first in at least 75 %', () => {
    assert.ok(share(told, 1) >= 0.75, `${share(told, 1)}`);
  });

  it('have their focus area among the first two in at least 86 %', () => {
    assert.ok(share(told, 2) >= 0.86, `${share(told, 2)}`);
  });

  it('are as often right as the weight of the first area says, within 8 %', () => {
    const said = told.reduce((sum, { guess }) => sum + (guess.areas[0]?.weight ?? 0), 0) / told.length;
    assert.ok(Math.abs(said - share(told, 1)) <= 0.08, `${said} said, ${share(told, 1)} right`);
  });

  it('are not taken for two needs, but for one in twenty, when they tell one', () => {
    const single = told.filter(
      ({ example }) => example.areas.length === 1 && example.text.split(' ').length >= longWords,
    );
    assert.ok(single.filter(({ guess }) => guess.needs === 2).length <= single.length / 20);
  });
});
