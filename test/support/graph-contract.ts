import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What the contract needs to know of a call. */
export type CheckedExchange = {
  readonly method: string;
  /** From `/v1.0` on, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** The answer is a fault made on purpose: only the request is held to the contract. */
  readonly injected?: boolean;
};

/** Holds exchanges with Microsoft Graph to an OpenAPI description of it. */
export type GraphContract = {
  /** To be given as `onCall`. */
  readonly check: (exchange: CheckedExchange) => void;
  /** One line per broken rule, without values. */
  problems(): readonly string[];
  /** How often each operation was answered 2xx, by operation id. */
  exercised(): ReadonlyMap<string, number>;
  /** Operations that were never answered 2xx. */
  neverExercised(): readonly string[];
};

type Schema = { readonly $ref?: string };
type Content = { readonly 'application/json'?: { readonly schema: Schema } };
type Response = { readonly $ref?: string; readonly content?: Content };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
};

const methods = ['get', 'post', 'patch', 'put', 'delete'];

/** `file` is the OpenAPI description, JSON. Throws when it cannot be read. */
export function graphContract(file: string): GraphContract {
  const description: Description = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...description, $id: 'https://graph/' });
  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, operation, pattern: expression(path), path }];
    }),
  );
  // A literal part wins over a parameter.
  operations.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const found = new Set<string>();
  const served = new Map<string, number>();
  const compiled = new Map<string, ValidateFunction>();

  function validator(schema: Schema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const absolute = JSON.parse(key.replaceAll('"#/components/', '"https://graph/#/components/'));
    const made = ajv.compile(absolute);
    compiled.set(key, made);
    return made;
  }

  function mustSatisfy(name: string, schema: Schema | undefined, body: unknown): void {
    if (schema === undefined) {
      if (body !== undefined) found.add(`${name}: a body where none belongs`);
      return;
    }
    const valid = validator(schema);
    if (valid(body)) return;
    for (const error of valid.errors ?? []) {
      const what = JSON.stringify(error.params);
      found.add(`${name}: ${error.instancePath || '/'} ${error.message} ${what}`);
    }
  }

  function check(exchange: CheckedExchange): void {
    const path = exchange.path.replace(/^\/v1\.0/, '').replace(/\(\)$/, '');
    const method = exchange.method.toLowerCase();
    const match = operations.find(one => one.method === method && one.pattern.test(path));
    if (match === undefined) {
      found.add(`${exchange.method} ${masked(path)}: not in the contract`);
      return;
    }
    const { operation } = match;
    const name = `${operation.operationId} ${exchange.status}`;
    mustKnowParameters(operation, exchange);
    if (operation.requestBody !== undefined || exchange.requestBody !== undefined) {
      const schema = operation.requestBody?.content['application/json']?.schema;
      mustSatisfy(`${operation.operationId} request`, schema, exchange.requestBody);
    }
    if (exchange.injected) return;
    const family = `${String(exchange.status).slice(0, 1)}XX`;
    const response = operation.responses[String(exchange.status)] ?? operation.responses[family];
    if (response === undefined) {
      found.add(`${name}: a status that is not in the contract`);
      return;
    }
    const shared = description.components.responses[response.$ref?.split('/').at(-1) ?? ''];
    mustSatisfy(name, (shared ?? response).content?.['application/json']?.schema, exchange.responseBody);
    if (exchange.status < 300) {
      served.set(operation.operationId, (served.get(operation.operationId) ?? 0) + 1);
    }
  }

  function mustKnowParameters(operation: Operation, { query, status }: CheckedExchange): void {
    const known = (operation.parameters ?? []).filter(parameter => parameter.in === 'query');
    for (const name of query.keys()) {
      if (name === '$count' || known.some(parameter => parameter.name === name)) continue;
      found.add(`${operation.operationId}: unknown parameter ${name}`);
    }
    if (status >= 300) return;
    for (const { name, required } of known) {
      if (required && !query.has(name)) found.add(`${operation.operationId}: without the parameter ${name}`);
    }
  }

  return {
    check,
    problems: () => [...found],
    exercised: () => served,
    neverExercised: () => operations.map(one => one.operation.operationId).filter(id => !served.has(id)),
  };
}

function expression(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}

/** Ids and addresses stay out of the report. */
function masked(path: string): string {
  return path.replaceAll(/\/[^/]*[@=][^/]*|\/[\w-]{30,}/g, '/…');
}
