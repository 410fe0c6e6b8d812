import { randomUUID } from 'node:crypto';

/** A refusal in Graph's own shape. https://learn.microsoft.com/graph/errors */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** `at` in epoch milliseconds. */
export function errorBody(code: string, message: string, at: number, clientRequestId?: string) {
  const requestId = randomUUID();
  return {
    error: {
      code,
      message,
      innerError: {
        date: new Date(at).toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId ?? requestId,
      },
    },
  };
}

export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

export function resourceNotFound(): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    'The resource does not exist or one of its queried reference-property objects are not present.',
  );
}

export function notBuilt(what: string): GraphError {
  return new GraphError(501, 'NotImplemented', `The local Graph does not serve ${what}.`);
}
