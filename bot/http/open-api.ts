import { z } from 'zod';
import { problemView } from './contract.ts';
import type { RouteRow } from './route.ts';

/** The tab's API as OpenAPI 3.1, made from the very schemas that its routes check with. */
export function openApi(rows: readonly RouteRow[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const row of rows) {
    const path = row.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(row) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'NHS mentoring in Teams: the API of the tab', version: '1' },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ bearer: [] }],
  };
}

const ifMatch = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };

function operation(row: RouteRow): object {
  const { method, path, summary, needsIfMatch } = row;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const inPath = names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const parameters = [...inPath, ...(needsIfMatch ? [ifMatch] : [])];
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(method === 'POST' && { requestBody: { required: true, content: json(row.schemas.body) } }),
    responses: {
      200: { description: 'Done', content: answerOf(row) },
      default: { description: 'Not done, and why', content: json(problemView) },
    },
  };
}

function answerOf(row: RouteRow): object {
  return row.mediaType === undefined ? json(row.schemas.answer) : { [row.mediaType]: {} };
}

function json(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { 'application/json': { schema: rest } };
}
