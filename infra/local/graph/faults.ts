import { z } from 'zod';

/**
 * A fault for the next `times` calls (1 without it) whose path, from `/v1.0` on or after it, starts with `path` or
 * matches it as a regular expression; `method` narrows it.
 * - `status` answers with that status and Graph's error shape, or with `body` as it is (a string is sent as HTML)
 * - `retryAfter` in seconds, or a date, goes with it
 * - `delayMs` waits first, alone or with the others
 * - `drop` closes the connection before anything happens
 * - `loseAnswer` lets the call take effect, then closes the connection
 * In a batch, `status` and `delayMs` also meet the parts.
 */
const fault = z.strictObject({
  path: z.string().min(1),
  method: z.string().optional(),
  times: z.int().min(1).default(1),
  status: z.int().min(400).max(599).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  drop: z.boolean().optional(),
  loseAnswer: z.boolean().optional(),
  retryAfter: z.union([z.number(), z.string()]).optional(),
  body: z.unknown().optional(),
});
export type Fault = z.infer<typeof fault>;

export type Faults = {
  /** Undefined when it was added, else what is wrong with it. */
  add(asked: unknown): string | undefined;
  /** The fault that meets this call, if any; it counts as used. */
  take(method: string, path: string, isPart: boolean): Fault | undefined;
  waiting(): readonly Fault[];
  clear(): void;
};

export function openFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add(asked) {
      const parsed = z.union([fault, z.array(fault)]).safeParse(asked);
      if (!parsed.success) return parsed.error.issues.map(issue => issue.message).join('; ');
      const added = [parsed.data].flat();
      if (added.some(one => !isExpression(one.path))) return 'path is no regular expression';
      waiting.push(...added.map(one => ({ fault: one, left: one.times })));
      return undefined;
    },
    take(method, path, isPart) {
      const met = waiting.find(
        ({ fault: one }) =>
          (one.method === undefined || one.method.toUpperCase() === method) &&
          meets(one.path, path) &&
          !(isPart && (one.drop || one.loseAnswer)),
      );
      if (met === undefined) return undefined;
      met.left--;
      waiting = waiting.filter(({ left }) => left > 0);
      return met.fault;
    },
    waiting: () => waiting.map(({ fault: one, left }) => ({ ...one, times: left })),
    clear() {
      waiting = [];
    },
  };
}

function isExpression(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function meets(pattern: string, path: string): boolean {
  const short = path.replace(/^\/v1\.0/, '');
  if (path.startsWith(pattern) || short.startsWith(pattern)) return true;
  const expression = new RegExp(pattern);
  return expression.test(path) || expression.test(short);
}
