import type { z } from 'zod';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { Problem } from './problem.ts';
import type { Asker } from './who-is-asking.ts';

/** One row of the route table. Every route of the tab's API is for somebody signed in. */
export type RouteRow = JsonRow | FileRow;

type Row = {
  readonly method: 'GET' | 'POST';
  /** restify's notation: `/api/meetings/:pairId`. */
  readonly path: string;
  readonly summary: string;
};

type JsonRow = Row & {
  readonly mediaType?: undefined;
  readonly schemas: { readonly params: z.ZodType; readonly body: z.ZodType; readonly answer: z.ZodType };
  /** A change of something that may have changed meanwhile: header If-Match says which state was seen. */
  readonly needsIfMatch?: boolean;
  handle(who: Asker, params: unknown, body: unknown, ifMatch?: string): Promise<unknown>;
};

type FileRow = Row & {
  readonly method: 'GET';
  readonly mediaType: string;
  readonly needsIfMatch?: undefined;
  handle(who: Asker, params: unknown): Promise<FileAnswer>;
};

/** `name`: letters, digits, dots and hyphens. It shows in lists of files, so it holds nobody's name. */
export type FileAnswer = { readonly name: string; readonly bytes: Uint8Array };

/** Ties the schemas of a row to what its journey is given and gives. Parameters that do not fit are "not found". */
export function route<P, B, A extends object>(row: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType<P>;
  readonly body: z.ZodType<B>;
  readonly answer: z.ZodType<A>;
  readonly needsIfMatch?: boolean;
  /** `ifMatch`: an etag as it was given out; empty unless the route needs it. */
  journey(asked: {
    readonly who: Asker;
    readonly params: P;
    readonly body: B;
    readonly ifMatch: string;
  }): Promise<A | Refusal>;
}): JsonRow {
  const { method, path, summary, params, body, answer, needsIfMatch = false } = row;
  return {
    method,
    path,
    summary,
    schemas: { params, body, answer },
    needsIfMatch,
    async handle(who, givenParams, givenBody, givenIfMatch) {
      const knownParams = known(params, givenParams);
      const knownBody = body.safeParse(givenBody);
      if (!knownBody.success) throw new Problem('not understood');
      const ifMatch = needsIfMatch ? etagIn(givenIfMatch) : '';
      return unlessRefused(await row.journey({ who, params: knownParams, body: knownBody.data, ifMatch }));
    },
  };
}

/** A route that answers a file to be kept. */
export function fileRoute<P>(row: {
  readonly path: string;
  readonly summary: string;
  readonly mediaType: string;
  readonly params: z.ZodType<P>;
  journey(asked: { readonly who: Asker; readonly params: P }): Promise<FileAnswer | Refusal>;
}): FileRow {
  const { path, summary, mediaType, params } = row;
  return {
    method: 'GET',
    path,
    summary,
    mediaType,
    handle: async (who, given) => unlessRefused(await row.journey({ who, params: known(params, given) })),
  };
}

function known<P>(params: z.ZodType<P>, given: unknown): P {
  const read = params.safeParse(given);
  if (!read.success) throw new Problem('not found');
  return read.data;
}

function unlessRefused<A extends object>(outcome: A | Refusal): A {
  if (isRefusal(outcome)) throw new Problem(outcome.refused);
  return outcome;
}

/** One etag, in quotes or without; a list, a weak one or "any" names no state that somebody saw. */
function etagIn(header: string | undefined): string {
  if (header === undefined) throw new Problem('no If-Match');
  const [, etag] = /^"?([\w-]{1,100})"?$/.exec(header.trim()) ?? [];
  if (etag === undefined) throw new Problem('not understood');
  return etag;
}
