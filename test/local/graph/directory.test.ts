import assert from 'node:assert/strict';
import { type Asking, aGraph, type Json, priya, sam, type TestGraph } from './a-graph.ts';

const matron = 'margaret.odonoghue@example.nhs.uk';
const eventual = { ConsistencyLevel: 'eventual' };
const chain = '$expand=manager($levels=max;$select=id,displayName)&$count=true';

describe('The directory of the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  before(async () => {
    graph = await aGraph();
    asSam = graph.as(sam);
  });
  after(() => graph.close());

  function idOf(email: string): string {
    return graph.people().find(person => person.email === email)?.id ?? '';
  }

  it('tells somebody who they are', async () => {
    const { body } = await asSam('GET', '/me?$select=id,displayName,mail,userType,jobTitle,companyName');
    assert.equal(body.id, idOf(sam));
    assert.equal(body.displayName, 'Sam Okoro');
    assert.equal(body.userType, 'Member');
    assert.equal(body.companyName, 'Leeds Riverside Hospitals NHS Trust');
  });

  it('finds a colleague by id and by address, in whatever case', async () => {
    for (const key of [idOf(priya), priya, 'Priya.Varghese@EXAMPLE.nhs.uk']) {
      const { status, body } = await asSam('GET', `/users/${key}`);
      assert.equal(status, 200);
      assert.equal(body.id, idOf(priya));
    }
  });

  it('does not know an address of another tenant, nor one of nobody', async () => {
    for (const key of [
      'ifeoma.nwosu@example.gov.uk',
      'nobody@example.nhs.uk',
      idOf('rosalind.achebe@example.gov.uk'),
    ]) {
      const { status, body } = await asSam('GET', `/users/${key}`);
      assert.equal(status, 404);
      assert.equal(body.error?.code, 'Request_ResourceNotFound');
    }
  });

  it('tells a guest from a member', async () => {
    const { body } = await asSam('GET', '/users/bartholomew.finch@example.nhs.uk?$select=id,userType');
    assert.equal(body.userType, 'Guest');
  });

  it('gives the chain of managers, nested, up to the top', async () => {
    const { body } = await asSam('GET', `/me?${chain}`, undefined, eventual);
    const names: string[] = [];
    let above: Json | undefined = body.manager;
    while (above !== undefined) {
      names.push(String(above.displayName));
      assert.deepEqual(
        Object.keys(above).filter(key => !key.startsWith('@') && key !== 'manager'),
        ['id', 'displayName'],
      );
      above = above.manager;
    }
    assert.deepEqual(names, ['Margaret O’Donoghue', 'Daniel Akhtar', 'Helen Ashworth-Okonkwo']);
  });

  it('gives no manager where none was entered', async () => {
    const tomasz = graph.as('tomasz.wisniewski@example.nhs.uk');
    assert.equal((await tomasz('GET', `/me?${chain}`, undefined, eventual)).body.manager, undefined);
    const direct = await tomasz('GET', '/me/manager');
    assert.equal(direct.status, 404);
    assert.equal(direct.body.error?.code, 'Request_ResourceNotFound');
  });

  it('gives the direct manager', async () => {
    assert.equal((await asSam('GET', '/me/manager')).body.id, idOf(matron));
    assert.equal(
      (await asSam('GET', `/users/${priya}/manager?$select=displayName`)).body.displayName,
      'Zoë Brontë-Müller',
    );
  });

  it('expands levels only for an eventual, counted query', async () => {
    assert.equal((await asSam('GET', `/me?${chain}`)).status, 400);
    assert.equal((await asSam('GET', '/me?$expand=manager($levels=max)', undefined, eventual)).status, 400);
  });

  it('says nothing of managers without User.Read.All', async () => {
    const basic = graph.as(sam, { scopes: ['User.Read', 'User.ReadBasic.All'] });
    for (const path of [`/me?${chain}`, '/me/manager', `/users/${priya}/manager`]) {
      const { status, body } = await basic('GET', path, undefined, eventual);
      assert.equal(status, 403);
      assert.equal(body.error?.code, 'Authorization_RequestDenied');
    }
  });

  it('says of others only the basics with User.ReadBasic.All, and nothing with User.Read', async () => {
    const basic = graph.as(sam, { scopes: ['User.Read', 'User.ReadBasic.All'] });
    const { body } = await basic('GET', `/users/${priya}?$select=id,displayName,jobTitle,userType`);
    assert.equal(body.displayName, 'Priya Varghese');
    assert.deepEqual([body.jobTitle, body.userType], [null, null]);
    const least = graph.as(sam, { scopes: ['User.Read'] });
    assert.equal((await least('GET', `/users/${priya}`)).status, 403);
    assert.equal((await least('GET', '/me')).status, 200);
  });

  it('is searched by the beginnings of names, for an eventual query, in one tenant', async () => {
    const search = '/users?$search="displayName:pri"&$select=id,displayName';
    const found = await asSam('GET', search, undefined, eventual);
    assert.deepEqual(
      [...(found.body.value ?? [])].map(one => String(one.displayName)),
      ['Priya Varghese'],
    );
    assert.equal((await asSam('GET', search)).status, 400);
    const elsewhere = await asSam('GET', '/users?$search="displayName:Ifeoma"', undefined, eventual);
    assert.equal(elsewhere.body.value?.length, 0);
  });

  it('refuses a property that nobody has', async () => {
    assert.equal((await asSam('GET', '/me?$select=shoeSize')).status, 400);
  });
});
