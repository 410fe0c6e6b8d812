import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalWorld, people, startLocalWorld } from './local-world.ts';

const sam = 'sam.okoro@aire.example';

type Message = {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly attachments: readonly unknown[];
};

describe('the local Teams page and its connector', () => {
  let world: LocalWorld;

  before(async () => {
    world = await startLocalWorld();
  });
  after(() => world.close());

  const post = async (path: string, body: unknown) => {
    const answer = await fetch(world.teams.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };

  /** What a page that opens now is shown first. */
  async function opened(
    as: string,
  ): Promise<{ readonly tabUrl: string; readonly messages: readonly Message[] }> {
    const stop = new AbortController();
    const answer = await fetch(`${world.teams.url}/api/live?as=${as}`, { signal: stop.signal });
    let text = '';
    for await (const part of answer.body ?? []) {
      text += Buffer.from(part).toString('utf8');
      if (text.includes('\n\n')) break;
    }
    stop.abort();
    return JSON.parse(text.slice('data: '.length, text.indexOf('\n\n')));
  }

  function asks(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    const { port } = new URL(world.teams.url);
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, answer => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end(method === 'POST' ? 'a=b' : undefined);
    });
  }

  it('serves a page that may load nothing from elsewhere and frames the app alone', async () => {
    const answer = await fetch(world.teams.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.equal(answer.status, 200);
    assert.ok(policy.includes("default-src 'none'"));
    assert.ok(policy.includes(`frame-src ${world.bot.url};`));
    assert.doesNotMatch(policy, /unsafe|https:/);
    for (const file of ['/page.js', '/page.css'])
      assert.equal((await fetch(world.teams.url + file)).status, 200, file);
  });

  it('answers this machine alone', async () => {
    const { host } = new URL(world.teams.url);
    assert.equal(await asks('/api/people', { host }), 200);
    assert.equal(await asks('/api/people', { host: 'teams.example' }), 403);
    assert.equal(await asks('/api/people', { host, 'x-forwarded-for': '10.0.0.1' }), 403);
    assert.equal(await asks('/api/people', { host, origin: 'http://127.0.0.1:1' }), 403);
    assert.equal(
      await asks('/api/say', { host, 'content-type': 'text/plain', 'content-length': '3' }, 'POST'),
      403,
    );
    assert.equal(await asks('/connector/v3/conversations/a/activities', { host: 'x.example' }), 403);
  });

  it('has one address, which the tab knows', async () => {
    const { host, port } = new URL(world.teams.url);
    assert.equal(await asks('/?as=x', { host: `localhost:${port}` }), 302);
    assert.equal(await asks('/?as=x', { host }), 200);
  });

  it('lists the people of the directory', async () => {
    const answer = await fetch(`${world.teams.url}/api/people`);
    assert.deepEqual(await answer.json(), people);
  });

  it('installs the app for somebody who opens it, once', async () => {
    await opened(sam);
    await pause(150);
    await opened(sam);
    await pause(150);
    const { messages, tabUrl } = await opened(sam);
    assert.deepEqual(
      messages.map(message => message.text),
      ['Welcome. Say **card** to see one.'],
    );
    assert.equal(tabUrl, `${world.bot.url}/tab/`);
  });

  it('carries what somebody says to the bot and the reply back, and shows it again after a restart', async () => {
    assert.deepEqual(await post('/api/say', { as: sam, text: 'hello' }), {
      status: 200,
      body: { taken: true },
    });
    const before = await opened(sam);
    assert.equal(before.messages.at(-1)?.text, 'You said hello');
    await world.restartTeams();
    assert.deepEqual(await opened(sam), before);
    await post('/api/say', { as: sam, text: 'after the restart' });
    assert.equal((await opened(sam)).messages.at(-1)?.text, 'You said after the restart');
  });

  it('replaces a pressed card, and signs in without asking where the bot wants it', async () => {
    await post('/api/say', { as: sam, text: 'card' });
    const message = (await opened(sam)).messages.at(-1);
    assert.ok(message);
    const press = { as: sam, messageId: message.id, attachment: 0 };
    const action = { type: 'Action.Execute', verb: 'private', data: {} };
    assert.deepEqual((await post('/api/press', { ...press, action })).body, { outcome: 'done' });
    assert.match(JSON.stringify((await opened(sam)).messages.at(-1)), /Done with token-of-Sam Okoro/);
    const failed = await post('/api/press', { ...press, action: { ...action, verb: 'fail' } });
    assert.deepEqual(failed.body, { outcome: 'failed' });
  });

  it('exchanges a token for a sign-in card', async () => {
    await post('/api/say', { as: sam, text: 'sign in' });
    const card = (await opened(sam)).messages.at(-1);
    assert.deepEqual((await post('/api/sign-in', { as: sam, messageId: card?.id })).body, { signedIn: true });
    assert.equal((await opened(sam)).messages.at(-1)?.text, 'Signed in with token-of-Sam Okoro');
  });

  it('gives nobody a token who is not in the directory', async () => {
    assert.deepEqual((await post('/api/token', { as: sam })).body, { token: 'token-of-Sam Okoro' });
    assert.equal((await post('/api/token', { as: 'nobody@aire.example' })).status, 404);
  });

  it('refuses the bot a conversation that there is none of', async () => {
    const sent = await post('/connector/v3/conversations/a%3Anobody/activities', {
      type: 'message',
      text: 'x',
    });
    assert.equal(sent.status, 404);
    const unknown = await post('/connector/v3/conversations', {
      members: [{ id: '29:nobody' }],
      tenantId: 'x',
    });
    assert.equal(unknown.status, 403);
  });
});
