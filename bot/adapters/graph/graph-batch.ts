import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CalendarUnavailable } from '../../ports/calendar.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import { errorCode, type GraphAnswer, retryAfterMs } from './graph-answer.ts';
import { callBudgetMs, type GraphClient } from './graph-client.ts';

/** Below the version. `id` is unique in its batch. */
export type BatchPart = {
  readonly id: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/**
 * Reads up to 20 things in one $batch. Parts that were asked to wait, and only those, are asked again as long as there
 * is time; a part without an answer is absent. https://learn.microsoft.com/graph/json-batching
 */
export async function readBatch(
  client: GraphClient,
  as: ActingFor,
  does: string,
  parts: readonly BatchPart[],
): Promise<ReadonlyMap<string, GraphAnswer>> {
  if (parts.length > 20) throw new RangeError('At most 20 requests in a batch');
  const ends = performance.now() + callBudgetMs;
  const answers = new Map<string, GraphAnswer>();
  for (let waiting = parts; waiting.length > 0; ) {
    const budgetMs = ends - performance.now();
    const answer = await client.call(as, { ...batchOf(waiting), does, budgetMs });
    const read = batchAnswer.safeParse(answer.body);
    if (answer.status !== 200 || !read.success)
      throw new CalendarUnavailable(`Graph could not ${does}: the answer was ${answer.status}`, {});
    let waitMs = 0;
    const again = new Set<string>();
    for (const { id, status, headers, body } of read.data.responses) {
      if (status === 429 || status >= 500) {
        again.add(id);
        waitMs = Math.max(waitMs, toldToWait(headers) ?? 500);
        continue;
      }
      const code = errorCode(body);
      answers.set(id, { status, body, ...(code && { code }) });
    }
    waiting = waiting.filter(part => again.has(part.id));
    if (waiting.length > 0 && answers.size === 0 && waitMs + 500 >= ends - performance.now())
      throw new CalendarUnavailable(`Graph could not ${does}: it asked to wait`, { retryAfterMs: waitMs });
    if (waitMs + 500 >= ends - performance.now()) break;
    if (waiting.length > 0) await sleep(waitMs);
  }
  return answers;
}

function batchOf(parts: readonly BatchPart[]) {
  return {
    method: 'POST',
    path: '/$batch',
    body: {
      requests: parts.map(({ id, path, headers }) => ({
        id,
        method: 'GET',
        url: path,
        ...(headers && { headers }),
      })),
    },
    of: 'directory',
    repeatable: true,
  } as const;
}

function toldToWait(headers: Record<string, unknown> | null | undefined): number | undefined {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after');
  return found ? retryAfterMs(String(found[1])) : undefined;
}
