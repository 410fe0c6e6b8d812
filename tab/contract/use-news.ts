import { useEffect, useRef, useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import { isolated, nowWords } from './contract-wording.ts';
import { fieldsOf } from './use-drafting.ts';

/** Labels of the fields that the other person has changed between two looks. */
export function changedByOther(before: ContractView, after: ContractView): readonly string[] {
  const known = new Map(fieldsOf(before).map(({ id, etag }) => [id, etag]));
  return fieldsOf(after)
    .filter(({ id, etag, changedBy }) => changedBy === 'other' && known.has(id) && known.get(id) !== etag)
    .map(({ label }) => label);
}

/** What the other person has just done, as a sentence for the live region. */
export function useNews(contract: ContractView): string {
  const [news, setNews] = useState('');
  const before = useRef(contract);
  useEffect(() => {
    const last = before.current;
    before.current = contract;
    const stands = nowWords(contract).what;
    const changed = changedByOther(last, contract);
    if (stands !== nowWords(last).what) setNews(stands);
    else if (changed.length > 0) setNews(`${isolated(contract.with)} changed: ${changed.join(', ')}`);
    else if (commentsIn(contract) > commentsIn(last)) setNews(`${isolated(contract.with)} made a comment`);
  }, [contract]);
  return news;
}

function commentsIn(contract: ContractView): number {
  return fieldsOf(contract)
    .flatMap(({ comments }) => comments)
    .filter(({ by }) => by === 'other').length;
}
