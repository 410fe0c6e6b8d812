import type { ContractKind } from './contract-document.ts';

/** What a scheme says about its contracts. */
export type ContractTerms = {
  /** By kind, the value that a field begins with, by the field's id; over the product's own. */
  readonly defaults: Readonly<Partial<Record<ContractKind, Readonly<Record<string, string>>>>>;
  /** Clauses of this scheme alone, the same for every pair. At most 10. */
  readonly localClauses: readonly { readonly id: string; readonly text: string }[];
  readonly codeOfEthics: { readonly name: string; readonly version: string };
  /** How long a contract is kept after it has ended, in months. */
  readonly keepMonths: number;
  /** Whom either may tell when something worries them, as it stands in a sentence: "your coordinator". */
  readonly concernsTo: readonly string[];
};

const usual: ContractTerms = {
  defaults: {},
  localClauses: [],
  codeOfEthics: { name: 'EMCC Global Code of Ethics', version: 'in the version in force when we sign' },
  keepMonths: 24,
  concernsTo: ['the people who run this scheme'],
};

export function termsOf(scheme: { readonly contracts?: Partial<ContractTerms> }): ContractTerms {
  return { ...usual, ...scheme.contracts };
}
