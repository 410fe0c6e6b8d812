import type { LocalPerson } from '../people/local-person.ts';
import { GraphError, notBuilt, resourceNotFound } from './graph-error.ts';
import type { World } from './world.ts';

/** All that User.ReadBasic.All shows of somebody else. https://learn.microsoft.com/graph/permissions-reference */
const basic = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
const usual = [
  ...['businessPhones', 'displayName', 'givenName', 'id', 'jobTitle', 'mail', 'mobilePhone'],
  ...['officeLocation', 'preferredLanguage', 'surname', 'userPrincipalName'],
];

function allProperties(person: LocalPerson): Record<string, unknown> {
  const [givenName, ...rest] = person.name.split(' ');
  return {
    id: person.id,
    displayName: person.name,
    givenName: givenName ?? person.name,
    surname: rest.join(' '),
    mail: person.email,
    userPrincipalName: person.email,
    userType: person.userType === 'guest' ? 'Guest' : 'Member',
    jobTitle: person.jobTitle,
    companyName: person.organisation,
    department: null,
    officeLocation: null,
    accountEnabled: true,
    businessPhones: [],
    mobilePhone: null,
    preferredLanguage: 'en-GB',
    usageLocation: 'GB',
    employeeId: null,
    otherMails: [],
    proxyAddresses: [`SMTP:${person.email}`],
  };
}

/** `basicOnly`: the caller may see no more; what else was asked for comes as null. */
export function userJson(person: LocalPerson, select: string | undefined, basicOnly: boolean) {
  const all = allProperties(person);
  const asked = select?.split(',').map(name => name.trim()) ?? usual;
  const unknown = asked.find(name => !(name in all));
  if (unknown !== undefined) {
    const message = `Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`;
    throw new GraphError(400, 'BadRequest', message);
  }
  const seen = (name: string) => !basicOnly || basic.includes(name);
  return Object.fromEntries(
    asked.map(name => [name, seen(name) ? all[name] : Array.isArray(all[name]) ? [] : null]),
  );
}

function managerOf(world: World, person: LocalPerson): LocalPerson | undefined {
  return person.managerEmail === null ? undefined : world.byAddress(person.managerEmail, person.tenantId);
}

export function directManager(world: World, person: LocalPerson): LocalPerson {
  const manager = managerOf(world, person);
  if (manager === undefined) throw resourceNotFound();
  return manager;
}

/**
 * `manager`, `manager($select=…)` and `manager($levels=max;$select=…)`; levels need `$count=true` and
 * ConsistencyLevel: eventual. https://learn.microsoft.com/graph/api/user-list-manager
 */
export function expandedManager(world: World, person: LocalPerson, expand: string, isEventual: boolean) {
  const parts = /^manager(?:\((.*)\))?$/.exec(expand.trim());
  if (parts === null) throw notBuilt(`$expand=${expand}`);
  const options = new URLSearchParams((parts[1] ?? '').replaceAll(';', '&'));
  const asked = options.get('$levels') ?? '1';
  if (asked !== '1' && !isEventual) {
    const message =
      'Expanding levels of manager needs $count=true and the header ConsistencyLevel: eventual.';
    throw new GraphError(400, 'Request_UnsupportedQuery', message);
  }
  const levels = asked === 'max' ? 1000 : Number(asked);
  if (!Number.isInteger(levels)) throw new GraphError(400, 'BadRequest', 'Invalid value of $levels.');
  return chain(world, person, options.get('$select') ?? undefined, levels, new Set([person.id]));
}

function chain(
  world: World,
  person: LocalPerson,
  select: string | undefined,
  levels: number,
  met: ReadonlySet<string>,
): Record<string, unknown> {
  const manager = managerOf(world, person);
  if (manager === undefined || levels < 1 || met.has(manager.id)) return {};
  const above = chain(world, manager, select, levels - 1, new Set([...met, manager.id]));
  const type = { '@odata.type': '#microsoft.graph.user' };
  return { manager: { ...type, ...userJson(manager, select, false), ...above } };
}

/** `"displayName:wa"` and `"mail:wa"`, joined by OR: words that begin so. */
export function searchPeople(world: World, tenantId: string, search: string): LocalPerson[] {
  const wanted = [...search.matchAll(/"(displayName|mail|userPrincipalName):([^"]*)"/g)];
  if (wanted.length === 0) throw new GraphError(400, 'BadRequest', 'Syntax error in $search.');
  return world
    .people()
    .filter(person => person.tenantId === tenantId)
    .filter(person =>
      wanted.some(([, property, text = '']) => {
        const words = property === 'displayName' ? person.name.toLowerCase().split(/[\s-]+/) : [person.email];
        const sought = text.toLowerCase().trim();
        return words.some(word => word.startsWith(sought)) || person.name.toLowerCase().startsWith(sought);
      }),
    );
}
