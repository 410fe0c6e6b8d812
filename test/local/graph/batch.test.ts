import assert from 'node:assert/strict';
import { type Asking, aGraph, aMeeting, type Json, priya, sam, type TestGraph, viewOf } from './a-graph.ts';

describe('A batch to the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  beforeEach(async () => {
    graph = await aGraph();
    asSam = graph.as(sam);
  });
  afterEach(() => graph.close());

  async function batch(requests: readonly unknown[]): Promise<Map<string, Json>> {
    const { status, body } = await asSam('POST', '/$batch', { requests });
    assert.equal(status, 200);
    return new Map([...(body.responses ?? [])].map(response => [String(response.id), response]));
  }

  it('answers each part by itself', async () => {
    const answers = await batch([
      { id: 'a', method: 'GET', url: '/me?$select=displayName' },
      { id: 'b', method: 'GET', url: '/users/nobody@example.nhs.uk' },
      {
        id: 'c',
        method: 'GET',
        url: `/users/${priya}?$select=id&$expand=manager($levels=max;$select=id)&$count=true`,
        headers: { ConsistencyLevel: 'eventual' },
      },
    ]);
    assert.equal(answers.get('a')?.body?.displayName, 'Sam Okoro');
    assert.equal(answers.get('b')?.status, 404);
    assert.equal(answers.get('b')?.body?.error?.code, 'Request_ResourceNotFound');
    assert.equal(answers.get('c')?.status, 200);
    assert.equal(typeof answers.get('c')?.body?.manager?.manager?.id, 'string');
  });

  it('does not try a part whose dependency failed', async () => {
    const answers = await batch([
      { id: '1', method: 'GET', url: '/users/nobody@example.nhs.uk' },
      {
        id: '2',
        method: 'POST',
        url: '/me/events',
        headers: { 'Content-Type': 'application/json' },
        body: aMeeting({ transactionId: 'never' }),
        dependsOn: ['1'],
      },
      { id: '3', method: 'GET', url: '/me', dependsOn: ['2'] },
    ]);
    assert.deepEqual(
      ['1', '2', '3'].map(id => answers.get(id)?.status),
      [404, 424, 424],
    );
    assert.ok((await viewOf(asSam)).every(event => String(event.transactionId) !== 'never'));
  });

  it('does dependencies first, in whatever order they come', async () => {
    const answers = await batch([
      { id: '1', method: 'GET', url: '/me', dependsOn: ['2'] },
      { id: '2', method: 'GET', url: '/me/manager' },
    ]);
    assert.deepEqual([...answers.keys()], ['2', '1']);
    assert.equal(answers.get('1')?.status, 200);
  });

  it('lists its parts with the call', async () => {
    await graph.local('DELETE', '/local/calls');
    await batch([{ id: '1', method: 'GET', url: '/me' }]);
    const { body } = await graph.local('GET', '/local/calls');
    assert.deepEqual(body, [
      {
        method: 'POST',
        path: '/v1.0/$batch',
        status: 200,
        parts: [{ method: 'GET', path: '/v1.0/me', status: 200 }],
      },
    ]);
  });

  it('can fail in one part', async () => {
    await graph.local('POST', '/local/faults', { path: `/users/${priya}`, status: 429, retryAfter: 2 });
    const part = { method: 'GET', url: `/users/${priya}` };
    const answers = await batch([
      { id: '1', ...part },
      { id: '2', ...part },
    ]);
    assert.equal(answers.get('1')?.status, 429);
    assert.equal(answers.get('1')?.headers?.['Retry-After'], '2');
    assert.equal(answers.get('2')?.status, 200);
  });

  for (const [what, requests] of [
    ['more than 20 parts', Array.from({ length: 21 }, (_, n) => ({ id: `${n}`, method: 'GET', url: '/me' }))],
    ['an id twice', [1, 2].map(() => ({ id: '1', method: 'GET', url: '/me' }))],
    ['a body without headers', [{ id: '1', method: 'POST', url: '/me/events', body: {} }]],
    [
      'dependencies in a circle',
      [
        { id: '1', method: 'GET', url: '/me', dependsOn: ['2'] },
        { id: '2', method: 'GET', url: '/me', dependsOn: ['1'] },
      ],
    ],
    ['a dependency that is not there', [{ id: '1', method: 'GET', url: '/me', dependsOn: ['2'] }]],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const { status } = await asSam('POST', '/$batch', { requests });
      assert.equal(status, 400);
    });
  }
});
