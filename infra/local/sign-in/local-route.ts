import type { IncomingMessage } from 'node:http';

/** `headers` beside the type and length. A string body is text; anything else becomes JSON; undefined is empty. */
export type LocalAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type LocalRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** Whole body as text, at most 100 kB. */
  readonly body: string;
};

/** Undefined: not this one's path. */
export type LocalRoute = (
  request: LocalRequest,
) => LocalAnswer | undefined | Promise<LocalAnswer | undefined>;
