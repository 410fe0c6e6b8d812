import { mark, placeAmong } from './meaning/mark.ts';
import { contextsOf, type Span } from './mention-context.ts';
import { mentionFeatures } from './mention-features.ts';
import packedModel from './mention-model.json' with { type: 'json' };
import { chancesOf, type Meaning, meanings, unpackedMentionModel } from './mention-model.ts';
import type { Word } from './words.ts';

const model = unpackedMentionModel(packedModel);
const isKnown = (token: string): boolean => placeAmong(model.tokens, mark(token)) !== undefined;

/** For each span, in their order: how likely it has each of the meanings, in theirs. */
export function meaningsOf(words: readonly Word[], spans: readonly Span[]): readonly (readonly number[])[] {
  return contextsOf(words, spans).map(context => chancesOf(model, mentionFeatures(context, isKnown)));
}

export function likeliest(chances: readonly number[]): Meaning {
  return meanings[chances.indexOf(Math.max(...chances))] ?? 'neither';
}
