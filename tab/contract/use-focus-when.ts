import { useEffect, useRef } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import { nowHeading } from './contract-now.tsx';

/** Puts the focus where it was asked for once the page is drawn; and where it was lost because the page became another, on what is now. */
export function useFocusWhen(contract: ContractView): (id: string) => void {
  const wanted = useRef<string>(undefined);
  const { stage, draft, proposed, active } = contract;
  const stands = [stage, draft !== undefined, proposed?.document.digest, active?.digest].join(' ');
  const stood = useRef(stands);
  useEffect(() => {
    const isLost = stood.current !== stands && document.activeElement === document.body;
    stood.current = stands;
    const id = wanted.current ?? (isLost ? nowHeading : undefined);
    if (id === undefined) return;
    const place = document.getElementById(id);
    const inside = place?.querySelector<HTMLElement>('input, textarea, select');
    if (!place) return;
    wanted.current = undefined;
    (inside ?? place).focus();
  });
  return id => {
    wanted.current = id;
  };
}
