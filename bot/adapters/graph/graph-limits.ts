import { type Leave, type Turnstile, turnstile } from './turnstile.ts';

/** Outlook serves four requests of an app and mailbox at once: https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
export const usualLimits = { mailboxCalls: 4, mailboxWrites: 1, instanceCalls: 64 };

/** Shared by all calls of one instance. A `key` is what Graph counts by: a mailbox, or a tenant's directory. */
export type GraphLimits = {
  /** A place for a whole call, its waiting included. */
  enterMailbox(key: string, isWrite: boolean, waitMs: number): Promise<Leave | undefined>;
  /** A place for one attempt; whoever waits to be asked again holds none. */
  enterInstance(waitMs: number): Promise<Leave | undefined>;
  /** Graph said how long nobody may ask about this key. */
  askedToWait(key: string, forMs: number): void;
  waitLeft(key: string): number;
};

type Mailbox = { readonly calls: Turnstile; readonly writes: Turnstile };

export function graphLimits(limits: typeof usualLimits = usualLimits): GraphLimits {
  const mailboxes = new Map<string, Mailbox>();
  const instance = turnstile(limits.instanceCalls);
  const quietUntil = new Map<string, number>();

  function mailboxOf(key: string): Mailbox {
    const known = mailboxes.get(key);
    if (known) return known;
    const made = { calls: turnstile(limits.mailboxCalls), writes: turnstile(limits.mailboxWrites) };
    mailboxes.set(key, made);
    return made;
  }

  function waitLeft(key: string): number {
    const left = (quietUntil.get(key) ?? 0) - performance.now();
    if (left <= 0) quietUntil.delete(key);
    return Math.max(0, left);
  }

  return {
    waitLeft,
    enterInstance: waitMs => instance.enter(waitMs),
    askedToWait(key, forMs) {
      if (forMs > waitLeft(key)) quietUntil.set(key, performance.now() + forMs);
    },
    async enterMailbox(key, isWrite, waitMs) {
      const mailbox = mailboxOf(key);
      const started = performance.now();
      const leaveWrites = isWrite ? await mailbox.writes.enter(waitMs) : () => {};
      const leaveCalls = leaveWrites && (await mailbox.calls.enter(waitMs - (performance.now() - started)));
      const leave = () => {
        leaveCalls?.();
        leaveWrites?.();
        if (mailbox.calls.isIdle() && mailbox.writes.isIdle()) mailboxes.delete(key);
      };
      if (leaveCalls) return leave;
      leave();
      return undefined;
    },
  };
}
