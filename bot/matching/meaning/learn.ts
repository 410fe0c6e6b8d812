import { type Word, wordsOf } from '../words.ts';
import { type Dice, dice } from './dice.ts';
import { type Encoded, encoded, type LearnedModel, markedFeatures, softmax } from './learned-model.ts';
import type { Example } from './scheme-phrases.ts';

/** Chosen on writers held out: docs/decisions/0005. */
export const settings = {
  rounds: 6,
  rate: 0.5,
  biasRate: 0.02,
  decay: 2e-4,
  leastUses: 2,
  rarityPower: 1.5,
  framesTogether: 3,
  seed: 1,
};
const { rounds, rate, biasRate, decay, leastUses, rarityPower, seed } = settings;

/** `features`: by their marks. */
type Lesson = { readonly features: ReadonlyMap<number, number>; readonly classes: readonly number[] };

/**
 * Logistic regression by Adagrad: the same examples always give the same model. Each example is learned as it is and
 * once more between framing sentences, which by themselves tell no need: so greetings and asides come to say nothing.
 */
export function learned(
  examples: readonly Example[],
  framing: readonly string[],
  classes: readonly string[],
): LearnedModel {
  const roll = dice(seed);
  const lessons = lessonsFrom(examples, framing, classes, roll);
  const uses = new Map<number, number>();
  for (const { features } of lessons)
    for (const feature of features.keys()) uses.set(feature, (uses.get(feature) ?? 0) + 1);
  const known = [...uses]
    .filter(([, times]) => times >= leastUses)
    .map(([marked, times]) => ({
      marked,
      rarity: rarity(times, lessons.length),
      isRare: times === leastUses,
    }))
    .sort((a, b) => Number(a.isRare) - Number(b.isRare) || a.marked - b.marked);
  const places = new Map(known.map(({ marked }, place) => [marked, place]));
  const bias = new Float32Array(classes.length + 1);
  const weights = new Float32Array(known.length * bias.length);
  const slopes = new Float32Array(weights.length).fill(1e-3);
  const told = lessons.map(({ features, classes: right }) => ({
    right,
    told: encoded(
      features,
      marked => places.get(marked),
      place => known[place]?.rarity ?? 0,
    ),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of roll.shuffled(told)) step(one.right, one.told, weights, slopes, bias);
  }
  const common = known.filter(({ isRare }) => !isRare);
  return {
    classes,
    bias,
    common: {
      features: Uint32Array.from(common, ({ marked }) => marked),
      rarities: Float32Array.from(common, one => one.rarity),
      weights: weights.subarray(0, common.length * bias.length),
      weightStep: 1,
    },
    rare: {
      features: Uint32Array.from(known.slice(common.length), ({ marked }) => marked),
      rarity: rarity(leastUses, lessons.length),
      ...rareWeights(weights.subarray(common.length * bias.length), bias.length),
    },
  };
}

/** Each row as its likeliest class, and what such rows say on average. */
function rareWeights(
  weights: Float32Array,
  width: number,
): { readonly classes: Uint8Array; readonly own: number; readonly others: number } {
  const rows = Array.from({ length: weights.length / width }, (_, row) =>
    weights.subarray(row * width, (row + 1) * width),
  );
  const classes = Uint8Array.from(rows, row => row.indexOf(Math.max(...row)));
  const count = Math.max(1, rows.length);
  const all = weights.reduce((sum, weight) => sum + weight, 0) / count;
  const own = rows.reduce((sum, row) => sum + Math.max(...row), 0) / count;
  return { classes, own, others: (all - own) / (width - 1) };
}

function rarity(times: number, all: number): number {
  return (Math.log(1 + all / times) / Math.log(1 + all)) ** rarityPower;
}

function step(
  right: readonly number[],
  told: Encoded,
  weights: Float32Array,
  slopes: Float32Array,
  bias: Float32Array,
): void {
  const wrong = Float64Array.from(bias);
  told.places.forEach((place, at) => {
    const value = told.values[at] ?? 0;
    for (let kind = 0; kind < bias.length; kind += 1)
      wrong[kind] = (wrong[kind] ?? 0) + value * (weights[place * bias.length + kind] ?? 0);
  });
  softmax(wrong);
  for (const kind of right) wrong[kind] = (wrong[kind] ?? 0) - 1 / right.length;
  told.places.forEach((place, at) => {
    const value = told.values[at] ?? 0;
    for (let kind = 0; kind < bias.length; kind += 1) {
      const cell = place * bias.length + kind;
      const slope = (wrong[kind] ?? 0) * value + decay * (weights[cell] ?? 0);
      const steep = (slopes[cell] ?? 0) + slope * slope;
      slopes[cell] = steep;
      weights[cell] = (weights[cell] ?? 0) - (rate * slope) / Math.sqrt(steep);
    }
  });
  for (let kind = 0; kind < bias.length; kind += 1)
    bias[kind] = (bias[kind] ?? 0) - biasRate * (wrong[kind] ?? 0);
}

function lessonsFrom(
  examples: readonly Example[],
  framing: readonly string[],
  classes: readonly string[],
  roll: Dice,
): readonly Lesson[] {
  const frames = framing.map(wordsOf);
  const lesson = (words: readonly Word[], right: readonly number[]): Lesson => ({
    features: markedFeatures(words),
    classes: right,
  });
  const framed = examples.flatMap(({ areas, text }) => {
    const right = areas.map(area => classes.indexOf(area));
    const words = wordsOf(text);
    const [first, last] = roll.pick([
      [true, false],
      [false, true],
      [true, true],
    ]);
    const around = sentences([first ? roll.pick(frames) : [], words, last ? roll.pick(frames) : []]);
    return [lesson(words, right), lesson(around, right)];
  });
  const noNeed = frames.flatMap(frame => [
    lesson(frame, [classes.length]),
    ...Array.from({ length: settings.framesTogether }, () =>
      lesson(sentences([frame, roll.pick(frames)]), [classes.length]),
    ),
  ]);
  return [...framed, ...noNeed];
}

function sentences(parts: readonly (readonly Word[])[]): readonly Word[] {
  return parts.flatMap(part => part.map((word, at) => (at === 0 ? { ...word, breakBefore: 'stop' } : word)));
}
