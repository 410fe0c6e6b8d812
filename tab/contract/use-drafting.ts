import { useCallback, useEffect, useRef, useState } from 'react';
import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';
import { ApiProblem } from '../api.ts';
import { troubleOf } from '../trouble.ts';
import {
  again,
  type FieldState,
  isSettled,
  isToSave,
  keepMine,
  notTaken,
  seenNow,
  sending,
  taken,
  typedInto,
} from './field-state.ts';
import { keepWords, keptWords, letWordsGo } from './kept-words.ts';
import type { Contract } from './use-contract.ts';

type States = ReadonlyMap<string, FieldState>;

export type Drafting = {
  readonly states: States;
  typed(field: FieldView, text: string): void;
  /** Saves at once what was typed there; `field` was left. */
  left(fieldId: string): void;
  keepMine(fieldId: string): void;
  takeTheirs(fieldId: string): void;
  /** Saves all; tells whether the server now has everything. */
  saveAll(): Promise<boolean>;
};

const pauseMs = 1_200;

/** What is typed into the fields of a draft: saved after a pause or on leaving, never over what the other has written. */
export function useDrafting(contract: ContractView, { change, load, latest }: Contract): Drafting {
  const [states, setStates] = useState<States>(() => restored(contract));
  const now = useRef(states);
  const underWay = useRef(new Map<string, Promise<void>>());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const { contractId } = contract;

  const put = useCallback(
    (id: string, state: FieldState | undefined) => {
      const next = new Map(now.current);
      if (state) next.set(id, state);
      else next.delete(id);
      now.current = next;
      setStates(next);
      if (!state || state.stands === 'saved') letWordsGo(contractId, id);
      else keepWords(contractId, id, { typed: state.typed, base: state.base });
    },
    [contractId],
  );

  const send = useCallback(
    async (id: string, next: FieldState): Promise<void> => {
      put(id, next);
      try {
        const path = `/fields/${encodeURIComponent(id)}`;
        const field = fieldOf(await change(path, { value: next.typed }, next.base.etag), id);
        const after = now.current.get(id);
        if (after && field) put(id, taken(after, field));
      } catch (error) {
        const after = now.current.get(id) ?? next;
        const isChanged = error instanceof ApiProblem && error.problem === 'changed meanwhile';
        put(id, isChanged ? again(after) : notTaken(after, troubleOf(error, navigator.onLine)));
        if (isChanged) await load();
      } finally {
        underWay.current.delete(id);
      }
    },
    [change, load, put],
  );

  const save = useCallback(
    (id: string): Promise<void> => {
      clearTimeout(timers.current.get(id));
      timers.current.delete(id);
      const state = now.current.get(id);
      const isOpen = fieldOf(latest(), id) !== undefined;
      if (isOpen && state && isToSave(state)) underWay.current.set(id, send(id, sending(state)));
      return underWay.current.get(id) ?? Promise.resolve();
    },
    [send, latest],
  );

  const saveSoon = useCallback(
    (id: string) => {
      clearTimeout(timers.current.get(id));
      const timer = setTimeout(() => void save(id), pauseMs);
      timers.current.set(id, timer);
    },
    [save],
  );

  /** What the server has now, held against what was typed; what could not be saved is tried again. */
  useEffect(() => {
    for (const [id, state] of now.current) {
      const field = fieldOf(contract, id);
      // Frozen meanwhile: what was typed is saved once it can be again.
      const next = field ? seenNow(state, field) : again(state);
      if (next !== state) put(id, next);
      if (field && next?.stands === 'not saved') void save(id);
      else if (field && next && isToSave(next) && !timers.current.has(id)) saveSoon(id);
    }
  }, [contract, put, save, saveSoon]);

  /** Words kept from before, and what was typed on while the last was being saved. */
  useEffect(() => {
    for (const [id, state] of states) {
      if (state.stands === 'typed' && isToSave(state) && !timers.current.has(id)) saveSoon(id);
    }
  }, [states, saveSoon]);

  return {
    states,
    typed(field, text) {
      const next = typedInto(now.current.get(field.id), field, text);
      put(field.id, isSettled(next) ? undefined : next);
      saveSoon(field.id);
    },
    left: id => void save(id),
    keepMine(id) {
      const state = now.current.get(id);
      if (!state) return;
      put(id, keepMine(state));
      void save(id);
    },
    takeTheirs: id => put(id, undefined),
    async saveAll() {
      await Promise.all([...now.current.keys()].map(save));
      return [...now.current.values()].every(isSettled);
    },
  };
}

function restored(contract: ContractView): States {
  const found = new Map<string, FieldState>();
  for (const field of fieldsOf(contract)) {
    const kept = keptWords(contract.contractId, field.id);
    if (!kept?.base || field.isLocked) continue;
    const state = seenNow({ typed: kept.typed, base: kept.base, stands: 'typed', sent: [] }, field);
    if (state) found.set(field.id, state);
  }
  return found;
}

export function fieldsOf({ draft }: ContractView): readonly FieldView[] {
  return draft?.sections.flatMap(({ fields }) => fields) ?? [];
}

function fieldOf(contract: ContractView | undefined, id: string): FieldView | undefined {
  return contract && fieldsOf(contract).find(field => field.id === id);
}
