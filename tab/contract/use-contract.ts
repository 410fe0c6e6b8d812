import { useCallback, useRef, useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import type { Api } from '../api.ts';
import { tellShown } from '../teams.ts';
import { offline, type Trouble, troubleOf } from '../trouble.ts';
import { useFresh } from './use-fresh.ts';

/** One change of the contract: `path` under it, and the state it is meant for where that matters. */
export type Change = (path: string, body: object, ifMatch?: string) => Promise<ContractView>;

export type Contract = {
  /** Absent until it has been loaded once. */
  readonly contract?: ContractView;
  readonly trouble?: Trouble;
  /** As it is known now, not as it was last drawn. */
  latest(): ContractView | undefined;
  load(): Promise<void>;
  /** One at a time, in the order asked. Throws what the server refused. */
  change: Change;
  /** What answers with something else than the contract; that is loaded after it. */
  add(path: string, body: object): Promise<void>;
};

/** The contract of a pair, kept fresh: the other person writes in it too. */
export function useContract(api: Api, pairId: string): Contract {
  const [state, setState] = useState<Pick<Contract, 'contract' | 'trouble'>>({});
  const latest = useRef<ContractView>(undefined);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** Grows with each change, so that an answer from before it is not shown after it. */
  const changes = useRef(0);
  const reading = useRef<Promise<void>>(undefined);
  const isShown = useRef(false);

  const read = useCallback(async () => {
    const before = changes.current;
    try {
      const contract = await api.contract<ContractView>(pairId);
      if (changes.current !== before) return;
      latest.current = contract;
      setState({ contract });
    } catch (error) {
      setState(({ contract }) => ({
        ...(contract && { contract }),
        trouble: troubleOf(error, navigator.onLine),
      }));
    } finally {
      if (!isShown.current) tellShown();
      isShown.current = true;
    }
  }, [api, pairId]);

  const load = useCallback(() => {
    reading.current ??= read().finally(() => {
      reading.current = undefined;
    });
    return reading.current;
  }, [read]);

  const inTurn = useCallback(<T>(act: () => Promise<T>): Promise<T> => {
    const mine = queue.current.then(async () => {
      changes.current += 1;
      try {
        return await act();
      } finally {
        changes.current += 1;
      }
    });
    queue.current = mine.catch(() => undefined);
    return mine;
  }, []);

  const change = useCallback<Change>(
    (path, body, ifMatch) =>
      inTurn(async () => {
        const contract = await api.contract<ContractView>(pairId, path, body, ifMatch);
        latest.current = contract;
        setState({ contract });
        return contract;
      }),
    [api, pairId, inTurn],
  );

  const add = useCallback(
    async (path: string, body: object) => {
      await inTurn(() => api.contract<unknown>(pairId, path, body));
      await reading.current;
      await load();
    },
    [api, pairId, inTurn, load],
  );

  useFresh(load, () => setState(before => ({ ...before, trouble: offline })));
  return { ...state, latest: useCallback(() => latest.current, []), load, change, add };
}
