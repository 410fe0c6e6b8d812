import { mark } from './meaning/mark.ts';
import { mentionFeatures } from './mention-features.ts';
import { mentionLessons } from './mention-lessons.ts';
import { type Meaning, meanings, type PackedMentionModel } from './mention-model.ts';
import { type Example, softmaxWeights } from './softmax.ts';

/** Features that say less than this, in logits, are left out. */
const leastWeight = 0.02;
const steps = 127;

/** Learns from the vocabulary's sentences: the same ones always give the same model. */
export function learnedMentions(
  examples: readonly Example<Meaning>[],
  learnedFrom: string,
): PackedMentionModel {
  const { features, weights } = softmaxWeights(meanings, examples);
  const rows = features
    .map((feature, at) => ({
      marked: mark(feature),
      row: [...weights.subarray(at * meanings.length, (at + 1) * meanings.length)],
    }))
    .filter(({ row }) => row.some(weight => Math.abs(weight) >= leastWeight))
    .sort((a, b) => a.marked - b.marked);
  const most = rows.reduce((largest, { row }) => Math.max(largest, ...row.map(Math.abs)), 0);
  const weightStep = most / steps;
  const { tokens } = mentionLessons();
  return {
    learnedFrom,
    tokens: base64(Uint32Array.from([...tokens].map(mark)).sort()),
    features: base64(Uint32Array.from(rows, ({ marked }) => marked)),
    weights: base64(
      Int8Array.from(rows.flatMap(({ row }) => row.map(weight => Math.round(weight / weightStep)))),
    ),
    weightStep,
  };
}

export function mentionExamples(): readonly Example<Meaning>[] {
  const { tokens, lessons } = mentionLessons();
  return lessons.map(({ context, meaning }) => ({
    label: meaning,
    features: mentionFeatures(context, token => tokens.has(token)),
  }));
}

function base64(values: Int8Array | Uint32Array): string {
  return Buffer.from(values.buffer).toString('base64');
}
