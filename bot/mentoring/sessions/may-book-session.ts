/** What the pair's head says: since when the two go on (ISO instant); absent before, and again once they have ended. */
type GoingOn = { readonly goesOnSince?: string };

/** Sessions are for two who have both said that they go on. */
export function mayBookSession(pair: GoingOn | undefined): boolean {
  return pair?.goesOnSince !== undefined;
}
