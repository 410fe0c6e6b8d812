import { useCallback, useEffect, useRef, useState } from 'react';
import type { HomeView } from '../../bot/http/contract.ts';
import type { Api } from '../api.ts';
import { tellShown } from '../teams.ts';
import { offline, type Trouble, troubleOf } from '../trouble.ts';

export type HomeState = {
  /** Absent until it has been loaded once. */
  readonly home?: HomeView;
  readonly trouble?: Trouble;
};

const refreshMs = 30_000;

/** My meetings, kept fresh while the page can be seen: the chat beside it changes them too. */
export function useHome(api: Api): { state: HomeState; load: () => Promise<void> } {
  const [state, setState] = useState<HomeState>({});
  const isShown = useRef(false);
  const newest = useRef<Promise<void>>(undefined);

  const load = useCallback(() => {
    const mine: Promise<void> = loaded(api).then(outcome => {
      // What was asked for earlier may arrive later, and would show what was.
      if (newest.current !== mine) return newest.current;
      setState(before => ('home' in outcome ? outcome : { ...before, ...outcome }));
      if (!isShown.current) tellShown();
      isShown.current = true;
      return undefined;
    });
    newest.current = mine;
    return mine;
  }, [api]);

  useEffect(() => {
    void load();
    const whenSeen = () => void (document.visibilityState === 'visible' && load());
    const whenOffline = () => setState(before => ({ ...before, trouble: offline }));
    const timer = setInterval(whenSeen, refreshMs);
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('focus', whenSeen);
    window.addEventListener('online', whenSeen);
    window.addEventListener('offline', whenOffline);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('focus', whenSeen);
      window.removeEventListener('online', whenSeen);
      window.removeEventListener('offline', whenOffline);
    };
  }, [load]);

  return { state, load };
}

async function loaded(api: Api): Promise<{ home: HomeView } | { trouble: Trouble }> {
  try {
    return { home: await api.home() };
  } catch (error) {
    return { trouble: troubleOf(error, navigator.onLine) };
  }
}
