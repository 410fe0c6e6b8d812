import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localPeople } from '../../../infra/local/people/staff.ts';
import { aGraph, aMeeting, asking, bearer, everyScope, priya, sam, testDay, viewOf } from './a-graph.ts';

describe('A local Graph with a data file', () => {
  let folder: string;
  let dataFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'graph-'));
    dataFile = join(folder, 'graph.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps people, meetings and answers from one run to the next', async () => {
    const before = await aGraph({ dataFile });
    await before.local('POST', '/local/people', { email: 'new@example.nhs.uk', name: 'New' });
    const { body } = await before.as(sam)('POST', '/me/events', aMeeting());
    const seen = await viewOf(before.as(priya));
    await before.close();
    const after = await aGraph({ dataFile });
    assert.equal((await after.as('new@example.nhs.uk')('GET', '/me')).status, 200);
    assert.equal((await after.as(sam)('GET', `/me/events/${body.id}`)).status, 200);
    assert.deepEqual(await viewOf(after.as(priya)), seen);
    await after.close();
  });

  it('has kept everything that it answered when it is killed', async () => {
    const person = localPeople(testDay).find(one => one.email === sam);
    const audience = 'https://graph.microsoft.com';
    const claims = {
      tenantId: person?.tenantId ?? '',
      objectId: person?.id ?? '',
      audience,
      scopes: everyScope,
    };
    const script = new URL('run-a-graph.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataFile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await once(createInterface({ input: child.stdout }), 'line');
    const ask = asking(`${url}/v1.0`, { authorization: bearer(claims) });
    const { status, body } = await ask('POST', '/me/events', aMeeting());
    assert.equal(status, 201);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await aGraph({ dataFile });
    const kept = (await viewOf(after.as(priya))).filter(
      event => String(event.iCalUId) === String(body.iCalUId),
    );
    assert.equal(kept.length, 1);
    assert.equal((await after.as(sam)('GET', `/me/events/${body.id}`)).status, 200);
    await after.close();
  });

  it('is readable by its owner only', async () => {
    const graph = await aGraph({ dataFile });
    assert.equal(statSync(dataFile).mode & 0o077, 0);
    assert.equal(statSync(`${dataFile}-wal`).mode & 0o077, 0);
    await graph.close();
  });
});
