import { type ComponentType, createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { MeetingView } from '../../bot/http/contract.ts';
import type { Api, Decided } from '../api.ts';
import type { Said } from '../message-bars.tsx';
import { openChat, openMeeting, signIn } from '../teams.ts';
import { loadMessageBars, TroubleBar } from '../trouble-bar.tsx';
import { doneWords } from './meeting-wording.ts';
import type { QuestionProps } from './question.tsx';
import { rowId } from './row-id.ts';
import { type Decision, useDecision } from './use-decision.ts';

/** What the buttons of the page call, and what appears while they do their work. */
export type Acts = {
  readonly busy?: Decision;
  /** Accepts at once; what takes something away is asked about first. */
  press(what: Decided, meeting: MeetingView): void;
  chat(): void;
  join(joinUrl: string): void;
  readonly trouble: ReactNode;
  readonly question: ReactNode;
  readonly done: ReactNode;
};

const ActsContext = createContext<Acts | undefined>(undefined);
export const Acting = ActsContext;

export function useActs(): Acts {
  const acts = use(ActsContext);
  if (!acts) throw new Error('A button of a meeting outside its page');
  return acts;
}

/** Not needed to see the page, so it comes after it. */
type Later = {
  readonly Question: ComponentType<QuestionProps>;
  readonly SaidBar: ComponentType<{ said: Said }>;
};

/** The latest question; it stays when it has been answered, as the dialog does. */
type Asked = { readonly decision: Decision; readonly from: Element | null; readonly isOpen: boolean };

export function useActing(given: {
  api: Api;
  appId: string;
  isLoaded: boolean;
  load: () => Promise<void>;
}): Acts {
  const { busy, failed, decide, forget } = useDecision(given.api);
  const later = useLater(given.isLoaded);
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState<Said>();
  // Carried out once the page has been drawn anew, and a dialog has gone.
  const [focus, setFocus] = useState<() => void>();
  useEffect(() => focus?.(), [focus]);

  async function carryOut(decision: Decision): Promise<void> {
    const stands = await decide(decision);
    close();
    await given.load();
    if (!stands) return;
    setSaid({ text: doneWords(decision.what, decision.meeting) });
    setFocus(() => () => focusOn(decision));
  }

  function ask(decision: Decision): void {
    forget();
    setAsked({ decision, from: document.activeElement, isOpen: true });
  }

  function close(): void {
    setAsked(before => before && { ...before, isOpen: false });
  }

  function keep(): void {
    close();
    const from = asked?.from;
    setFocus(() => () => from instanceof HTMLElement && from.focus());
  }

  const press = (what: Decided, meeting: MeetingView) => {
    if (what === 'accept') void carryOut({ what, meeting });
    else ask({ what, meeting });
  };

  return {
    ...(busy && { busy }),
    press,
    chat: () => void openChat(given.appId),
    join: joinUrl => void openMeeting(joinUrl),
    trouble: failed && (
      <TroubleBar
        trouble={failed.trouble}
        tryAgain={() => void carryOut(failed.decision)}
        signIn={() =>
          void signIn().then(
            () => carryOut(failed.decision),
            () => undefined,
          )
        }
      />
    ),
    question: asked && later && (
      <later.Question
        decision={asked.decision}
        isOpen={asked.isOpen}
        isBusy={busy !== undefined}
        yes={() => void carryOut(asked.decision)}
        no={keep}
      />
    ),
    done: later && said && <later.SaidBar said={said} />,
  };
}

function useLater(isLoaded: boolean): Later | undefined {
  const [later, setLater] = useState<Later>();
  useEffect(() => {
    if (!isLoaded) return;
    void Promise.all([import('./question.tsx'), loadMessageBars()]).then(
      ([{ Question }, { SaidBar }]) => setLater({ Question, SaidBar }),
      () => undefined,
    );
  }, [isLoaded]);
  return later;
}

/** The meeting that was accepted, where it stands now; otherwise the top of the page. */
function focusOn({ what, meeting }: Decision): void {
  const row = what === 'accept' ? document.getElementById(rowId(meeting.id)) : null;
  (row ?? document.getElementById('page-heading'))?.focus();
}
