import type { z } from 'zod';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { Problem } from './problem.ts';
import type { Asker } from './who-is-asking.ts';

/** One row of the route table. Every route of the tab's API is for somebody signed in. */
export type RouteRow = {
  readonly method: 'GET' | 'POST';
  /** restify's notation: `/api/meetings/:pairId`. */
  readonly path: string;
  readonly summary: string;
  readonly schemas: { readonly params: z.ZodType; readonly body: z.ZodType; readonly answer: z.ZodType };
  handle(who: Asker, params: unknown, body: unknown): Promise<unknown>;
};

/** Ties the schemas of a row to what its journey is given and gives. Parameters that do not fit are "not found". */
export function route<P, B, A extends object>(row: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType<P>;
  readonly body: z.ZodType<B>;
  readonly answer: z.ZodType<A>;
  journey(asked: { readonly who: Asker; readonly params: P; readonly body: B }): Promise<A | Refusal>;
}): RouteRow {
  const { method, path, summary, params, body, answer } = row;
  return {
    method,
    path,
    summary,
    schemas: { params, body, answer },
    async handle(who, givenParams, givenBody) {
      const knownParams = params.safeParse(givenParams);
      if (!knownParams.success) throw new Problem('not found');
      const knownBody = body.safeParse(givenBody);
      if (!knownBody.success) throw new Problem('not understood');
      const outcome = await row.journey({ who, params: knownParams.data, body: knownBody.data });
      if (isRefusal(outcome)) throw new Problem(outcome.refused);
      return outcome;
    },
  };
}
