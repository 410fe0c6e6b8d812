import { useCallback, useRef, useState } from 'react';
import type { MeetingView } from '../../bot/http/contract.ts';
import type { Api, Decided } from '../api.ts';
import { type Trouble, troubleOf } from '../trouble.ts';

export type Decision = { readonly what: Decided; readonly meeting: MeetingView };

/** `busy`: the decision being carried out. `decide` tells how the meeting stands now, or nothing when it failed. */
export type Deciding = {
  readonly busy?: Decision;
  readonly failed?: { readonly decision: Decision; readonly trouble: Trouble };
  decide(decision: Decision): Promise<MeetingView | undefined>;
  forget(): void;
};

export function useDecision(api: Api): Deciding {
  const [busy, setBusy] = useState<Decision>();
  const [failed, setFailed] = useState<Deciding['failed']>();
  const opIds = useRef(new Map<string, string>());

  const decide = useCallback(
    async (decision: Decision) => {
      const { what, meeting } = decision;
      const key = `${meeting.id} ${what}`;
      const opId = opIds.current.get(key) ?? crypto.randomUUID();
      opIds.current.set(key, opId);
      setBusy(decision);
      setFailed(undefined);
      try {
        const stands = await api.decide(what, meeting, opId);
        opIds.current.delete(key);
        return stands;
      } catch (error) {
        const trouble = troubleOf(error, navigator.onLine);
        // Refused, it is settled; otherwise trying again is still the same decision.
        if (trouble.helps === 'nothing') opIds.current.delete(key);
        setFailed({ decision, trouble });
        return undefined;
      } finally {
        setBusy(undefined);
      }
    },
    [api],
  );
  const forget = useCallback(() => setFailed(undefined), []);
  return { ...(busy && { busy }), ...(failed && { failed }), decide, forget };
}
