import assert from 'node:assert/strict';
import { z } from 'zod';
import { openTabDoor } from '../support/tab-door.ts';

const opIdSchema = { type: 'string', format: 'uuid', pattern: z.toJSONSchema(z.uuid()).pattern };

describe('The guard of local mode', () => {
  it('is asked before anything is read and again with the body, and its sentence is the answer', async () => {
    const asked: { path: string; hasBody: boolean }[] = [];
    const door = await openTabDoor({
      messages: async (_req, res) => void res.send(200, {}),
      guard: ({ path, headers, body }) => {
        asked.push({ path, hasBody: body !== undefined });
        if (headers['x-forwarded-for']) return 'No forwarded requests.';
        return typeof body === 'object' && body && 'far' in body ? 'Only this machine.' : undefined;
      },
    });
    const send = (body: object, headers = {}) =>
      fetch(`${door.url}/api/messages`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    assert.equal((await send({})).status, 200);
    assert.deepEqual(asked, [
      { path: '/api/messages', hasBody: false },
      { path: '/api/messages', hasBody: true },
    ]);
    const far = await send({ far: true });
    assert.deepEqual(
      [far.status, await far.json()],
      [403, { problem: 'not from here', say: 'Only this machine.' }],
    );
    assert.equal((await send({}, { 'X-Forwarded-For': '1.2.3.4' })).status, 403);
    assert.equal((await fetch(`${door.url}/nowhere`, { headers: { 'X-Forwarded-For': '1' } })).status, 403);
    await door.close();
  });
});

describe("The description of the tab's API", () => {
  it('names every route, what it takes and what it gives, and takes no unknown field', async () => {
    const door = await openTabDoor();
    const response = await fetch(`${door.url}/api/openapi.json`);
    const described = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
    await door.close();
    assert.deepEqual(
      Object.entries(described.paths).map(([path, methods]) => `${Object.keys(methods).join()} ${path}`),
      [
        'get /api/me/mentoring',
        'get /api/me/past-meetings/{page}',
        'post /api/meetings/{pairId}/{meetingId}/accept',
        'post /api/meetings/{pairId}/{meetingId}/cancel',
        'post /api/meetings/{pairId}/{meetingId}/not-now',
        'post /api/search',
        'get /api/mentors/{mentorId}',
        'post /api/mentors/{mentorId}/times-in-chat',
        'get /api/contracts/{pairId}/reviews',
        'post /api/contracts/{pairId}/reviews/{reviewId}/answers',
        'post /api/contracts/{pairId}/reviews/{reviewId}/result',
        'post /api/contracts/{pairId}/conflicts',
        'post /api/contracts/{pairId}/conflicts/passed',
        'get /api/contracts/{pairId}/ending',
        'post /api/contracts/{pairId}/end',
        'post /api/contracts/{pairId}/gains',
        'get /api/contracts/{pairId}/manager-note',
        'get /api/contracts/{pairId}',
        'post /api/contracts/{pairId}/fields/{fieldId}',
        'post /api/contracts/{pairId}/fields/{fieldId}/comments',
        'post /api/contracts/{pairId}/goals',
        'post /api/contracts/{pairId}/goals/{goalId}',
        'post /api/contracts/{pairId}/goals/{goalId}/remove',
        'post /api/contracts/{pairId}/propose',
        'post /api/contracts/{pairId}/sign',
        'post /api/contracts/{pairId}/take-back',
        'post /api/contracts/{pairId}/amend',
        'post /api/contracts/{pairId}/drop-amendment',
        'post /api/contracts/{pairId}/erase',
        'get /api/contracts/{pairId}/contract.pdf',
        'post /api/pairs/{pairId}/session-times-in-chat',
        'post /api/meetings/{pairId}/{meetingId}/answer',
      ],
    );
    assert.deepEqual(described.paths['/api/meetings/{pairId}/{meetingId}/accept']?.post, {
      ...(described.paths['/api/meetings/{pairId}/{meetingId}/accept']?.post as object),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { opId: opIdSchema },
              required: ['opId'],
              additionalProperties: false,
            },
          },
        },
      },
    });
  });
});

describe('Alive, ready and figures', () => {
  it('is ready only when the store and the sign-in keys can be reached', async () => {
    let store = true;
    const door = await openTabDoor({
      operations: {
        checks: { store: async () => store, signInKeys: () => Promise.reject(new Error('canary')) },
        metrics: {
          text: async () => 'a 1\n',
          mayRead: async authorization => authorization === 'Bearer role',
        },
      },
    });
    const ready = await fetch(`${door.url}/readyz`);
    assert.deepEqual([ready.status, await ready.json()], [503, { store: 'yes', signInKeys: 'no' }]);
    store = false;
    assert.deepEqual(await (await fetch(`${door.url}/readyz`)).json(), { store: 'no', signInKeys: 'no' });
    assert.equal((await fetch(`${door.url}/healthz`)).status, 200);
    assert.equal((await fetch(`${door.url}/metrics`)).status, 404);
    const metrics = await fetch(`${door.url}/metrics`, { headers: { Authorization: 'Bearer role' } });
    assert.equal(await metrics.text(), 'a 1\n');
    assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain/);
    await door.close();
  });
});
