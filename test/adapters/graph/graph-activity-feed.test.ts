import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { graphActivityFeed } from '../../../bot/adapters/graph/graph-activity-feed.ts';
import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import { CalendarUnavailable } from '../../../bot/ports/calendar.ts';
import { graphContract } from '../../support/graph-contract.ts';
import { actingFor, graphError, type Scripted, type ScriptedGraph, scriptedGraph } from './scripted-graph.ts';

const ownDescription = fileURLToPath(
  new URL('../../support/graph-activity-feed.openapi.json', import.meta.url),
);
const priya = { tenantId: 'trust', objectId: 'priya' };

describe("Teams' activity feed, by Graph", () => {
  let graph: ScriptedGraph;
  const say = async (answer: Scripted) => {
    graph = await scriptedGraph(() => answer);
    const feed = graphActivityFeed({
      client: graphClient({ baseUrl: graph.url, localMode: true }),
      appFor: ({ objectId }) => actingFor(objectId),
      link: 'https://teams.microsoft.com/l/entity/app/home',
    });
    return feed.sayThatSomethingWaits(priya);
  };
  afterEach(() => graph?.close());

  it('says that something waits and nothing of what, as the project describes the call', async () => {
    assert.equal(await say({ status: 204 }), 'shown');
    const contract = graphContract(ownDescription);
    for (const { method, path, query, body } of graph.calls)
      contract.check({ method, path, query, requestBody: body, status: 204, responseBody: undefined });
    assert.deepEqual(contract.problems(), []);
    assert.deepEqual(contract.neverExercised(), []);
    assert.match(JSON.stringify(graph.calls[0]?.body), /Something about your mentoring waits for you/);
    assert.ok(!/priya|varghese|okoro|meeting/i.test(JSON.stringify(graph.calls[0]?.body)));
  });

  for (const [status, code] of [
    [403, 'Forbidden'],
    [404, 'NotFound'],
  ] as const) {
    it(`is not shown where the answer is ${status}, and it is not tried again`, async () => {
      assert.equal(await say({ status, body: graphError(code) }), 'not shown');
      assert.equal(graph.calls.length, 1);
    });
  }

  it('throws where Graph is broken, without sending it twice', async () => {
    await assert.rejects(say({ drop: true }), CalendarUnavailable);
    assert.equal(graph.calls.length, 1);
  });
});
