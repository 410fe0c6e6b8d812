import assert from 'node:assert/strict';
import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import { graphDirectory } from '../../../bot/adapters/graph/graph-directory.ts';
import { CalendarUnavailable } from '../../../bot/ports/calendar.ts';
import type { Directory } from '../../../bot/ports/directory.ts';
import {
  type Asked,
  actingFor,
  graphError,
  type Script,
  type Scripted,
  type ScriptedGraph,
  scriptedGraph,
} from './scripted-graph.ts';

const sam = actingFor('sam');
const priya = {
  id: 'priya',
  displayName: 'Priya Varghese',
  mail: 'Priya.Varghese@trust.example',
  userPrincipalName: 'priya@trust.example',
  userType: 'Member',
  jobTitle: 'Matron',
  companyName: 'Leeds trust',
};
const chain = { manager: { id: 'director', manager: { id: 'chief' } } };
const denied = { status: 403, body: graphError('Authorization_RequestDenied') };

type Part = { readonly id: string; readonly url: string; readonly headers?: Record<string, string> };

function partsOf(asked: Asked | undefined): readonly Part[] {
  return Object.fromEntries(Object.entries(asked?.body ?? {})).requests;
}

/** A directory whose parts of a batch, in any order, answer as the test says. */
function inBatch(answer: (part: Part, nthBatch: number) => Scripted): Script {
  return (asked, nth) => ({
    body: {
      responses: partsOf(asked)
        .map(part => ({ id: part.id, status: 200, ...answer(part, nth) }))
        .reverse(),
    },
  });
}

const wantsChain = (part: Part) => part.url.includes('$expand=manager');

describe('The Graph directory', () => {
  let graph: ScriptedGraph;
  const open = async (script: Script): Promise<Directory> => {
    graph = await scriptedGraph(script);
    return graphDirectory(graphClient({ baseUrl: graph.url, localMode: true }));
  };
  afterEach(() => graph?.close());

  it('tells who is signed in, with their managers up to the top', async () => {
    const directory = await open(() => ({ body: { ...priya, ...chain } }));
    assert.deepEqual(await directory.me(sam), {
      person: { tenantId: 'trust', objectId: 'priya' },
      name: 'Priya Varghese',
      address: 'priya.varghese@trust.example',
      jobTitle: 'Matron',
      organisation: 'Leeds trust',
      isMember: true,
      managers: ['director', 'chief'],
    });
    const [asked] = graph.calls;
    assert.equal(asked?.headers.consistencylevel, 'eventual');
    assert.equal(asked?.query.get('$expand'), 'manager($levels=max;$select=id,displayName)');
    assert.equal(asked?.query.get('$count'), 'true');
  });

  it('tells who is signed in without their managers where those may not be read, and remembers it', async () => {
    const directory = await open(asked => (asked.query.has('$expand') ? denied : { body: priya }));
    assert.equal((await directory.me(sam)).managers, 'unknown');
    await directory.me(sam);
    assert.deepEqual(
      graph.calls.map(call => call.query.has('$expand')),
      [true, false, false],
    );
    await directory.me(actingFor('ann', 'council'));
    assert.equal(graph.calls.length, 5);
  });

  it('takes no manager at all, and a chain without an end, for unknown', async () => {
    let endless: object = { id: 'm' };
    for (let level = 0; level < 60; level += 1) endless = { id: `m${level}`, manager: endless };
    const answers = [
      priya,
      { ...priya, manager: null },
      { ...priya, manager: { id: 5 } },
      { ...priya, manager: endless },
    ];
    const directory = await open((_, nth) => ({ body: answers[nth] }));
    for (const _ of answers) assert.equal((await directory.me(sam)).managers, 'unknown');
  });

  it('resolves addresses in one batch, the first time with and without managers', async () => {
    const directory = await open(
      inBatch(part => {
        if (part.url.includes('nobody')) return { status: 404, body: graphError('Request_ResourceNotFound') };
        return { body: wantsChain(part) ? { ...priya, ...chain } : priya };
      }),
    );
    const found = await directory.resolve(sam, ['Priya@trust.example', 'nobody@trust.example', 'no address']);
    assert.deepEqual([...found.keys()].sort(), ['no address', 'nobody@trust.example', 'priya@trust.example']);
    const resolved = found.get('priya@trust.example');
    assert.ok(typeof resolved === 'object' && resolved.managers.length === 2);
    assert.equal(found.get('nobody@trust.example'), 'not found');
    assert.equal(found.get('no address'), 'not found');
    assert.equal(graph.calls.length, 1);
    assert.ok(partsOf(graph.calls[0]).every(part => !wantsChain(part) || part.headers?.ConsistencyLevel));
    await directory.resolve(sam, ['priya@trust.example']);
    assert.equal(partsOf(graph.calls[1]).length, 1);
  });

  it('resolves an address in one batch also where managers may not be read', async () => {
    const directory = await open(inBatch(part => (wantsChain(part) ? denied : { body: priya })));
    for (let time = 0; time < 2; time += 1) {
      const resolved = (await directory.resolve(sam, ['priya@trust.example'])).get('priya@trust.example');
      assert.ok(typeof resolved === 'object' && resolved.managers === 'unknown');
    }
    assert.deepEqual(
      graph.calls.map(call => partsOf(call).length),
      [2, 1],
    );
  });

  it('says so when nobody may be looked up', async () => {
    const directory = await open(inBatch(() => denied));
    assert.equal(
      (await directory.resolve(sam, ['priya@trust.example'])).get('priya@trust.example'),
      'not allowed',
    );
  });

  it('never takes a guest for a member', async () => {
    const kinds = [
      { ...priya, userType: 'Guest' },
      { ...priya, userType: null, userPrincipalName: 'priya_trust.example#EXT#@council.example' },
    ];
    const directory = await open((_, nth) => ({ body: kinds[nth] }));
    for (const _ of kinds) assert.equal((await directory.me(sam)).isMember, false);
  });

  it('T27 asks again only for the part that was asked to wait', async () => {
    const directory = await open(
      inBatch((part, nth) => {
        if (nth === 0 && part.url.includes('priya%40'))
          return { status: 429, headers: { 'Retry-After': '1' } };
        if (part.url.includes('gone%40'))
          return { status: 404, body: graphError('Request_ResourceNotFound') };
        return { body: wantsChain(part) ? { ...priya, ...chain } : priya };
      }),
    );
    const found = await directory.resolve(sam, [
      'priya@trust.example',
      'gone@trust.example',
      'lee@trust.example',
    ]);
    assert.equal(graph.calls.length, 2);
    assert.ok(partsOf(graph.calls[1]).every(part => part.url.includes('priya%40')));
    assert.ok((graph.calls[1]?.at ?? 0) - (graph.calls[0]?.at ?? 0) >= 990);
    assert.equal(typeof found.get('priya@trust.example'), 'object');
    assert.equal(found.get('gone@trust.example'), 'not found');
  });

  it('T27 leaves out whom it could not ask about in time, and says how long to wait when that is everyone', async () => {
    const wait = { status: 429, headers: { 'Retry-After': '30' } };
    const partly = await open(inBatch(part => (part.url.includes('priya') ? wait : { body: priya })));
    const found = await partly.resolve(sam, ['priya@trust.example', 'lee@trust.example']);
    assert.deepEqual([...found.keys()], ['lee@trust.example']);
    assert.equal(graph.calls.length, 1);
    await graph.close();
    const wholly = await open(inBatch(() => wait));
    await assert.rejects(wholly.resolve(sam, ['priya@trust.example']), { retryAfterMs: 30_000 });
  });

  it('is broken, not empty, when the batch is', async () => {
    const directory = await open(() => ({ body: {} }));
    await assert.rejects(directory.resolve(sam, ['priya@trust.example']), CalendarUnavailable);
  });

  it('asks nothing for no address, and refuses more than a batch holds', async () => {
    const directory = await open(() => ({}));
    assert.equal((await directory.resolve(sam, [])).size, 0);
    assert.equal(graph.calls.length, 0);
    const many = Array.from({ length: 21 }, (_, index) => `p${index}@trust.example`);
    await assert.rejects(directory.resolve(sam, many), RangeError);
  });
});
