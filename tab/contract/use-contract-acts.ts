import { useRef, useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { type ContractAct, doneWords } from './contract-wording.ts';
import type { Contract } from './use-contract.ts';

export type ContractActs = {
  readonly busy?: ContractAct;
  readonly failed?: { readonly act: ContractAct; readonly body: object; readonly trouble: Trouble };
  /** What was done last, for the live region. A new object each time. */
  readonly said?: { readonly text: string };
  /** Tells how the contract stands after it, or nothing when it failed. */
  carryOut(act: ContractAct, body?: object): Promise<ContractView | undefined>;
};

/** What is done with the contract as a whole. The same press again never acts twice. */
export function useContractActs({ change, load }: Contract): ContractActs {
  const [busy, setBusy] = useState<ContractAct>();
  const [failed, setFailed] = useState<ContractActs['failed']>();
  const [said, setSaid] = useState<ContractActs['said']>();
  const opIds = useRef(new Map<string, string>());

  async function carryOut(act: ContractAct, body: object = {}): Promise<ContractView | undefined> {
    const key = `${act} ${JSON.stringify(body)}`;
    const opId = opIds.current.get(key) ?? crypto.randomUUID();
    opIds.current.set(key, opId);
    setBusy(act);
    setFailed(undefined);
    try {
      const stands = await change(`/${act}`, { opId, ...body });
      opIds.current.delete(key);
      setSaid({ text: doneWords[act] });
      return stands;
    } catch (error) {
      const trouble = troubleOf(error, navigator.onLine);
      // Refused, it is settled; otherwise trying again is still the same decision.
      if (trouble.helps === 'nothing') {
        opIds.current.delete(key);
        void load();
      }
      setFailed({ act, body, trouble });
      return undefined;
    } finally {
      setBusy(undefined);
    }
  }

  return { ...(busy && { busy }), ...(failed && { failed }), ...(said && { said }), carryOut };
}
