import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckedExchange, type GraphContract, graphContract } from '../../support/graph-contract.ts';

/** As small as a description can be that shows each rule. */
const description = {
  openapi: '3.1.0',
  info: { title: 'A small one', version: '1' },
  paths: {
    '/me/events': {
      get: {
        operationId: 'list',
        parameters: [
          { name: '$top', in: 'query' },
          { name: 'from', in: 'query', required: true },
        ],
        responses: { 200: json('list'), '4XX': { $ref: '#/components/responses/error' } },
      },
      post: {
        operationId: 'create',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/event' } } } },
        responses: { 201: json('event') },
      },
    },
    '/me/events/{event-id}': { delete: { operationId: 'delete', responses: { 204: {} } } },
  },
  components: {
    responses: { error: json('error') },
    schemas: {
      list: {
        type: 'object',
        required: ['value'],
        properties: { value: { type: 'array' } },
        additionalProperties: false,
      },
      event: {
        type: 'object',
        required: ['subject'],
        properties: { subject: { type: 'string' } },
        additionalProperties: false,
      },
      error: { type: 'object', required: ['error'] },
    },
  },
};

function json(schema: string) {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}

describe('The check against a description of Graph', () => {
  let folder: string;
  let contract: GraphContract;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contract-'));
    const file = join(folder, 'small.json');
    writeFileSync(file, JSON.stringify(description));
    contract = graphContract(file);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const listing: CheckedExchange = {
    method: 'GET',
    path: '/v1.0/me/events',
    query: new URLSearchParams('from=1'),
    requestBody: undefined,
    status: 200,
    responseBody: { value: [] },
  };
  const creating: CheckedExchange = {
    ...listing,
    method: 'POST',
    query: new URLSearchParams(),
    requestBody: { subject: 'x' },
    status: 201,
    responseBody: { subject: 'x' },
  };

  it('finds nothing in calls that keep to it, and lists the operations never exercised', () => {
    contract.check(listing);
    contract.check(creating);
    assert.deepEqual(contract.problems(), []);
    assert.deepEqual(contract.neverExercised(), ['delete']);
  });

  for (const [what, exchange] of [
    ['an address that is not described', { ...listing, path: '/v1.0/me/messages' }],
    ['a method that is not described', { ...listing, method: 'PATCH' }],
    ['a parameter that is not described', { ...listing, query: new URLSearchParams('from=1&$skip=2') }],
    ['a parameter that is missing', { ...listing, query: new URLSearchParams() }],
    ['a status that is not described', { ...listing, status: 202 }],
    ['an answer with a property too many', { ...listing, responseBody: { value: [], more: 1 } }],
    ['an answer without a body', { ...listing, responseBody: undefined }],
    ['an error in another shape', { ...listing, status: 404, responseBody: { message: 'no' } }],
    ['a request with a property too many', { ...creating, requestBody: { subject: 'x', isOnline: true } }],
    ['a request without a body', { ...creating, requestBody: undefined }],
    [
      'a body where none belongs',
      { ...listing, method: 'DELETE', path: '/v1.0/me/events/1', query: new URLSearchParams(), status: 204 },
    ],
  ] satisfies readonly (readonly [string, CheckedExchange])[]) {
    it(`finds ${what}`, () => {
      contract.check(exchange);
      assert.equal(contract.problems().length, 1);
    });
  }

  it('holds a fault made on purpose to the contract in its request only', () => {
    contract.check({ ...listing, status: 502, responseBody: '<html>', injected: true });
    assert.deepEqual(contract.problems(), []);
    contract.check({ ...creating, requestBody: {}, status: 502, responseBody: '<html>', injected: true });
    assert.equal(contract.problems().length, 1);
  });

  it('fails when the description is not there', () => {
    assert.throws(() => graphContract(join(folder, 'nothing.json')));
  });
});
