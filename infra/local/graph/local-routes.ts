import { z } from 'zod';
import { type LocalPerson, workDays } from '../people/local-person.ts';
import { seededGuid } from '../people/seeded.ts';
import type { Faults } from './faults.ts';
import type { World } from './world.ts';

export type LocalRequest = {
  readonly method: string;
  /** Such as `/local/people`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
};
export type LocalAnswer = { readonly status: number; readonly body?: unknown };

/** A call that was served, for `local/calls`; a batch lists its parts. */
export type ServedCall = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly parts?: readonly ServedCall[];
};

export type Local = { readonly world: World; readonly faults: Faults; readonly calls: ServedCall[] };

/** The routes that no real Graph has; undefined for an unknown one. */
export function serveLocal(local: Local, { method, path, body }: LocalRequest): LocalAnswer | undefined {
  const { world, faults, calls } = local;
  switch (`${method} ${path}`) {
    case 'GET /local/people':
      return { status: 200, body: world.people().map(shown) };
    case 'POST /local/people':
      return addPeople(world, body);
    case 'GET /local/faults':
      return { status: 200, body: faults.waiting() };
    case 'POST /local/faults': {
      const wrong = faults.add(body);
      return wrong === undefined ? { status: 201, body: faults.waiting() } : refused(wrong);
    }
    case 'DELETE /local/faults':
      faults.clear();
      return { status: 204 };
    case 'GET /local/clock':
      return { status: 200, body: { now: new Date(world.clock.now()).toISOString() } };
    case 'POST /local/clock':
      return moveClock(world, body);
    case 'DELETE /local/clock':
      world.clock.reset();
      return { status: 200, body: { now: new Date(world.clock.now()).toISOString() } };
    case 'GET /local/calls':
      return { status: 200, body: calls };
    case 'DELETE /local/calls':
      calls.length = 0;
      return { status: 204 };
    default:
      return undefined;
  }
}

function refused(message: string): LocalAnswer {
  return { status: 400, body: { error: { code: 'BadRequest', message } } };
}

function shown(person: LocalPerson) {
  const { id, tenantId, email, name, jobTitle, organisation, managerEmail, mailbox } = person;
  return { id, tenantId, email, name, jobTitle, organisation, managerEmail, mailbox };
}

/** Epoch milliseconds or anything that Date reads. */
const clockBody = z.object({ now: z.union([z.number(), z.string()]) });

function moveClock(world: World, body: unknown): LocalAnswer {
  const asked = clockBody.safeParse(body);
  const instant = asked.success ? new Date(asked.data.now).getTime() : Number.NaN;
  if (Number.isNaN(instant)) return refused('now must be an ISO time or epoch milliseconds');
  world.clock.moveTo(instant);
  return { status: 200, body: { now: new Date(instant).toISOString() } };
}

const newPerson = z.object({
  email: z.email().transform(address => address.toLowerCase()),
  name: z.string().min(1),
  id: z.guid().optional(),
  tenantId: z.guid().optional(),
  jobTitle: z.string().default(''),
  organisation: z.string().default(''),
  managerEmail: z.string().nullable().default(null),
  mailbox: z.enum(['cloud', 'on-premises', 'none', 'other-tenant']).optional(),
});
const newPeople = z.union([newPerson, z.array(newPerson)]);

/** Somebody whose address is known stays as they are. Without a tenant: that of their domain, else the first person's. */
function addPeople(world: World, body: unknown): LocalAnswer {
  const asked = newPeople.safeParse(body);
  if (!asked.success) return refused('each person needs an email and a name');
  const tenants = new Map(world.people().map(person => [domain(person.email), person.tenantId]));
  const first = world.people()[0]?.tenantId ?? seededGuid('tenant');
  const unknown = new Map<string, LocalPerson>();
  for (const one of [asked.data].flat()) {
    if (world.byAddress(one.email) !== undefined) continue;
    const tenantId = one.tenantId?.toLowerCase() ?? tenants.get(domain(one.email)) ?? first;
    unknown.set(one.email, {
      ...one,
      id: one.id?.toLowerCase() ?? seededGuid('person', one.email),
      tenantId,
      mailbox: one.mailbox ?? (tenantId === first ? 'cloud' : 'other-tenant'),
      consented: true,
      userType: 'member',
      roster: { days: workDays.slice(0, 5), startMinute: 9 * 60, endMinute: 17 * 60 },
      sharesDetails: false,
      onlineMeetings: true,
      commitments: [],
    });
  }
  const added = world.add([...unknown.values()]);
  return { status: added > 0 ? 201 : 200, body: { added, known: [asked.data].flat().length - added } };
}

function domain(email: string): string {
  return email.slice(email.indexOf('@') + 1);
}
