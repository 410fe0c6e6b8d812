import assert from 'node:assert/strict';
import { type GraphCall, type GraphConfig, graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import { graphLimits } from '../../../bot/adapters/graph/graph-limits.ts';
import { CalendarUnavailable } from '../../../bot/ports/calendar.ts';
import { SignInRequired } from '../../../bot/ports/sign-in.ts';
import { actingFor, graphError, type Script, type ScriptedGraph, scriptedGraph } from './scripted-graph.ts';

const sam = actingFor('sam');
const reading: GraphCall = {
  does: 'read a test',
  method: 'GET',
  path: '/me/test',
  of: 'mailbox',
  repeatable: true,
};
const writing: GraphCall = { ...reading, method: 'POST', body: { a: 1 }, writes: true };

describe('The Graph client', () => {
  let graph: ScriptedGraph;
  const open = async (script: Script, config: Partial<GraphConfig> = {}) => {
    graph = await scriptedGraph(script);
    return graphClient({ baseUrl: graph.url, localMode: true, ...config });
  };
  afterEach(() => graph?.close());

  it('refuses an address over which tokens must not go', () => {
    for (const [baseUrl, localMode] of [
      ['http://graph.example', true],
      ['http://127.0.0.1:4000', false],
      ['ftp://127.0.0.1', true],
      ['http://127.0.0.1.example', true],
    ] as const)
      assert.throws(() => graphClient({ baseUrl, localMode }), /must be https/);
    graphClient({ baseUrl: 'https://graph.microsoft.com', localMode: false });
    graphClient({ baseUrl: 'http://localhost:4000', localMode: true });
  });

  it('sends the token, the zone, the wish for immutable ids and an id of its own with every call', async () => {
    const client = await open(() => ({ body: { ok: true } }));
    const answer = await client.call(sam, { ...writing, path: '/me/test?$top=5' });
    assert.deepEqual(answer, { status: 200, body: { ok: true } });
    const [asked] = graph.calls;
    assert.equal(asked?.headers.authorization, 'Bearer token-for-sam');
    assert.equal(asked?.headers.prefer, 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"');
    assert.match(String(asked?.headers['client-request-id']), /^[0-9a-f-]{36}$/);
    assert.equal(asked?.query.get('$top'), '5');
    assert.deepEqual(asked?.body, { a: 1 });
  });

  it('takes a refused token for a person who must sign in', async () => {
    const client = await open(() => ({ status: 401, body: graphError('InvalidAuthenticationToken') }));
    await assert.rejects(client.call(sam, reading), (error: Error) => error instanceof SignInRequired);
  });

  it('gives what Graph refuses back with its code', async () => {
    const client = await open(() => ({ status: 404, body: graphError('ErrorItemNotFound') }));
    const answer = await client.call(sam, reading);
    assert.deepEqual([answer.status, answer.code], [404, 'ErrorItemNotFound']);
  });

  it('asks again after a short trouble', async () => {
    const client = await open((_, nth) =>
      nth === 0 ? { status: 503, html: '<h1>Busy</h1>' } : { body: {} },
    );
    assert.equal((await client.call(sam, writing)).status, 200);
    assert.equal(graph.calls.length, 2);
    assert.equal(graph.calls[1]?.headers['retry-attempt'], '1');
  });

  it('asks again once when the connection breaks, and does not where that could do something twice', async () => {
    const client = await open((_, nth) => (nth === 0 ? { drop: true } : { body: {} }));
    assert.equal((await client.call(sam, reading)).status, 200);
    await graph.close();
    const other = await open(() => ({ drop: true }));
    await assert.rejects(other.call(sam, { ...writing, repeatable: false }), { effectUnknown: true });
    assert.equal(graph.calls.length, 1);
  });

  it('says that an effect is unknown only of a write whose answer was lost', async () => {
    const client = await open(() => ({ status: 500, html: '' }));
    await assert.rejects(client.call(sam, writing), { effectUnknown: true });
    await assert.rejects(client.call(sam, reading), { effectUnknown: false });
    await graph.close();
    const throttled = await open(() => ({ status: 429, headers: { 'retry-after': '60' } }));
    await assert.rejects(throttled.call(sam, writing), { effectUnknown: false, retryAfterMs: 60_000 });
  });

  it('gives up within its budget when Graph does not answer', async () => {
    const client = await open(() => ({ afterMs: 5_000 }), { attemptMs: 300 });
    const started = performance.now();
    await assert.rejects(client.call(sam, { ...reading, budgetMs: 900 }), CalendarUnavailable);
    assert.ok(performance.now() - started < 1_500);
  });

  it('puts no address and nothing that Graph said into an error', async () => {
    const client = await open(() => ({ status: 500, body: graphError('UnknownError') }));
    const failure = await client.call(sam, reading).catch((error: unknown) => error);
    assert.ok(failure instanceof CalendarUnavailable);
    assert.equal(failure.message, 'Graph could not read a test: the answer was 500 (UnknownError)');
    assert.ok(!JSON.stringify([failure.message, failure.stack, failure.cause]).includes('okoro'));
  });

  it('follows only links to Graph itself', async () => {
    const client = await open(() => ({}));
    assert.equal(client.pathOf(`${graph.url}/v1.0/me/calendarView?$skip=10`), '/me/calendarView?$skip=10');
    assert.throws(() => client.pathOf('https://elsewhere.example/v1.0/me'), CalendarUnavailable);
    assert.throws(() => client.pathOf(`${graph.url}/beta/me`), CalendarUnavailable);
  });

  describe('T26 when Graph asks to wait', () => {
    it('T26 waits as long as it was told, and never asks sooner', async () => {
      const client = await open((_, nth) =>
        nth === 0 ? { status: 429, headers: { 'retry-after': '1' } } : { body: {} },
      );
      await Promise.all([client.call(sam, reading), later(100).then(() => client.call(sam, reading))]);
      const [first, ...others] = graph.calls;
      assert.ok(first && others.length === 2);
      assert.ok(others.every(call => call.at - first.at >= 990));
    });

    it('T26 says how long to wait when a bot turn cannot, and asks nothing for that mailbox until then', async () => {
      const client = await open(() => ({ status: 429, headers: { 'retry-after': '10' } }));
      const started = performance.now();
      await assert.rejects(client.call(sam, reading), { retryAfterMs: 10_000 });
      await assert.rejects(client.call(sam, reading), (error: CalendarUnavailable) => {
        return (error.retryAfterMs ?? 0) > 9_000 && (error.retryAfterMs ?? 0) <= 10_000;
      });
      assert.ok(performance.now() - started < 1_000);
      assert.equal(graph.calls.length, 1);
      await assert.rejects(client.call(actingFor('priya'), reading), CalendarUnavailable);
      assert.equal(graph.calls.length, 2);
    });

    it('T26 has at most 4 calls and 1 write of a mailbox in flight, and all finish', async () => {
      const client = await open(() => ({ afterMs: 15, body: {} }));
      await Promise.all(Array.from({ length: 40 }, () => client.call(sam, reading)));
      assert.equal(graph.mostAtOnce(), 4);
      await graph.close();
      const writer = await open(() => ({ afterMs: 15, body: {} }));
      await Promise.all(Array.from({ length: 8 }, () => writer.call(sam, writing)));
      assert.equal(graph.mostAtOnce(), 1);
    });

    it('T26 serves 200 people through the places of one instance', async () => {
      const limits = graphLimits({ mailboxCalls: 4, mailboxWrites: 1, instanceCalls: 16 });
      const seen = new Set<string>();
      const script: Script = ({ headers }) => {
        const who = String(headers.authorization);
        if (seen.has(who)) return { afterMs: 10, body: {} };
        seen.add(who);
        return { status: 429, headers: { 'retry-after': '1' } };
      };
      const client = await open(script, { limits });
      const people = Array.from({ length: 200 }, (_, index) => actingFor(`p${index}`));
      const answers = await Promise.all(people.map(person => client.call(person, reading)));
      assert.ok(answers.every(answer => answer.status === 200));
      assert.ok(graph.mostAtOnce() <= 16);
    });
  });
});

function later(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
