import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import * as shapes from '../../bot/http/contract-shapes.ts';
import type { Party } from '../../bot/mentoring/chemistry/meeting.ts';
import type { PersonId } from '../../bot/mentoring/people/person.ts';
import { councilTenantId } from '../../infra/local/people/organisations.ts';
import {
  aDraftedContract,
  type ContractPorts,
  contractPorts,
  proposedBy,
} from '../support/a-signed-contract.ts';
import { appFor } from '../support/app-in-world.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';

const [mentee, mentor] = ['Sam Okoro', 'Priya Varghese'];
const now = Date.parse('2026-12-01T12:00:00Z');

/** What each route is sent; `fieldId` and `goalId` stand in its path. A route that is not here fails the test. */
const bodies: Readonly<Record<string, () => object>> = {
  '/fields/{fieldId}': () => ({ value: 'Leading a ward' }),
  '/fields/{fieldId}/comments': () => ({ text: 'Is that enough?' }),
  '/goals': () => ({ headline: 'Lead a team meeting', seenBy: 'both' }),
  '/goals/{goalId}': () => ({ headline: 'Lead a team meeting', seenBy: 'both' }),
  '/goals/{goalId}/remove': () => ({}),
  '/propose': () => ({ opId: randomUUID(), seen: 'x' }),
  '/sign': () => ({ opId: randomUUID(), digest: '0'.repeat(64) }),
  '/take-back': () => ({ opId: randomUUID() }),
  '/amend': () => ({ opId: randomUUID() }),
  '/drop-amendment': () => ({ opId: randomUUID() }),
  '/erase': () => ({ opId: randomUUID() }),
  '/reviews/{reviewId}/answers': () => ({ opId: randomUUID(), answers: { works: 'Time to think' } }),
  '/reviews/{reviewId}/result': () => ({ opId: randomUUID(), what: 'go on' }),
  '/conflicts': () => ({ opId: randomUUID(), kind: 'referee' }),
  '/conflicts/passed': () => ({ opId: randomUUID() }),
  '/end': () => ({ opId: randomUUID(), how: 'not together' }),
  '/gains': () => ({ opId: randomUUID(), about: 'closing', answers: { gained: 'Time to think' } }),
};

describe('The contract over HTTP', () => {
  let world: LocalWorld;
  let ports: ContractPorts;
  let people: Record<'mentee' | 'mentor', Party>;
  before(async () => {
    world = await openLocalWorld({ now });
    const { scheme, store } = world;
    ports = { ...contractPorts(store, () => now), scheme, digests: nodeDigests() };
    people = { mentee: await partyOf(mentee), mentor: await partyOf(mentor) };
  });
  after(() => world.close());

  async function everybody(): Promise<{ id: string; tenantId: string; name: string; email: string }[]> {
    const { body } = await world.local('people');
    return Object.values(
      body as Record<string, { id: string; tenantId: string; name: string; email: string }>,
    );
  }
  async function partyOf(name: string): Promise<Party> {
    const found = (await everybody()).find(each => each.name === name);
    assert.ok(found, name);
    const person: PersonId = { tenantId: found.tenantId, objectId: found.id };
    return { person, name, address: found.email };
  }
  async function ask(
    who: string | undefined,
    path: string,
    { method = 'GET', body, ifMatch, app = world.appUrl }: Asked = {},
  ): Promise<{ status: number; text: string }> {
    const authorization = who === undefined ? {} : { authorization: `Bearer ${await world.tabToken(who)}` };
    const response = await fetch(`${app}/api/contracts/${path}`, {
      method,
      headers: {
        ...authorization,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, text: await response.text() };
  }
  type Asked = { method?: string; body?: object; ifMatch?: string; app?: string };
  const post = (who: string, path: string, body: object, ifMatch?: string) =>
    ask(who, path, { method: 'POST', body, ...(ifMatch === undefined ? {} : { ifMatch }) });
  const view = async (who: string, pairId: string) =>
    shapes.contractView.parse(JSON.parse((await ask(who, pairId)).text));

  async function routesOfContracts(): Promise<{ path: string; method: string; suffix: string }[]> {
    const response = await fetch(`${world.appUrl}/api/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, object>> };
    return Object.entries(paths).flatMap(([path, methods]) => {
      const suffix = path.split('/api/contracts/{pairId}')[1];
      if (suffix === undefined) return [];
      return Object.keys(methods).map(method => ({ path, method: method.toUpperCase(), suffix }));
    });
  }

  it('is "not found" on every route to everybody but the two: strangers, coordinators, mentors, another tenant', async () => {
    const pairId = await aDraftedContract(ports, undefined, people);
    const all = await everybody();
    const [first, second] = all.filter(({ name, tenantId }) => {
      return tenantId === people.mentee.person.tenantId && name !== mentee && name !== mentor;
    });
    const elsewhere = all.find(({ tenantId }) => tenantId === councilTenantId);
    assert.ok(first && second && elsewhere);
    // One who says that they are of the pair, with a membership of a pair of their own.
    const theirs = {
      person: { tenantId: second.tenantId, objectId: second.id },
      name: second.name,
      address: '',
    };
    await aDraftedContract(ports, undefined, { ...people, mentor: theirs });
    const restricted = await appFor(world, councilTenantId);

    const routes = await routesOfContracts();
    assert.ok(routes.length >= 12, `${routes.length} routes`);
    for (const { method, suffix } of routes) {
      const body = method === 'GET' ? undefined : bodies[suffix]?.();
      if (method !== 'GET') assert.ok(body, `give ${suffix} its body above`);
      const asked = { method, ifMatch: 'x', ...(body ? { body } : {}) };
      const at = (id: string) =>
        id + suffix.replace('{fieldId}', 'scope').replace('{goalId}', 'x').replace('{reviewId}', 'x');
      const nobodys = await ask(first.name, at('no-such-pair'), asked);
      const outside: readonly string[] = [first.name, second.name, elsewhere.name];
      for (const who of outside) {
        const theirAnswer = await ask(who, at(pairId), asked);
        assert.deepEqual(theirAnswer, nobodys, `${method} ${suffix} for ${who}`);
        assert.equal(theirAnswer.status, 404);
      }
      assert.equal((await ask(mentee, at(pairId), { ...asked, app: restricted.url })).status, 404);
      assert.equal(
        (await ask(undefined, at(pairId), asked)).status,
        401,
        `${method} ${suffix} without a token`,
      );
      for (const who of [mentee, mentor]) {
        const own = await ask(who, at(pairId), asked);
        const isOnlyMentees = suffix === '/manager-note' && who === mentor;
        const isNoGoal = suffix.includes('{goalId}') || isOnlyMentees;
        assert.equal(own.status === 404, isNoGoal, `${method} ${suffix} for ${who}: ${own.status}`);
      }
    }
    await restricted.close();
    const untouched = await view(mentee, pairId);
    assert.equal(untouched.stage, 'drafting');
  });

  it('is drafted, proposed, signed, changed and signed again by the two', async () => {
    const pairId = await aDraftedContract(ports, undefined, people);
    const draft = (await view(mentee, pairId)).draft;
    const scope = draft?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'scope');
    const change = { value: 'Leading a ward' };
    assert.equal((await post(mentee, `${pairId}/fields/scope`, change, scope?.etag)).status, 200);
    const late = await post(mentor, `${pairId}/fields/scope`, { value: 'Else' }, scope?.etag);
    assert.deepEqual([late.status, JSON.parse(late.text).problem], [409, 'changed meanwhile']);

    const propose = async (who: string) => {
      const { draft: now } = await view(who, pairId);
      return post(who, `${pairId}/propose`, { opId: randomUUID(), seen: now?.seen ?? '' });
    };
    const sign = async (who: string) => {
      const digest = (await view(who, pairId)).proposed?.document.digest ?? '';
      return post(who, `${pairId}/sign`, { opId: randomUUID(), digest });
    };
    const stale = await post(mentor, `${pairId}/propose`, { opId: randomUUID(), seen: draft?.seen ?? '' });
    assert.equal(JSON.parse(stale.text).problem, 'changed meanwhile');
    for (const version of [1, 2]) {
      const around = ['declare conflict'];
      if (version === 2)
        assert.equal((await post(mentor, `${pairId}/amend`, { opId: randomUUID() })).status, 200);
      assert.equal((await propose(mentee)).status, 200);
      assert.deepEqual((await view(mentor, pairId)).can, ['take back', 'sign', 'end', ...around]);
      assert.equal((await sign(mentee)).status, 200);
      assert.equal((await sign(mentor)).status, 200);
      const now = await view(mentor, pairId);
      assert.deepEqual([now.stage, now.active?.version, now.record.isWhole], ['active', version, true]);
    }
  });

  it('wants to know which state a change is meant for', async () => {
    const pairId = await aDraftedContract(ports, undefined, people);
    const change = { value: 'Leading a ward' };
    const without = await post(mentee, `${pairId}/fields/scope`, change);
    assert.deepEqual([without.status, JSON.parse(without.text).problem], [428, 'no If-Match']);
    for (const ifMatch of ['*', 'W/"x"', '"a", "b"', ''])
      assert.equal((await post(mentee, `${pairId}/fields/scope`, change, ifMatch)).status, 400, ifMatch);
    const draft = (await view(mentee, pairId)).draft;
    const etag = draft?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'scope')?.etag;
    assert.equal((await post(mentee, `${pairId}/fields/scope`, change, `"${etag}"`)).status, 200);
  });

  it('never tells one of the two which private goals the other has', async () => {
    const pairId = await aDraftedContract(ports, undefined, people);
    const before = (await ask(mentor, pairId)).text;
    const goal = { headline: 'canary-private', seenBy: 'me' };
    assert.equal((await post(mentee, `${pairId}/goals`, goal)).status, 200);
    assert.equal((await ask(mentor, pairId)).text, before);
    const [mine] = (await view(mentee, pairId)).goals;
    const theirs = await post(mentor, `${pairId}/goals/${mine?.id}`, goal, mine?.etag);
    const nobodys = await post(mentor, `${pairId}/goals/${randomUUID()}`, goal, mine?.etag);
    assert.equal(theirs.status, 404);
    assert.deepEqual(theirs, nobodys);
  });

  it('takes no field that it does not know, and no text that is too long', async () => {
    const pairId = await aDraftedContract(ports, undefined, people);
    await proposedBy(ports, people.mentee.person, pairId);
    for (const [path, body] of [
      ['/sign', { opId: randomUUID(), digest: 'short' }],
      ['/sign', { opId: randomUUID(), digest: '0'.repeat(64), as: 'mentor' }],
      ['/take-back', { opId: 'mine' }],
      ['/fields/scope', { value: 'x'.repeat(shapes.longestText + 1) }],
      ['/goals', { headline: '', seenBy: 'both' }],
      ['/goals', { headline: 'x', seenBy: 'everybody' }],
    ] as const)
      assert.equal((await post(mentee, `${pairId}${path}`, body, 'x')).status, 400, path);
  });
});
