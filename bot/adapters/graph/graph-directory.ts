import { CalendarUnavailable } from '../../ports/calendar.ts';
import type { Directory, DirectoryPerson, Resolved } from '../../ports/directory.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import type { GraphAnswer } from './graph-answer.ts';
import { type BatchPart, readBatch } from './graph-batch.ts';
import type { GraphClient } from './graph-client.ts';
import { advancedQuery, basicFields, fullFields, personOf, withManagers } from './graph-person.ts';

const mostParts = 20;
/** How long a tenant's "no" to manager chains is believed: consent may come. */
const believedMs = 60 * 60_000;

/** Throws CalendarUnavailable when Graph is broken or asks to wait. */
export function graphDirectory(client: GraphClient): Directory {
  const chains = chainPermissions();

  async function readMe(as: ActingFor, query: string, headers: GraphAnswerHeaders) {
    return client.call(as, {
      does: 'read who is signed in',
      method: 'GET',
      path: `/me?${query}`,
      headers,
      of: 'directory',
      repeatable: true,
    });
  }

  return {
    async me(as) {
      const tenant = as.person.tenantId;
      const select = `$select=${fullFields.join(',')}`;
      let answer: GraphAnswer | undefined;
      if (chains.of(tenant) !== 'refused') {
        answer = await readMe(as, `${select}&${withManagers}`, advancedQuery);
        if (answer.status === 200) chains.learn(tenant, 'allowed');
        if (answer.status === 403) chains.learn(tenant, 'refused');
      }
      if (answer?.status !== 200) answer = await readMe(as, select, {});
      const person = answer.status === 200 ? personOf(answer.body, tenant) : undefined;
      if (person) return person;
      const code = answer.code ? ` (${answer.code})` : '';
      throw new CalendarUnavailable(
        `Graph could not read who is signed in: the answer was ${answer.status}${code}`,
        {},
      );
    },

    async resolve(as, addresses) {
      const tenant = as.person.tenantId;
      const asked = [...new Set(addresses.map(address => address.toLowerCase()))];
      if (asked.length > mostParts) throw new RangeError('At most 20 addresses at once');
      const resolved = new Map<string, Resolved>();
      const parts: BatchPart[] = [];
      const permission = chains.of(tenant);
      const withChain = permission === 'allowed' ? asked.length : mostParts - asked.length;
      for (const [index, address] of asked.entries()) {
        if (!isAddress(address)) {
          resolved.set(address, 'not found');
          continue;
        }
        if (permission !== 'allowed') parts.push(basicPart(address));
        if (permission !== 'refused' && index < withChain) parts.push(chainPart(address));
      }
      if (parts.length === 0) return resolved;
      const answers = await readBatch(client, as, 'resolve addresses', parts);
      for (const address of asked) {
        const full = answers.get(`chain ${address}`);
        if (full?.status === 200) chains.learn(tenant, 'allowed');
        if (full?.status === 403) chains.learn(tenant, 'refused');
        const found = resolvedFrom([full, answers.get(`basic ${address}`)], tenant);
        if (found !== undefined) resolved.set(address, found);
      }
      return resolved;
    },

    async stillThere(as, objectIds) {
      const parts = [...new Set(objectIds)].map(id => ({
        id,
        path: `/users/${encodeURIComponent(id)}?$select=id`,
      }));
      const there = new Map<string, boolean>();
      for (const [id, { status, code }] of await readBatch(client, as, 'look for people', parts)) {
        if (status === 200) there.set(id, true);
        else if (status === 404 && code === 'Request_ResourceNotFound') there.set(id, false);
      }
      return there;
    },
  };
}

type GraphAnswerHeaders = Readonly<Record<string, string>>;
type ChainPermission = 'allowed' | 'refused' | 'unknown';

/** Which tenants let manager chains be read. Until that is known, a person is asked for with and without it in one batch. */
function chainPermissions() {
  const refusedAt = new Map<string, number>();
  const allowed = new Set<string>();
  return {
    of(tenant: string): ChainPermission {
      if (allowed.has(tenant)) return 'allowed';
      const at = refusedAt.get(tenant);
      return at !== undefined && performance.now() - at < believedMs ? 'refused' : 'unknown';
    },
    learn(tenant: string, permission: 'allowed' | 'refused') {
      if (permission === 'allowed') {
        allowed.add(tenant);
        refusedAt.delete(tenant);
      } else {
        allowed.delete(tenant);
        refusedAt.set(tenant, performance.now());
      }
    },
  };
}

/** The first answer that tells something. `undefined`: none did, so nothing is known. */
function resolvedFrom(
  answers: readonly (GraphAnswer | undefined)[],
  tenant: string,
): DirectoryPerson | 'not found' | 'not allowed' | undefined {
  const given = answers.filter(answer => answer !== undefined);
  for (const answer of given) {
    const person = answer.status === 200 ? personOf(answer.body, tenant) : undefined;
    if (person) return person;
  }
  if (given.some(answer => answer.status === 404)) return 'not found';
  return given.some(answer => answer.status === 403) ? 'not allowed' : undefined;
}

function basicPart(address: string): BatchPart {
  return {
    id: `basic ${address}`,
    path: `/users/${encodeURIComponent(address)}?$select=${basicFields.join(',')}`,
  };
}

function chainPart(address: string): BatchPart {
  return {
    id: `chain ${address}`,
    path: `/users/${encodeURIComponent(address)}?$select=${fullFields.join(',')}&${withManagers}`,
    headers: advancedQuery,
  };
}

function isAddress(address: string): boolean {
  return /^[^\s@/\\?#]+@[^\s@/\\?#]+$/.test(address);
}
