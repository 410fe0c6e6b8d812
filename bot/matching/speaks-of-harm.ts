import harm from './vocabulary/harm.json' with { type: 'json' };

const patterns = harm.phrases.map(phrase => {
  const words = phrase.split(' ').map(word => word.replace(/\*$/, '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})${words.join('\\s+')}(?!\\p{L})`, 'u');
});

/** Whether a sentence speaks of harm or of being unsafe. Rather once too often: the answer only puts help first. */
export function speaksOfHarm(sentence: string): boolean {
  const plain = sentence
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return patterns.some(pattern => pattern.test(plain));
}
