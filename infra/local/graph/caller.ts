import type { LocalPerson } from '../people/local-person.ts';
import { GraphError } from './graph-error.ts';
import type { World } from './world.ts';

/** What the sign-in part found in a token whose signature and times are right. */
export type VerifiedToken = {
  readonly tenantId: string;
  readonly objectId: string;
  readonly audience: string;
  readonly scopes: readonly string[];
};

export type Caller = { readonly person: LocalPerson; readonly scopes: readonly string[] };

const audiences = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

export async function callerOf(
  world: World,
  authorization: string | undefined,
  verify: (token: string) => Promise<VerifiedToken | undefined>,
): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated('Access token is empty.');
  const verified = await verify(token);
  if (verified === undefined) throw unauthenticated('Access token validation failure.');
  if (!audiences.includes(verified.audience.replace(/\/$/, ''))) {
    throw unauthenticated('Access token validation failure. Invalid audience.');
  }
  const person = world.person(verified.tenantId, verified.objectId);
  if (person === undefined) throw unauthenticated('The user of the token is not in the directory.');
  return { person, scopes: verified.scopes };
}

function unauthenticated(message: string): GraphError {
  const challenge = `Bearer realm="", error="invalid_token", error_description="${message}"`;
  return new GraphError(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': challenge });
}

/** Any one of the scopes is enough. https://learn.microsoft.com/graph/permissions-reference */
const permissions = {
  ownProfile: ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'],
  people: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'],
  managers: ['User.Read.All', 'User.ReadWrite.All'],
  settings: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
  calendarBasic: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  calendarBody: ['Calendars.Read', 'Calendars.ReadWrite'],
  calendarWrite: ['Calendars.ReadWrite'],
} as const;
export type Permission = keyof typeof permissions;

export function may(caller: Caller, permission: Permission): boolean {
  return permissions[permission].some(scope => caller.scopes.includes(scope));
}

export function mustHave(caller: Caller, permission: Permission): void {
  if (may(caller, permission)) return;
  const isExchange = permission.startsWith('calendar') || permission === 'settings';
  throw isExchange
    ? new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
    : new GraphError(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
}
