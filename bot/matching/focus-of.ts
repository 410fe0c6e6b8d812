import type { WantedFocusArea } from './criteria.ts';
import { freshPhrases } from './meaning/fresh-phrases.ts';
import learnedModel from './meaning/learned-model.json' with { type: 'json' };
import { type Classifier, classifier, type LearnedModel, softmax } from './meaning/learned-model.ts';
import { unpacked, unpackedMarks } from './meaning/packed-model.ts';
import { type Example, schemePhrases } from './meaning/scheme-phrases.ts';
import { tellsTwoNeeds } from './meaning/tells-two-needs.ts';
import { withoutDenied } from './meaning/without-denied.ts';
import { termsOfWord } from './terms.ts';
import type { Word } from './words.ts';

export type FocusGuess = {
  /** Likeliest first, weights adding up to 1 at most; empty when no word says anything about an area. */
  readonly areas: readonly WantedFocusArea[];
  readonly needs: 0 | 1 | 2;
};

/**
 * Chosen on writers held out, so that the weights are probabilities: docs/decisions/0005. The more words, the surer the
 * model should have been; two needs share the weight.
 */
const temperature = { oneWord: 0.79, growth: -0.107, least: 0.42, most: 0.58, twoNeeds: 1 };
/** How much a phrase counts of which nothing was learned yet, when all its words are there. */
const freshWeight = 3.5;
const mostAreas = 8;
/** `beside`: of the likeliest area, as a share of "no need told"; where no word is known, the model must be sure. */
const least = { weight: 0.001, beside: 0.4, likelyWithoutWord: 0.6 };

/** The scheme's phrases count as soon as they are written down, and fully once `npm run learn` has learned them. */
export function focusGuesser(
  told: readonly Example[] = schemePhrases,
  model: LearnedModel = unpacked(learnedModel),
): (words: readonly Word[]) => FocusGuess {
  const names = model.classes;
  const fresh = freshPhrases(names, told, unpackedMarks(learnedModel.phrases));
  const classify = classifier(model);
  return words => {
    const asked = withoutDenied(words);
    const shares = fresh(asked);
    const learned = classify.likely(asked);
    if (!tellsNeed(asked, learned, Math.max(...shares), classify)) return { areas: [], needs: 0 };
    const logits = learned
      .subarray(0, names.length)
      .map((share, id) => Math.log(share + 1e-9) + freshWeight * (shares[id] ?? 0));
    const areas = ranked(names, softmax(logits.slice(), temperatureFor(words.length)));
    if (!tellsTwoNeeds(asked, areas, areasIn(classify))) return { areas, needs: 1 };
    return { areas: ranked(names, softmax(logits, temperature.twoNeeds)), needs: 2 };
  };
}

function ranked(names: readonly string[], likely: Float64Array): readonly WantedFocusArea[] {
  return names
    .map((name, id) => ({ name, weight: Math.floor(1000 * (likely[id] ?? 0)) / 1000 }))
    .filter(({ weight }) => weight >= least.weight)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostAreas);
}

function areasIn({ likely }: Classifier): (words: readonly Word[]) => Float64Array {
  return words => {
    const learned = likely(words);
    const told = 1 - (learned.at(-1) ?? 0);
    const areas = learned.subarray(0, -1).map(share => Math.log(share + 1e-9));
    return softmax(areas, temperatureFor(words.length)).map(share => share * told);
  };
}

function temperatureFor(words: number): number {
  const { oneWord, growth, least: lowest, most } = temperature;
  return Math.min(most, Math.max(lowest, oneWord + growth * Math.log(Math.max(1, words))));
}

function tellsNeed(
  words: readonly Word[],
  learned: Float64Array,
  fresh: number,
  { knows }: Classifier,
): boolean {
  if (fresh > least.beside) return true;
  const likely = Math.max(...learned.subarray(0, -1));
  const isKnown = words.some(({ word }) => termsOfWord(word).some(knows));
  return likely >= least.beside * (learned.at(-1) ?? 0) && (isKnown || likely >= least.likelyWithoutWord);
}
