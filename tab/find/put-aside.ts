import { useState } from 'react';
import type { SearchRequest } from '../../bot/http/search-shapes.ts';

export type PutAside = NonNullable<SearchRequest['putAside']>;

const kept = 'put-aside';

/** Mentors who are not for this person: ids and reasons of a list, while this window is open, in no address. */
export function usePutAside(): [PutAside, (changed: PutAside) => void] {
  const [putAside, setPutAside] = useState(read);
  return [
    putAside,
    changed => {
      setPutAside(changed);
      try {
        sessionStorage.setItem(kept, JSON.stringify(changed));
      } catch {
        // A browser that keeps nothing for pages inside others.
      }
    },
  ];
}

function read(): PutAside {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return Array.isArray(found) ? found.filter(isOne).slice(0, 100) : [];
  } catch {
    return [];
  }
}

function isOne(one: unknown): one is PutAside[number] {
  return typeof one === 'object' && one !== null && 'mentorId' in one && typeof one.mentorId === 'string';
}
