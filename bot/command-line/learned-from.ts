import { createHash } from 'node:crypto';
import { featuresOf } from '../matching/meaning/features.ts';
import { settings } from '../matching/meaning/learn.ts';
import type { Example } from '../matching/meaning/scheme-phrases.ts';
import type { Example as MentionExample } from '../matching/softmax.ts';
import { wordsOf } from '../matching/words.ts';

/** Says of what a model was learned: other examples, word families or stems give another digest. */
export function learnedFrom(examples: readonly Example[], framing: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const features = (text: string) => [...featuresOf(wordsOf(text)).keys()];
  for (const { areas, text } of examples) hash.update(JSON.stringify([areas, features(text)]));
  for (const text of framing) hash.update(JSON.stringify(features(text)));
  return hash.digest('hex').slice(0, 16);
}

/** Other sentences about mentions, or other features of them, give another digest. */
export function mentionsLearnedFrom(examples: readonly MentionExample<string>[]): string {
  const hash = createHash('sha256');
  for (const { label, features } of examples) hash.update(JSON.stringify([label, features]));
  return hash.digest('hex').slice(0, 16);
}
