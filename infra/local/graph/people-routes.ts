import type { LocalPerson } from '../people/local-person.ts';
import { may, mustHave } from './caller.ts';
import { directManager, expandedManager, searchPeople, userJson } from './directory.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphError, notBuilt } from './graph-error.ts';
import { page } from './paging.ts';
import { workingHours } from './schedule.ts';
import { zoneNames } from './zones.ts';

const metadata = 'https://graph.microsoft.com/v1.0/$metadata#';

function isEventual(call: GraphCall): boolean {
  return call.request.headers.consistencylevel === 'eventual' && call.request.query.get('$count') === 'true';
}

/** Of oneself all is shown; of others what the permission allows. */
function user(call: GraphCall, person: LocalPerson): Record<string, unknown> {
  const basicOnly = person.id !== call.caller.person.id && !may(call.caller, 'managers');
  return userJson(person, call.request.query.get('$select') ?? undefined, basicOnly);
}

export function getUser(call: GraphCall, person: LocalPerson): GraphAnswer {
  mustHave(call.caller, person.id === call.caller.person.id ? 'ownProfile' : 'people');
  const expand = call.request.query.get('$expand');
  if (expand !== null) mustHave(call.caller, 'managers');
  const above = expand === null ? {} : expandedManager(call.world, person, expand, isEventual(call));
  return {
    status: 200,
    body: { '@odata.context': `${metadata}users/$entity`, ...user(call, person), ...above },
  };
}

export function getManager(call: GraphCall, person: LocalPerson): GraphAnswer {
  mustHave(call.caller, 'managers');
  const manager = userJson(
    directManager(call.world, person),
    call.request.query.get('$select') ?? undefined,
    false,
  );
  const type = { '@odata.type': '#microsoft.graph.user' };
  return {
    status: 200,
    body: { '@odata.context': `${metadata}directoryObjects/$entity`, ...type, ...manager },
  };
}

export function listUsers(call: GraphCall): GraphAnswer {
  mustHave(call.caller, 'people');
  const { query, headers } = call.request;
  const search = query.get('$search');
  if (query.has('$expand')) throw notBuilt('$expand over a list of users');
  if (search !== null && headers.consistencylevel !== 'eventual') {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      'Request with $search needs ConsistencyLevel: eventual.',
    );
  }
  const { tenantId } = call.caller.person;
  const people =
    search === null
      ? call.world.people().filter(person => person.tenantId === tenantId)
      : searchPeople(call.world, tenantId, search);
  const sorted = people.toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    status: 200,
    body: page(
      call,
      'users',
      sorted.map(person => user(call, person)),
    ),
  };
}

export function getCalendar(_call: GraphCall, person: LocalPerson): GraphAnswer {
  const provider = person.onlineMeetings ? 'teamsForBusiness' : 'unknown';
  const body = {
    '@odata.context': `${metadata}users/calendar/$entity`,
    id: `AAkALgAA${person.id}=`,
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    changeKey: person.id,
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    isTallyingResponses: true,
    isRemovable: false,
    allowedOnlineMeetingProviders: person.onlineMeetings ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: provider,
    owner: { name: person.name, address: person.email },
  };
  return { status: 200, body };
}

export function getMailboxSettings(call: GraphCall, person: LocalPerson): GraphAnswer {
  const settings: Record<string, unknown> = {
    timeZone: 'GMT Standard Time',
    workingHours: workingHours(person),
    language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
    userPurpose: 'user',
  };
  const asked = call.request.query.get('$select')?.split(',');
  const shown = Object.entries(settings).filter(([name]) => asked?.includes(name) ?? true);
  return {
    status: 200,
    body: { '@odata.context': `${metadata}mailboxSettings`, ...Object.fromEntries(shown) },
  };
}

export function supportedTimeZones(): GraphAnswer {
  const value = zoneNames.map(alias => ({ alias, displayName: alias }));
  const context = `${metadata}Collection(microsoft.graph.timeZoneInformation)`;
  return { status: 200, body: { '@odata.context': context, value } };
}
