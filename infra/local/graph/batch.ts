import { z } from 'zod';
import type { GraphAnswer, GraphRequest } from './graph-call.ts';
import { GraphError } from './graph-error.ts';

const most = 20;
const batch = z.strictObject({
  requests: z.array(
    z.strictObject({
      id: z.string().min(1),
      method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
      url: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});
type Part = z.infer<typeof batch>['requests'][number];

/** Every part answers for itself; a part whose dependency failed is 424. https://learn.microsoft.com/graph/json-batching */
export async function serveBatch(
  request: GraphRequest,
  serve: (part: GraphRequest) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  const parsed = batch.safeParse(request.body);
  if (!parsed.success) throw malformed('Invalid batch payload format.');
  const { requests } = parsed.data;
  if (requests.length > most) {
    throw malformed(`Number of batch request steps exceeds the maximum value of ${most}.`);
  }
  if (new Set(requests.map(part => part.id)).size < requests.length) throw malformed('Ids must be unique.');
  const done = new Map<string, GraphAnswer>();
  for (const part of requests) {
    if (part.body !== undefined && part.headers === undefined)
      throw malformed('A body needs a Content-Type.');
    if (part.dependsOn?.some(id => !requests.some(one => one.id === id)))
      throw malformed('Unknown dependency.');
  }
  for (const part of inOrder(requests)) {
    const failed = part.dependsOn?.some(id => (done.get(id)?.status ?? 424) >= 400) ?? false;
    done.set(part.id, failed ? dependencyFailed() : await serve(asRequest(part, request)));
  }
  const responses = [...done].map(([id, { status, headers, body }]) => ({
    id,
    status,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
  }));
  return { status: 200, body: { responses } };
}

/** Dependencies first. */
function inOrder(parts: readonly Part[]): Part[] {
  const ordered: Part[] = [];
  while (ordered.length < parts.length) {
    const next = parts.find(
      part =>
        !ordered.includes(part) && (part.dependsOn ?? []).every(id => ordered.some(one => one.id === id)),
    );
    if (next === undefined) throw malformed('The dependencies go in a circle.');
    ordered.push(next);
  }
  return ordered;
}

function asRequest(part: Part, outer: GraphRequest): GraphRequest {
  const url = new URL(`http://graph/v1.0${part.url.startsWith('/') ? '' : '/'}${part.url}`);
  const own = Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: part.method,
    path: url.pathname,
    query: url.searchParams,
    headers: {
      ...(outer.headers.authorization === undefined ? {} : { authorization: outer.headers.authorization }),
      ...Object.fromEntries(own),
    },
    body: part.body,
  };
}

function dependencyFailed(): GraphAnswer {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on failed.' };
  return { status: 424, body: { error } };
}

function malformed(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
