import type { ContractTerms } from '../contract/contract-terms.ts';

/** A mentoring scheme, read from a data file. Its home tenant is where its pairs and profiles live. */
export type Scheme = {
  readonly id: string;
  readonly name: string;
  readonly homeTenantId: string;
  /** Mail domain → the tenant whose directory may resolve it. */
  readonly domains: Readonly<Record<string, string>>;
  /** Opens the product in Teams; the one link in an Outlook event. */
  readonly link: string;
  readonly signposts: readonly Signpost[];
  /** What its contracts say; absent: what the product says. */
  readonly contracts?: Partial<ContractTerms>;
};

/** Where somebody finds help that mentoring cannot give. */
export type Signpost = { readonly name: string; readonly says: string; readonly link?: string };
