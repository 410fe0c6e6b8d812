import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import type { ActingFor } from '../../../bot/ports/sign-in.ts';
import { type RunningGraph, startGraph } from '../../../infra/local/graph/start-graph.ts';
import type { Commitment, LocalPerson } from '../../../infra/local/people/local-person.ts';
import { seededGuid } from '../../../infra/local/people/seeded.ts';
import { heldToContract } from '../../support/held-to-contract.ts';

export const trust = seededGuid('tenant', 'trust');
export const everything = ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'Calendars.ReadWrite'];

export function aLocalPerson(name: string, changes: Partial<LocalPerson> = {}): LocalPerson {
  return {
    id: seededGuid('person', name),
    tenantId: trust,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@trust.example`,
    name,
    jobTitle: 'Nurse',
    organisation: 'Leeds trust',
    managerEmail: null,
    mailbox: 'cloud',
    consented: true,
    userType: 'member',
    roster: {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startMinute: 540,
      endMinute: 1020,
    },
    sharesDetails: false,
    onlineMeetings: true,
    commitments: [],
    ...changes,
  };
}

export function aCommitment(changes: Partial<Commitment>): Commitment {
  const time = { on: '2026-12-03', startMinute: 540, endMinute: 600 };
  return { subject: 'Clinic', isAllDay: false, showAs: 'busy', isPrivate: false, ...time, ...changes };
}

export type LocalGraphWorld = RunningGraph & {
  readonly client: ReturnType<typeof graphClient>;
  as(person: LocalPerson): ActingFor;
  fault(fault: object): Promise<void>;
};

/** The local Graph with these people and nobody else; tokens are `token-for-` and the object id. */
export async function localGraphWorld(
  people: readonly LocalPerson[],
  scopes: readonly string[] = everything,
): Promise<LocalGraphWorld> {
  const graph = await startGraph({
    onCall: heldToContract,
    port: 0,
    people,
    async verifyToken(token) {
      const person = people.find(each => token === `token-for-${each.id}`);
      if (!person) return undefined;
      const { tenantId, id: objectId } = person;
      return { tenantId, objectId, audience: 'https://graph.microsoft.com', scopes };
    },
  });
  return {
    ...graph,
    client: graphClient({ baseUrl: graph.url, localMode: true, attemptMs: 1_000 }),
    as: ({ tenantId, id: objectId }) => ({
      person: { tenantId, objectId },
      graphToken: async () => `token-for-${objectId}`,
    }),
    async fault(fault) {
      const response = await fetch(`${graph.url}/local/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(`The fault was refused: ${response.status}`);
    },
  };
}
