import assert from 'node:assert/strict';
import * as contract from '../../bot/http/contract.ts';
import { aContract } from '../support/a-contract.ts';
import { readPdf } from '../support/read-pdf.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

describe('The PDF of a contract over HTTP', () => {
  let door: TabDoor;
  before(async () => {
    door = await openTabDoor();
    door.contracts.set('p', aContract());
  });
  after(() => door.close());

  const get = (path: string, who?: string, method = 'GET') =>
    fetch(door.url + path, {
      method,
      headers: { Accept: 'application/json', ...(who !== undefined && { Authorization: `Bearer ${who}` }) },
    });

  it('is given to either party, as a file to be kept, whose name holds nobody’s name', async () => {
    for (const who of ['sam', 'priya']) {
      const response = await get('/api/contracts/p/contract.pdf', who);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/pdf');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(
        response.headers.get('content-disposition'),
        'attachment; filename="mentoring-contract-v2.pdf"',
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.equal(response.headers.get('content-length'), String(bytes.length));
      assert.equal((await readPdf(bytes)).title, 'Mentoring contract, version 2');
    }
  });

  it('is named a draft before it is proposed', async () => {
    door.contracts.set('draft', aContract({ version: 0, signatures: [] }));
    const response = await get('/api/contracts/draft/contract.pdf', 'sam');
    assert.match(response.headers.get('content-disposition') ?? '', /"mentoring-contract-draft\.pdf"/);
    await response.arrayBuffer();
  });

  it('answers "not found" to a stranger as to nobody’s contract, in the same bytes', async () => {
    const theirs = await get('/api/contracts/p/contract.pdf', 'stranger');
    const nobodys = await get('/api/contracts/none/contract.pdf', 'stranger');
    const strange = await get('/api/contracts/p%2Fq%00/contract.pdf', 'sam');
    assert.deepEqual([theirs.status, nobodys.status, strange.status], [404, 404, 404]);
    const said = await theirs.text();
    assert.equal(contract.problemView.parse(JSON.parse(said)).problem, 'not found');
    assert.equal(said, await nobodys.text());
    assert.equal(said, await strange.text());
  });

  it('asks who is asking', async () => {
    assert.equal((await get('/api/contracts/p/contract.pdf')).status, 401);
  });

  it('tells only its headers where only they are asked for', async () => {
    const response = await get('/api/contracts/p/contract.pdf', 'sam', 'HEAD');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.equal((await response.arrayBuffer()).byteLength, 0);
  });

  it('is in the description of the API as a PDF', async () => {
    const described = await (await get('/api/openapi.json')).text();
    assert.match(described, /"\/api\/contracts\/\{pairId\}\/contract\.pdf":\{"get":.*?"application\/pdf"/);
  });
});
