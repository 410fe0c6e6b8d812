import type { Word } from '../words.ts';
import { featuresOf } from './features.ts';
import { mark, placeAmong } from './mark.ts';

/** A linear model: what each feature says for or against each class. The last class is "no need told". */
export type LearnedModel = {
  readonly classes: readonly string[];
  readonly bias: Float32Array;
  readonly common: CommonFeatures;
  readonly rare: RareFeatures;
};

type CommonFeatures = {
  /** Marks, ascending. */
  readonly features: Uint32Array;
  /** One for each feature, 0 to 1. */
  readonly rarities: Float32Array;
  /** One row for each feature, as long as `bias`, in steps of `weightStep`. */
  readonly weights: Float32Array | Int8Array;
  readonly weightStep: number;
};

/** Features of one example: it is enough to know its class, as they all say about as much. */
type RareFeatures = {
  /** Marks, ascending. */
  readonly features: Uint32Array;
  readonly classes: Uint8Array;
  readonly rarity: number;
  /** What one says for its own class, and for each other. */
  readonly own: number;
  readonly others: number;
};

export type Classifier = {
  /** How likely each class is, in the model's order. */
  readonly likely: (words: readonly Word[]) => Float64Array;
  readonly knows: (feature: string) => boolean;
};

/** A longer sentence is scaled down, but still says more than a short one. */
const lengthPower = 0.65;

export type Encoded = { readonly places: readonly number[]; readonly values: readonly number[] };

export function encoded(
  features: ReadonlyMap<number, number>,
  placeOf: (marked: number) => number | undefined,
  rarityOf: (place: number) => number,
): Encoded {
  const places: number[] = [];
  const raw: number[] = [];
  let squares = 0;
  for (const [marked, weight] of features) {
    const place = placeOf(marked);
    if (place === undefined) continue;
    const value = weight * rarityOf(place);
    places.push(place);
    raw.push(value);
    squares += value * value;
  }
  const length = (squares || 1) ** lengthPower;
  return { places, values: raw.map(value => value / length) };
}

/** The features by their marks, with weights. */
export function markedFeatures(words: readonly Word[]): ReadonlyMap<number, number> {
  return new Map([...featuresOf(words)].map(([feature, weight]) => [mark(feature), weight]));
}

/** Probabilities from logits, made in place; above 1, `temperature` makes them more alike. */
export function softmax(logits: Float64Array, temperature = 1): Float64Array {
  const most = Math.max(...logits);
  let sum = 0;
  for (let at = 0; at < logits.length; at += 1) {
    logits[at] = Math.exp(((logits[at] ?? 0) - most) / temperature);
    sum += logits[at] ?? 0;
  }
  for (let at = 0; at < logits.length; at += 1) logits[at] = (logits[at] ?? 0) / sum;
  return logits;
}

export function classifier({ bias, common, rare }: LearnedModel): Classifier {
  const { features, rarities, weights, weightStep } = common;
  const placeOf = (marked: number): number | undefined => {
    const place = placeAmong(features, marked);
    if (place !== undefined) return place;
    const rarePlace = placeAmong(rare.features, marked);
    return rarePlace === undefined ? undefined : features.length + rarePlace;
  };
  const rarityOf = (place: number): number => rarities[place] ?? rare.rarity;
  return {
    likely: words => {
      const { places, values } = encoded(markedFeatures(words), placeOf, rarityOf);
      const logits = Float64Array.from(bias);
      places.forEach((place, at) => {
        const value = values[at] ?? 0;
        const row = place * bias.length;
        const own = place < features.length ? undefined : rare.classes[place - features.length];
        for (let kind = 0; kind < bias.length; kind += 1) {
          const weight =
            own === undefined
              ? weightStep * (weights[row + kind] ?? 0)
              : kind === own
                ? rare.own
                : rare.others;
          logits[kind] = (logits[kind] ?? 0) + value * weight;
        }
      });
      return softmax(logits);
    },
    knows: feature => placeOf(mark(feature)) !== undefined,
  };
}
