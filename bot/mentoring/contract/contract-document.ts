import type { Side } from '../chemistry/change-meeting.ts';

/** How the two mentor: a label with its own defaults; two people are the parties in any case. */
export const contractKinds = ['one-to-one', 'peer', 'reverse', 'one-off'] as const;
export type ContractKind = (typeof contractKinds)[number];

/** Whose words a part is made of: erasing a person takes theirs out, and the last keeping time takes out all. */
export type PartOf = Side | 'both' | 'scheme';

/** One version of a contract as it is read: on the page and in the PDF. Dates are ISO dates, instants ISO instants. */
export type ContractDocument = {
  readonly schemeName: string;
  readonly kind: ContractKind;
  /** Counts from 1; 0: a draft that nobody has proposed yet. */
  readonly version: number;
  readonly parties: Readonly<Record<Side, { readonly name: string; readonly organisation?: string }>>;
  readonly sections: readonly ContractSection[];
  readonly signatures: readonly { readonly side: Side; readonly at: string }[];
  /** Lower-case hex SHA-256 of this version; absent in a draft. */
  readonly digest?: string;
};

export type ContractSection = {
  readonly id: string;
  readonly heading: string;
  readonly parts: readonly ContractPart[];
};

export type ContractPart = {
  readonly id: string;
  /** A clause has none. */
  readonly label?: string;
  /** Plain text; may hold line breaks. Empty where it was erased. */
  readonly text: string;
  readonly of: PartOf;
  /** It differs from the version that binds now. */
  readonly isChanged?: boolean;
  readonly erasedOn?: string;
};
