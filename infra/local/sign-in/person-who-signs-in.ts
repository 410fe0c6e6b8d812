/** What sign-in has to know of somebody in the local directory. */
export type PersonWhoSignsIn = {
  /** Object id, a GUID. */
  readonly id: string;
  readonly tenantId: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  /** Has agreed, before they ever came here, that the app may act for them. */
  readonly consented: boolean;
};
