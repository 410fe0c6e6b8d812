import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { press } from '../support/booking-by-chat.ts';
import { everythingStored, mentorsIn, said, sentence, worldOfThisFile } from './in-the-chat.ts';

const canary = (where: string) => `Zyxqwv${where}`;

describe('What people type while they look for a mentor', () => {
  /** Whatever this process asks of anybody over HTTP: where, and what the address says. */
  const asked: { readonly origin: string; readonly path: string }[] = [];
  const bodies: string[] = [];
  /** All that was ever written, as most of it is written over soon. */
  const written: string[] = [];
  const seen = (message: unknown) => {
    const request = typeof message === 'object' && message ? Reflect.get(message, 'request') : undefined;
    if (request instanceof ClientRequest) {
      asked.push({ origin: `${request.protocol}//${request.getHeader('host')}`, path: request.path });
    } else {
      asked.push({
        origin: String(Reflect.get(request, 'origin')),
        path: String(Reflect.get(request, 'path')),
      });
    }
  };
  const world = worldOfThisFile({
    wrapStore: store => ({
      ...store,
      write: (partition, writes) => {
        written.push(JSON.stringify([partition, writes]));
        return store.write(partition, writes);
      },
    }),
    onCall: ({ path, query, requestHeaders, requestBody }) =>
      bodies.push(JSON.stringify([path, query.toString(), requestHeaders, requestBody])),
  });
  before(() => {
    subscribe('undici:request:create', seen);
    subscribe('http.client.request.start', seen);
  });
  after(() => {
    unsubscribe('undici:request:create', seen);
    unsubscribe('http.client.request.start', seen);
  });

  it('is in no log line, no document and no request but the answer to them, whichever way they look', async () => {
    const sam = world().person('Sam Okoro');
    const words = [
      'First',
      'NotUnderstood',
      'Refined',
      'OnTheCard',
      'Without',
      'Reason',
      'Like',
      'Typed',
      'Forged',
      'Harm',
    ];
    const [first, notUnderstood, refined, onTheCard, without, reason, like, typed, forged, harm] =
      words.map(canary);
    const shown = await sam.say(`${sentence}, says ${first}`);
    assert.equal(mentorsIn(shown).length, 3);
    const back = said(await sam.say(`I want to move into management, ideally with a ${notUnderstood} owl`));
    assert.match(back, /We did not understand: /);
    assert.ok(back.includes(String(notUnderstood)), 'it is shown back to them');
    await sam.say(`online ${refined}`);
    await press(sam, 'refine', { text: `in person ${onTheCard}` });
    await sam.say(`without ${without}`);
    await sam.say(`not the first, because ${reason}`);
    await sam.say(`more like ${like}`);
    await sam.say(`why not others ${typed}`);
    await press(sam, 'not-for-me', { profileId: forged, reason: forged });
    await press(sam, 'take-off', { criterionId: `place:${forged}` });
    await press(sam, 'put-on', { criterionId: `organisation:${forged}` });
    await press(sam, 'choose-place', { takeOff: [forged], putOn: `place:${forged}` });
    await press(sam, 'like', { profileId: forged });
    await press(sam, 'show-again', { profileId: forged });
    await sam.say(`I want to kill myself ${harm}`);
    await world().local('faults', { method: 'POST', body: { path: '.*', status: 503, times: 4 } });
    await sam.say(`I want to move into management ${first} near ${without}`);
    await world().local('faults', { method: 'DELETE' });
    await world().settled();

    const { environment, appUrl, teams, graph, log } = world();
    const origins = new Set(asked.map(({ origin }) => origin));
    const known = [appUrl, teams.serviceUrl, graph.url, String(environment.ENTRA_URL)].map(
      url => new URL(url).origin,
    );
    assert.deepEqual(
      [...origins].filter(origin => !known.includes(origin)),
      [],
    );
    const told = [new URL(appUrl).origin, new URL(teams.serviceUrl).origin];
    const outgoing = asked.filter(({ origin }) => !told.includes(origin)).map(({ path }) => path);
    assert.ok(outgoing.length > 10 && bodies.length > 10);
    assert.ok(
      written.some(each => each.includes('"search"')),
      'the search is kept',
    );
    const stored = [...(await everythingStored(world()))].flat();
    for (const [at, each] of [...outgoing, ...bodies, ...written, ...stored, ...log].entries()) {
      assert.ok(!each.toLowerCase().includes('zyxqwv'), `${at}: ${each.slice(0, 300)}`);
    }
  });
});
