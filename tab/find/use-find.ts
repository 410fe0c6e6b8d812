import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchRequest, SearchView } from '../../bot/http/search-shapes.ts';
import type { Api } from '../api.ts';
import type { FindPlace } from '../place.ts';
import { tellShown } from '../teams.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import type { Go } from '../use-place.ts';
import type { PutAside } from './put-aside.ts';

export type FindState = {
  /** Of the latest search that was answered. */
  readonly found?: SearchView;
  readonly isLoading: boolean;
  readonly trouble?: Trouble;
};

export type Finding = FindState & {
  bySentence(sentence: string): Promise<void>;
  more(): Promise<void>;
  /** What failed, once more. */
  again(): void;
};

/** Follows the address: its ids are searched for. A sentence becomes ids; what must not be kept stays out of the address. */
export function useFind(given: { api: Api; place: FindPlace; go: Go; putAside: PutAside }): Finding {
  const { api, place, go, putAside } = given;
  const [state, setState] = useState<FindState>({ isLoading: true });
  const newest = useRef<unknown>(undefined);
  const answered = useRef<string>(undefined);
  const latest = useRef<() => Promise<void>>(undefined);
  const key = keyOf(place, putAside);

  const ask = useCallback(
    async (request: SearchRequest): Promise<SearchView | undefined> => {
      const mine = {};
      newest.current = mine;
      setState(({ found }) => ({ ...(found && { found }), isLoading: true }));
      try {
        const found = await api.search(request);
        return newest.current === mine ? found : undefined;
      } catch (error) {
        if (newest.current === mine) {
          const trouble = troubleOf(error, navigator.onLine);
          setState(({ found }) => ({ ...(found && { found }), isLoading: false, trouble }));
        }
        return undefined;
      } finally {
        tellShown();
      }
    },
    [api],
  );

  const byIds = useCallback(async () => {
    latest.current = byIds;
    const { criteria, like } = place;
    const found = await ask({ criteria: [...criteria], ...(like !== undefined && { like }), putAside });
    if (!found) return;
    const ids = found.understood.map(({ id }) => id);
    const next = { ...place, criteria: ids };
    answered.current = keyOf(next, putAside);
    setState({ found, isLoading: false });
    if (ids.join() !== criteria.join()) go(next, 'in place');
  }, [ask, go, place, putAside]);

  useEffect(() => {
    if (answered.current === key) return;
    answered.current = key;
    void byIds();
  }, [key, byIds]);

  async function bySentence(sentence: string): Promise<void> {
    latest.current = () => bySentence(sentence);
    const found = await ask({ sentence, putAside });
    if (!found) return;
    const isKept = found.signposts.length === 0;
    const next: FindPlace = { page: 'find', criteria: isKept ? found.understood.map(({ id }) => id) : [] };
    answered.current = keyOf(next, putAside);
    setState({ found, isLoading: false });
    go(next);
  }

  async function more(): Promise<void> {
    const { found } = state;
    if (!found) return;
    latest.current = more;
    const besides = found.mentors.map(({ id }) => id).slice(-100);
    const { criteria, like } = place;
    const next = await ask({
      criteria: [...criteria],
      ...(like !== undefined && { like }),
      besides,
      putAside,
    });
    if (!next) return;
    const mentors = [...found.mentors, ...next.mentors];
    setState({ found: { ...found, mentors, hasMore: next.hasMore }, isLoading: false });
  }

  return { ...state, bySentence, more, again: () => void latest.current?.() };
}

/** What a search depends on. */
function keyOf({ criteria, like }: FindPlace, putAside: PutAside): string {
  return JSON.stringify([criteria, like, putAside]);
}
