import { useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import type { Trouble } from '../trouble.ts';
import { isolated } from './contract-wording.ts';
import type { Contract } from './use-contract.ts';
import type { Drafting } from './use-drafting.ts';
import { changedByOther } from './use-news.ts';

/** Before a draft is proposed: everything typed is saved, and nothing is in it that was not on the page. */
export function useProposing(given: { contract: ContractView; held: Contract; drafting: Drafting }): {
  readonly notice?: Trouble;
  /** Names the state to propose; nothing, and a notice, where it is not ready. */
  ready(): Promise<string | undefined>;
  forget(): void;
} {
  const { contract, held, drafting } = given;
  const [notice, setNotice] = useState<Trouble>();

  async function ready(): Promise<string | undefined> {
    setNotice(undefined);
    const isAllSaved = await drafting.saveAll();
    const latest = held.latest() ?? contract;
    const [changed] = changedByOther(contract, latest);
    if (!isAllSaved) setNotice(notSaved);
    else if (changed !== undefined) setNotice(justChanged(contract.with, changed));
    else return latest.draft?.seen;
    return undefined;
  }

  return { ...(notice && { notice }), ready, forget: () => setNotice(undefined) };
}

const notSaved: Trouble = {
  what: 'Something you typed is not saved yet.',
  doNow: 'Look for the field that says so, then propose.',
  helps: 'nothing',
};

function justChanged(other: string, label: string): Trouble {
  return {
    what: `${isolated(other)} has just changed “${label}”.`,
    doNow: 'Look at it, then propose.',
    helps: 'nothing',
  };
}
