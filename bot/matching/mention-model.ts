import { mark, placeAmong } from './meaning/mark.ts';

/** Whether a profession, a setting or a trait is asked of the mentor, refused, said of the asker, or part of the story. */
export const meanings = ['wanted', 'avoided', 'own', 'neither'] as const;
export type Meaning = (typeof meanings)[number];

/** What each feature says for or against each meaning. Words and features are kept as ascending marks. */
export type MentionModel = {
  readonly tokens: Uint32Array;
  readonly features: Uint32Array;
  /** A row for each feature, in steps of `weightStep`. */
  readonly weights: Int8Array;
  readonly weightStep: number;
};

/** A model as it is kept in a file, numbers in base64, the least byte first. */
export type PackedMentionModel = {
  /** Says of which examples it was learned. */
  readonly learnedFrom: string;
  readonly tokens: string;
  readonly features: string;
  readonly weights: string;
  readonly weightStep: number;
};

export function unpackedMentionModel({
  tokens,
  features,
  weights,
  weightStep,
}: PackedMentionModel): MentionModel {
  return {
    tokens: new Uint32Array(bytes(tokens)),
    features: new Uint32Array(bytes(features)),
    weights: new Int8Array(bytes(weights)),
    weightStep,
  };
}

/** The probability of each meaning, in their order; they add up to 1. */
export function chancesOf(model: MentionModel, features: readonly string[]): readonly number[] {
  const logits = meanings.map(() => 0);
  for (const feature of features) {
    const place = placeAmong(model.features, mark(feature));
    if (place === undefined) continue;
    meanings.forEach((_, at) => {
      logits[at] = (logits[at] ?? 0) + model.weightStep * (model.weights[place * meanings.length + at] ?? 0);
    });
  }
  const most = Math.max(...logits);
  const raised = logits.map(logit => Math.exp(logit - most));
  const total = raised.reduce((sum, each) => sum + each, 0);
  return raised.map(each => each / total);
}

function bytes(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}
