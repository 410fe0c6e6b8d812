import type { Side } from '../chemistry/change-meeting.ts';
import type { PersonId } from '../people/person.ts';
import type { PartOf } from './contract-document.ts';

/** One part of a version, as it is hashed and kept: a clause, a field's words, a goal, a name. */
export type PartContent = {
  /** The same in each version: 'field:purpose', 'clause:not-management', 'goal:ID', 'name:mentee', 'tie:mentor', 'about'. */
  readonly key: string;
  readonly of: PartOf;
  /** Where it stands; absent in a tie, which is not shown. */
  readonly section?: { readonly id: string; readonly heading: string };
  readonly label?: string;
  readonly text: string;
  /** What was chosen or typed, where `text` says it in other words. */
  readonly value?: string;
  readonly goal?: {
    readonly by: Side;
    readonly headline: string;
    readonly measure: string;
    readonly targetOn?: string;
  };
  /** In a name. */
  readonly name?: { readonly name: string; readonly organisation?: string };
  /** In a tie: who the party is. */
  readonly tie?: { readonly party: string; readonly person: PersonId };
};

/** Salt and content are gone once it is erased; the digest stays. */
export type KeptPart = { readonly digest: string; readonly salt?: string; readonly content?: PartContent };
