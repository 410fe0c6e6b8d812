import type { LocalPerson } from '../people/local-person.ts';
import { mustHave, type Permission } from './caller.ts';
import {
  calendarView,
  type DuplicateTransaction,
  deleteEvent,
  getEvent,
  listEvents,
  listInstances,
  patchEvent,
  postAnswer,
  postCancel,
  postEvent,
} from './event-routes.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphError, notBuilt, resourceNotFound } from './graph-error.ts';
import {
  getCalendar,
  getMailboxSettings,
  getManager,
  getUser,
  listUsers,
  supportedTimeZones,
} from './people-routes.ts';
import { getSchedule } from './schedule.ts';

export type Settings = { readonly duplicateTransaction: DuplicateTransaction };

type Operation = (call: GraphCall, id: string, settings: Settings) => GraphAnswer;

/** Under `/me` and `/users/{id}`; `*` stands for an id. Every one of them is about the caller's own mailbox. */
const ofMailbox: Readonly<Record<string, readonly [Permission, Operation]>> = {
  'GET mailboxSettings': ['settings', call => getMailboxSettings(call, call.caller.person)],
  'GET outlook/supportedTimeZones': ['ownProfile', supportedTimeZones],
  'GET outlook/supportedTimeZones()': ['ownProfile', supportedTimeZones],
  'GET calendar': ['calendarBasic', call => getCalendar(call, call.caller.person)],
  'POST calendar/getSchedule': ['calendarBasic', schedule],
  'GET calendarView': ['calendarBasic', calendarView],
  'GET events': ['calendarBasic', listEvents],
  'GET calendar/events': ['calendarBasic', listEvents],
  'POST events': ['calendarWrite', (call, _id, settings) => postEvent(call, settings.duplicateTransaction)],
  'POST calendar/events': [
    'calendarWrite',
    (call, _id, settings) => postEvent(call, settings.duplicateTransaction),
  ],
  'GET events/*': ['calendarBasic', getEvent],
  'PATCH events/*': ['calendarWrite', patchEvent],
  'DELETE events/*': ['calendarWrite', deleteEvent],
  'GET events/*/instances': ['calendarBasic', listInstances],
  'POST events/*/cancel': ['calendarWrite', postCancel],
  'POST events/*/accept': ['calendarWrite', (call, id) => postAnswer(call, id, 'accepted')],
  'POST events/*/decline': ['calendarWrite', (call, id) => postAnswer(call, id, 'declined')],
  'POST events/*/tentativelyAccept': [
    'calendarWrite',
    (call, id) => postAnswer(call, id, 'tentativelyAccepted'),
  ],
};

function schedule(call: GraphCall): GraphAnswer {
  const body = getSchedule(call.world, call.caller.person, call.request.body, call.prefer);
  return { status: 200, body };
}

/** Serves one call, or throws a GraphError. What is not built is 501, never a made-up answer. */
export function serveCall(call: GraphCall, settings: Settings): GraphAnswer {
  const { method, path } = call.request;
  const parts = path
    .replace(/^\/v1\.0\//, '')
    .split('/')
    .map(decoded);
  if (method === 'GET' && parts.length === 1 && parts[0] === 'users') return listUsers(call);
  const [person, rest] = owner(call, parts);
  if (method === 'GET' && rest.length === 0) return getUser(call, person());
  if (method === 'GET' && rest.length === 1 && rest[0] === 'manager') return getManager(call, person());
  const name = rest.map((part, place) => (place === 1 && rest[0] === 'events' ? '*' : part)).join('/');
  const operation = ofMailbox[`${method} ${name}`];
  if (operation === undefined) throw notBuilt(`${method} ${path}`);
  const [permission, serve] = operation;
  mustHave(call.caller, permission);
  mustBeOwnMailbox(call, person());
  return serve(call, rest[1] ?? '', settings);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new GraphError(400, 'BadRequest', 'The address cannot be read.');
  }
}

/** The person is looked up last, so that a missing permission is said first. */
function owner(call: GraphCall, parts: readonly string[]): [() => LocalPerson, readonly string[]] {
  const { caller, world } = call;
  if (parts[0] === 'me') return [() => caller.person, parts.slice(1)];
  const [collection, key] = parts;
  if (collection !== 'users' || key === undefined)
    throw notBuilt(`${call.request.method} ${call.request.path}`);
  const find = () => {
    const { tenantId } = caller.person;
    const person = world.person(tenantId, key) ?? world.byAddress(key, tenantId);
    if (person === undefined && parts.length > 2)
      throw new GraphError(404, 'ErrorInvalidUser', 'The requested user is invalid.');
    if (person !== undefined && person.id !== caller.person.id)
      mustHave(caller, parts.length > 2 && parts[2] !== 'manager' ? 'calendarBasic' : 'people');
    if (person === undefined) {
      mustHave(caller, 'people');
      throw resourceNotFound();
    }
    return person;
  };
  return [find, parts.slice(2)];
}

function mustBeOwnMailbox(call: GraphCall, person: LocalPerson): void {
  if (person.id !== call.caller.person.id) {
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  if (person.mailbox !== 'none' && person.mailbox !== 'on-premises') return;
  const message = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
  throw new GraphError(404, 'MailboxNotEnabledForRESTAPI', message);
}
