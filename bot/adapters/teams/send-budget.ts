import type { Store } from '../../ports/store.ts';
import { leasedSlots, type SharedTime } from './leased-slots.ts';
import { threadWindows } from './thread-windows.ts';

/**
 * Keeps what is sent under Teams' limits, in all instances together. A tenant's sends take evenly spaced slots that the
 * instances lease from one document; a thread's are counted in each instance, which has a third of its limit.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export type SendBudget = {
  /** Waits for room, five seconds at most; otherwise says when to ask again. Throws when the store does. */
  room(tenantId: string, conversationId: string): Promise<'now' | { readonly afterMs: number }>;
  /** Somebody who has just spoken was answered: that never waits, and counts. */
  answered(tenantId: string, conversationId: string): void;
  /** Teams said so. */
  askedToWait(tenantId: string, conversationId: string, ms: number): void;
};

export type SendBudgetSettings = {
  readonly store: Store;
  readonly time: SharedTime;
};

type Waiting = {
  readonly thread: string;
  readonly until: number;
  readonly settle: (answer: 'now' | { readonly afterMs: number }) => void;
  readonly fail: (problem: unknown) => void;
};

const patienceMs = 5000;
/** Threads that are refused so soon after one another say that it is the tenant's limit. */
const sameCauseMs = 5000;

export function sendBudget({ store, time }: SendBudgetSettings): SendBudget {
  const threads = threadWindows(time.now);
  const tenants = new Map<string, ReturnType<typeof tenantQueue>>();
  const queueOf = (tenantId: string) => {
    const known = tenants.get(tenantId) ?? tenantQueue(tenantId);
    tenants.set(tenantId, known);
    return known;
  };

  function tenantQueue(tenantId: string) {
    const slots = leasedSlots({ store, time, tenantId });
    let waiting: Waiting[] = [];
    let isServing = false;
    let wake = () => {};
    let refused: { readonly thread: string; readonly at: number } | undefined;

    async function serve(): Promise<void> {
      isServing = true;
      try {
        while (waiting.length > 0) await step();
      } catch (problem) {
        for (const { fail } of waiting.splice(0)) fail(problem);
      } finally {
        isServing = false;
      }
    }

    /** Sends one, or waits until one may be sent. */
    async function step(): Promise<void> {
      giveUp();
      const isReady = ({ thread }: Waiting) => threads.openAt(thread) <= time.now();
      const ready = waiting.filter(isReady).length;
      if (ready === 0) return sleepUntil(Math.min(...waiting.map(({ thread }) => threads.openAt(thread))));
      const slotAt = await slots.next(ready);
      if (slotAt === undefined) return;
      if (slotAt > time.now()) return sleepUntil(slotAt);
      const first = waiting.find(isReady);
      if (!first) return;
      waiting = waiting.filter(each => each !== first);
      slots.take();
      threads.count(first.thread, 'said first');
      first.settle('now');
    }

    async function sleepUntil(at: number): Promise<void> {
      const soonest = Math.min(at, ...waiting.map(({ until }) => until));
      if (waiting.length === 0) return;
      const somebodyCame = new Promise<void>(resolve => {
        wake = resolve;
      });
      await Promise.race([time.sleep(Math.max(soonest - time.now(), 1)), somebodyCame]);
    }

    function giveUp(): void {
      const now = time.now();
      const late = waiting.filter(({ until }) => until <= now);
      if (late.length === 0) return;
      waiting = waiting.filter(({ until }) => until > now);
      for (const [index, { thread, settle }] of late.entries())
        settle({ afterMs: Math.max(threads.openAt(thread) - now, slots.spacingMs * (index + 1)) });
    }

    return {
      room: (thread: string) =>
        new Promise<'now' | { readonly afterMs: number }>((settle, fail) => {
          waiting.push({ thread, until: time.now() + patienceMs, settle, fail });
          if (isServing) wake();
          else void serve();
        }),
      answered: () => void slots.take(),
      askedToWait(thread: string, ms: number) {
        const at = time.now();
        threads.close(thread, at + ms);
        if (refused && refused.thread !== thread && at - refused.at < sameCauseMs) slots.closeUntil(at + ms);
        refused = { thread, at };
      },
    };
  }

  return {
    async room(tenantId, conversationId) {
      const now = time.now();
      const openAt = threads.openAt(conversationId);
      if (openAt - now > patienceMs) return { afterMs: openAt - now };
      return queueOf(tenantId).room(conversationId);
    },
    answered(tenantId, conversationId) {
      threads.count(conversationId, 'answered');
      tenants.get(tenantId)?.answered();
    },
    askedToWait: (tenantId, conversationId, ms) => queueOf(tenantId).askedToWait(conversationId, ms),
  };
}
