import { type ApartFrom, aboutKey, apartFrom, type OneOfTwo } from '../mentoring/people/kept-apart.ts';
import { personKey } from '../mentoring/people/person.ts';
import type { Change, Document } from '../ports/store.ts';
import type { ApartRecord } from '../records/apart-record.ts';

/** Who keeps whom apart, found by either of the two. */
export type ApartWords = { apply(change: Change): void; of(own: OneOfTwo): ApartFrom };

export function apartWords(): ApartWords {
  const words = new Map<string, ApartRecord>();
  const ids = new Map<string, Set<string>>();
  const keysOf = ({ by, about }: ApartRecord) => [personKey(by), aboutKey(about)];
  const take = (id: string): void => {
    const word = words.get(id);
    if (word) for (const key of keysOf(word)) ids.get(key)?.delete(id);
    words.delete(id);
  };
  return {
    apply(change) {
      take(change.removed ? change.id : change.document.id);
      if (change.removed || !isApart(change.document)) return;
      words.set(change.document.id, change.document);
      for (const key of keysOf(change.document)) {
        ids.set(key, (ids.get(key) ?? new Set()).add(change.document.id));
      }
    },
    of(own) {
      const keys = [...(own.person ? [personKey(own.person)] : []), own.profileId ?? []].flat();
      const found = new Set(keys.flatMap(key => [...(ids.get(key) ?? [])]));
      return apartFrom(
        [...found].flatMap(id => words.get(id) ?? []),
        own,
      );
    },
  };
}

function isApart(document: Document): document is ApartRecord {
  return document.type === 'apart';
}
