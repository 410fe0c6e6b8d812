import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { retryAfterMs } from './graph-answer.ts';
import type { GraphLimits } from './graph-limits.ts';

/** How one call goes, kept beside the library's chain because that turns every error into one of its own. */
export type Course = {
  readonly key: string;
  timeLeft(): number;
  readonly repeatable: boolean;
  wasSent?: boolean;
  ended?: string;
  /** What broke last; it names hosts at most. */
  broke?: unknown;
  retryAfterMs?: number | undefined;
};

/** Adds the token, also over the plain http of a local machine, where the library's own handler leaves it out. */
export function bearer(token: string): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(following) {
      next = following;
    },
    async execute(context) {
      context.options = {
        ...context.options,
        headers: { ...plainHeaders(context), Authorization: `Bearer ${token}` },
      };
      await next?.execute(context);
    },
  };
}

/**
 * One attempt at a time within the instance's places, never before the time that Graph named, each with its own end.
 * A connection that breaks is tried once more where that is safe: the library does so only for answers.
 */
export function attempts(course: Course, limits: GraphLimits, attemptMs: number): Middleware {
  let next: Middleware | undefined;

  async function once(context: Context): Promise<void> {
    const wait = limits.waitLeft(course.key);
    if (wait >= course.timeLeft()) {
      course.retryAfterMs = wait;
      throw ended('Graph asked to wait');
    }
    if (wait > 0) await sleep(Math.ceil(wait));
    const leave = await limits.enterInstance(course.timeLeft());
    if (!leave || course.timeLeft() <= 0) {
      leave?.();
      throw ended('no place was free in time');
    }
    try {
      const signal = AbortSignal.timeout(Math.ceil(Math.min(attemptMs, course.timeLeft())));
      context.options = { ...context.options, signal };
      course.wasSent = true;
      await next?.execute(context);
    } finally {
      leave();
    }
    const told = retryAfterMs(context.response?.headers.get('retry-after'));
    if (context.response && context.response.status >= 429 && told) limits.askedToWait(course.key, told);
  }

  function ended(why: string): Error {
    course.ended = why;
    return new Error(why);
  }

  return {
    setNext(following) {
      next = following;
    },
    async execute(context) {
      try {
        await once(context);
      } catch (cause) {
        course.broke = cause;
        if (course.ended || !course.repeatable || course.timeLeft() < 500) throw cause;
        await once(context);
      }
    },
  };
}

function plainHeaders({ options }: Context): Record<string, string> {
  return Object.fromEntries(new Headers(options?.headers));
}
