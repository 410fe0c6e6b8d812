import assert from 'node:assert/strict';
import { learnedFrom } from '../../bot/command-line/learned-from.ts';
import { focusGuesser } from '../../bot/matching/focus-of.ts';
import { examples } from '../../bot/matching/meaning/examples.ts';
import { learned } from '../../bot/matching/meaning/learn.ts';
import learnedModel from '../../bot/matching/meaning/learned-model.json' with { type: 'json' };
import { marksOf } from '../../bot/matching/meaning/mark.ts';
import { packed, unpacked, unpackedMarks } from '../../bot/matching/meaning/packed-model.ts';
import { phraseKey, schemePhrases } from '../../bot/matching/meaning/scheme-phrases.ts';
import focusAreas from '../../bot/matching/vocabulary/focus-areas.json' with { type: 'json' };
import framing from '../../bot/matching/vocabulary/framing.json' with { type: 'json' };
import { wordsOf } from '../../bot/matching/words.ts';

const names = focusAreas.map(({ name }) => name);
const guess = focusGuesser();
const meant = (text: string) => guess(wordsOf(text));
const megabyte = 2 ** 20;
const origin = { learnedFrom: 'few', phrases: marksOf(['one']), usedWords: marksOf(['two']) };

describe('What a sentence means', () => {
  for (const text of ['', 'hello there', 'thank you so much', 'I want to find a mentor', "I'm a nurse"]) {
    it(`is nothing where no need is told: "${text}"`, () => {
      assert.deepEqual(meant(text), { areas: [], needs: 0 });
    });
  }

  it('is several areas, likeliest first, with weights that add up to 1 at most', () => {
    const { areas } = meant('I dread the meeting where they tell me about the new rota');
    assert.ok(areas.length > 1);
    const weights = areas.map(({ weight }) => weight);
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    );
    assert.ok(weights.reduce((sum, weight) => sum + weight, 0) <= 1);
  });

  it('is two needs where two are told', () => {
    const { areas, needs } = meant('Two things: my pension, and how to write a business case.');
    assert.equal(needs, 2);
    assert.deepEqual(
      areas
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
      ['Money and business cases', 'Retirement and late career'],
    );
  });

  it('leaves out what the person says that it is not about', () => {
    const told = "It's not about the interview, I cannot sleep and I am exhausted";
    assert.equal(meant(told).areas[0]?.name, 'Wellbeing and work-life balance');
    assert.ok(!meant(told).areas.some(({ name }) => name === 'Interviews and applications'));
  });

  it('takes a new phrase of the scheme into account before anything is learned of it', () => {
    const area = 'Quality improvement';
    assert.deepEqual(meant('the zibbledorf').areas, []);
    const more = focusGuesser([...schemePhrases, { areas: [area], text: 'the zibbledorf' }]);
    for (const text of ['the zibbledorf', 'hello, my zibbledorf is broken'])
      assert.equal(more(wordsOf(text)).areas[0]?.name, area);
    assert.deepEqual(more(wordsOf('hello there')).areas, []);
  });
});

describe('The learned model', () => {
  it('was learned from the examples as they are: run npm run learn after changing them', () => {
    assert.equal(learnedModel.learnedFrom, learnedFrom(examples, framing));
    assert.deepEqual(learnedModel.classes, names);
  });

  it('knows of which phrases it was learned', () => {
    assert.deepEqual(unpackedMarks(learnedModel.phrases), marksOf(schemePhrases.map(phraseKey)));
  });

  it('is less than 2 MB in a file and in memory', () => {
    const { bias, common, rare } = unpacked(learnedModel);
    const kept = [common.features, common.weights, common.rarities, rare.features, rare.classes];
    assert.ok(JSON.stringify(learnedModel).length < 2 * megabyte);
    assert.ok(kept.reduce((sum, { byteLength }) => sum + byteLength, 0) < 2 * megabyte);
    assert.equal(common.weights.length, common.features.length * bias.length);
    assert.equal(rare.classes.length, rare.features.length);
  });

  it('keeps marks as they are, near ones and far ones', () => {
    const marks = Uint32Array.from([0, 1, 127, 128, 20_000, 2 ** 21, 2 ** 24 - 1]);
    const { common } = unpacked(
      packed(
        {
          classes: [],
          bias: Float32Array.of(0),
          common: {
            features: marks,
            weights: new Float32Array(7).fill(1),
            weightStep: 1,
            rarities: new Float32Array(7).fill(1),
          },
          rare: { features: marks, classes: new Uint8Array(7), rarity: 1, own: 1, others: 0 },
        },
        origin,
      ),
    );
    assert.deepEqual(common.features, marks);
  });

  it('is the same each time it is learned, and keeps no word of the examples', () => {
    const few = examples.filter((_, at) => at % 40 === 0);
    const one = packed(learned(few, framing, names), origin);
    assert.deepEqual(packed(learned(few, framing, names), origin), one);
    assert.ok(!JSON.stringify({ ...one, classes: [] }).includes('budget'));
  });
});
