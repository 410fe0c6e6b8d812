import type { LearnedModel } from './learned-model.ts';

/** A model as it is kept in a file. Marks, ascending, are kept as steps from one to the next, 7 bits a byte, in base64. */
export type PackedModel = {
  /** Says of which examples it was learned. */
  readonly learnedFrom: string;
  /** Marks of the scheme's phrases of which it was learned, and of words that several examples use. */
  readonly phrases: string;
  readonly usedWords: string;
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  /** Weights are signed bytes in base64, a row for each feature; rarities are unsigned. */
  readonly common: {
    readonly features: string;
    readonly weights: string;
    readonly weightStep: number;
    readonly rarities: string;
    readonly rarityStep: number;
  };
  /** Classes are bytes in base64. */
  readonly rare: {
    readonly features: string;
    readonly classes: string;
    readonly rarity: number;
    readonly own: number;
    readonly others: number;
  };
};

type Origin = {
  readonly learnedFrom: string;
  readonly phrases: Uint32Array;
  readonly usedWords: Uint32Array;
};

export function packed(model: LearnedModel, { learnedFrom, phrases, usedWords }: Origin): PackedModel {
  const { classes, bias, common, rare } = model;
  const weightStep = most(common.weights) / 127;
  const rarityStep = most(common.rarities) / 255;
  return {
    learnedFrom,
    phrases: steps(phrases),
    usedWords: steps(usedWords),
    classes,
    bias: [...bias].map(value => Math.round(value * 1e4) / 1e4),
    common: {
      features: steps(common.features),
      weights: base64(Int8Array.from(common.weights, weight => Math.round(weight / weightStep))),
      weightStep,
      rarities: base64(Uint8Array.from(common.rarities, rarity => Math.round(rarity / rarityStep))),
      rarityStep,
    },
    rare: { ...rare, features: steps(rare.features), classes: base64(rare.classes) },
  };
}

export function unpacked({ classes, bias, common, rare }: PackedModel): LearnedModel {
  return {
    classes,
    bias: Float32Array.from(bias),
    common: {
      features: unpackedMarks(common.features),
      weights: new Int8Array(bytes(common.weights).buffer),
      weightStep: common.weightStep,
      rarities: Float32Array.from(bytes(common.rarities), rarity => rarity * common.rarityStep),
    },
    rare: { ...rare, features: unpackedMarks(rare.features), classes: bytes(rare.classes) },
  };
}

export function unpackedMarks(text: string): Uint32Array {
  const kept = bytes(text);
  const marks = new Uint32Array(kept.reduce((count, byte) => count + Number(byte < 0x80), 0));
  let [mark, step, at, shift] = [0, 0, 0, 0];
  for (const byte of kept) {
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    mark += step;
    marks[at] = mark;
    at += 1;
    step = 0;
    shift = 0;
  }
  return marks;
}

function steps(marks: Uint32Array): string {
  const kept: number[] = [];
  let last = 0;
  for (const mark of marks) {
    let step = mark - last;
    last = mark;
    for (; step >= 0x80; step >>>= 7) kept.push((step & 0x7f) | 0x80);
    kept.push(step);
  }
  return base64(Uint8Array.from(kept));
}

function most(values: Float32Array | Int8Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function base64(values: Int8Array | Uint8Array): string {
  return Buffer.from(values.buffer).toString('base64');
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
