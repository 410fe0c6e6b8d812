import MiniSearch from 'minisearch';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { stem } from './stem.ts';

type Text = Pick<MentorProfile, 'id' | 'jobTitle' | 'about' | 'organisation'>;

export type MentorText = {
  put(profile: MentorProfile): void;
  remove(id: string): void;
  /** By profile id, 0 to 1, the best match having 1. */
  match(terms: readonly string[]): ReadonlyMap<string, number>;
};

/** A word that mentors use more often than this tells them apart too little to be worth the time. */
const mostUses = 600;
const mostTerms = 6;
const fields = ['jobTitle', 'about', 'organisation'] as const;

/** BM25+ over what mentors say of themselves: it decides between those whom the criteria make equal. */
export function mentorText(): MentorText {
  const uses = new Map<string, number>();
  const texts = new Map<string, Text>();
  const stems = new Map<string, string>();
  const stemmed = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const found = stem(word);
    stems.set(word, found);
    return found;
  };
  const tokens = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}&]+/u)
      .map(stemmed);
  const count = (text: Text, step: 1 | -1): void => {
    for (const field of fields) {
      for (const term of tokens(text[field])) uses.set(term, (uses.get(term) ?? 0) + step);
    }
  };
  const index = new MiniSearch<Text>({
    fields: [...fields],
    tokenize: tokens,
    processTerm: term => (term.length > 1 ? term : null),
    searchOptions: { boost: { jobTitle: 2 }, tokenize: text => text.split(' ') },
  });
  const remove = (id: string): void => {
    const text = texts.get(id);
    if (text === undefined) return;
    index.discard(id);
    texts.delete(id);
    count(text, -1);
  };
  return {
    put: ({ id, jobTitle, about, organisation }) => {
      remove(id);
      const text = { id, jobTitle, about, organisation };
      index.add(text);
      texts.set(id, text);
      count(text, 1);
    },
    remove,
    match: terms => {
      const used = (term: string): number => uses.get(term) ?? 0;
      const telling = terms
        .map(stem)
        .filter(term => used(term) > 0 && used(term) <= mostUses)
        .sort((a, b) => used(a) - used(b) || (a < b ? -1 : 1))
        .slice(0, mostTerms);
      if (telling.length === 0) return new Map();
      const found = index.search(telling.join(' '));
      const best = found[0]?.score ?? 1;
      return new Map(found.map(({ id, score }) => [String(id), score / best]));
    },
  };
}
