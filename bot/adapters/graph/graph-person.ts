import { z } from 'zod';
import type { DirectoryPerson, ManagerChain } from '../../ports/directory.ts';

/** What User.ReadBasic.All shows of others: https://learn.microsoft.com/graph/permissions-reference#userreadbasicall */
export const basicFields = ['id', 'displayName', 'mail', 'userPrincipalName', 'userType'];
export const fullFields = [...basicFields, 'jobTitle', 'companyName'];
/** Needs User.Read.All, and the header of an advanced query. */
export const withManagers = '$expand=manager($levels=max;$select=id,displayName)&$count=true';
export const advancedQuery = { ConsistencyLevel: 'eventual' };

/** A circle or a chain longer than this is an error of the directory's data. */
const mostLevels = 50;

const graphUser = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userType: z.string().nullish(),
  jobTitle: z.string().nullish(),
  companyName: z.string().nullish(),
  manager: z.unknown().optional(),
});
const graphManager = z.object({ id: z.string().min(1), manager: z.unknown().optional() });

/** `undefined` when the answer is no person that can be read. */
export function personOf(body: unknown, tenantId: string): DirectoryPerson | undefined {
  const read = graphUser.safeParse(body);
  if (!read.success) return undefined;
  const { id, displayName, mail, userPrincipalName, userType, jobTitle, companyName, manager } = read.data;
  const address = mail || userPrincipalName;
  if (!address) return undefined;
  return {
    person: { tenantId, objectId: id },
    name: displayName || address,
    address: address.toLowerCase(),
    ...(jobTitle && { jobTitle }),
    ...(companyName && { organisation: companyName }),
    isMember: isMember(userType, userPrincipalName),
    managers: chainOf(manager),
  };
}

/** Where the type is not shown, a guest is still known by the name that Entra made for them. */
function isMember(
  userType: string | null | undefined,
  userPrincipalName: string | null | undefined,
): boolean {
  if (userPrincipalName?.toUpperCase().includes('#EXT#')) return false;
  return userType === undefined || userType === null || userType.toLowerCase() === 'member';
}

function chainOf(manager: unknown): ManagerChain {
  const chain: string[] = [];
  for (let next = manager; next !== undefined && next !== null; ) {
    const read = graphManager.safeParse(next);
    if (!read.success || chain.length === mostLevels) return 'unknown';
    chain.push(read.data.id);
    next = read.data.manager;
  }
  return chain.length === 0 ? 'unknown' : chain;
}
