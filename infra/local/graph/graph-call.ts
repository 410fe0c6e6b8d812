import type { Caller } from './caller.ts';
import type { Preferences } from './prefer.ts';
import type { World } from './world.ts';

/** One Graph request, or one part of a batch. */
export type GraphRequest = {
  readonly method: string;
  /** From `/v1.0` on, without the query, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type GraphAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request as an operation sees it: whose resource, by whom, in which world. */
export type GraphCall = {
  readonly world: World;
  readonly caller: Caller;
  readonly request: GraphRequest;
  readonly prefer: Preferences;
  /** The address of this server, for links. */
  readonly url: string;
};
