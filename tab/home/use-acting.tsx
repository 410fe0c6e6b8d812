import { type ComponentType, createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { MeetingView } from '../../bot/http/contract.ts';
import type { Api, Decided } from '../api.ts';
import type { Said } from '../message-bars.tsx';
import { openChat, openMeeting, signIn } from '../teams.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { loadMessageBars, TroubleBar } from '../trouble-bar.tsx';
import type { Go } from '../use-place.ts';
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
  /** The times are written into the chat, which then opens. */
  bookSession(pairId: string): void;
  join(joinUrl: string): void;
  openContract(pairId: string): void;
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
  go: Go;
  isLoaded: boolean;
  load: () => Promise<void>;
}): Acts {
  const { busy, failed, decide, forget } = useDecision(given.api);
  const later = useLater(given.isLoaded);
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState<Said>();
  const [stuck, setStuck] = useState<{ readonly trouble: Trouble; readonly pairId: string }>();
  const trouble = failed?.trouble ?? stuck?.trouble;
  // Carried out once the page has been drawn anew, and a dialog has gone.
  const [focus, setFocus] = useState<() => void>();
  useEffect(() => focus?.(), [focus]);

  async function carryOut(decision: Decision): Promise<void> {
    setStuck(undefined);
    const stands = await decide(decision);
    close();
    await given.load();
    if (!stands) return;
    setSaid({ text: doneWords(decision.what, decision.meeting) });
    setFocus(() => () => focusOn(decision));
  }

  async function bookSession(pairId: string): Promise<void> {
    forget();
    setStuck(undefined);
    try {
      await given.api.sessionTimesInChat(pairId);
      await openChat(given.appId);
    } catch (error) {
      setStuck({ trouble: troubleOf(error, navigator.onLine), pairId });
    }
  }

  function again(): void {
    if (failed) void carryOut(failed.decision);
    else if (stuck) void bookSession(stuck.pairId);
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
    bookSession: pairId => void bookSession(pairId),
    join: joinUrl => void openMeeting(joinUrl),
    openContract: pairId => given.go({ page: 'contract', pairId }),
    trouble: trouble && (
      <TroubleBar
        trouble={trouble}
        tryAgain={again}
        signIn={() => void signIn().then(again, () => undefined)}
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
