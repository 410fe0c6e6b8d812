import { useCallback, useRef, useState } from 'react';
import type { Api } from '../api.ts';
import type { Said } from '../message-bars.tsx';
import { offline, type Trouble, troubleOf } from '../trouble.ts';
import { useFresh } from './use-fresh.ts';

/** One press: where it goes, what with, and what is said once it is done. */
export type Press = { readonly path: string; readonly body: object; readonly done: string };

/** A part of a contract that has a page of its own, and what is done with it. */
export type Part<V> = {
  /** Absent until it has been loaded once. */
  readonly view?: V;
  readonly trouble?: Trouble;
  readonly isBusy: boolean;
  /** What did not work; pressing again is still the same decision. */
  readonly failed?: { readonly press: Press; readonly trouble: Trouble };
  readonly said?: Said;
  load(): Promise<void>;
  /** Whether it was done. */
  act(press: Press): Promise<boolean>;
};

export function usePart<V>(given: {
  api: Api;
  pairId: string;
  path: string;
  changed: () => Promise<void>;
}): Part<V> {
  const { api, pairId, path, changed } = given;
  const [state, setState] = useState<Pick<Part<V>, 'view' | 'trouble' | 'failed' | 'said'>>({});
  const [isBusy, setBusy] = useState(false);
  const opIds = useRef(new Map<string, string>());

  /** Grows with each act, so that an answer from before it is not shown after it. */
  const acts = useRef(0);

  const load = useCallback(async () => {
    const before = acts.current;
    try {
      const view = await api.contract<V>(pairId, path);
      if (acts.current !== before) return;
      setState(({ trouble: _gone, ...rest }) => ({ ...rest, view }));
    } catch (error) {
      setState(before => ({ ...before, trouble: troubleOf(error, navigator.onLine) }));
    }
  }, [api, pairId, path]);

  useFresh(load, () => setState(before => ({ ...before, trouble: offline })));

  async function act(press: Press): Promise<boolean> {
    const key = JSON.stringify(press);
    const opId = opIds.current.get(key) ?? crypto.randomUUID();
    opIds.current.set(key, opId);
    let isSettled = false;
    acts.current += 1;
    setBusy(true);
    setState(({ failed: _gone, ...rest }) => rest);
    try {
      const view = await api.contract<V>(pairId, press.path, { opId, ...press.body });
      opIds.current.delete(key);
      setState({ view, said: { text: press.done } });
      void changed();
      return true;
    } catch (error) {
      const trouble = troubleOf(error, navigator.onLine);
      // Refused, it is settled; otherwise trying again is still the same decision.
      if (trouble.helps === 'nothing') {
        opIds.current.delete(key);
        isSettled = true;
      }
      setState(before => ({ ...before, failed: { press, trouble } }));
      return false;
    } finally {
      acts.current += 1;
      setBusy(false);
      if (isSettled) void load();
    }
  }

  return { ...state, isBusy, load, act };
}
