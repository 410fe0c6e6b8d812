/** A person is a directory object in a tenant; never an address, which can change hands. */
export type PersonId = { readonly tenantId: string; readonly objectId: string };

export function samePerson(a: PersonId, b: PersonId): boolean {
  return a.tenantId === b.tenantId && a.objectId === b.objectId;
}

/** One string for a person, for keys and for a fixed order between two people. */
export function personKey(person: PersonId): string {
  return `${person.tenantId}/${person.objectId}`;
}
