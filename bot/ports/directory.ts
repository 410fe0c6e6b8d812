import type { PersonId } from '../mentoring/people/person.ts';
import type { ActingFor } from './sign-in.ts';

/** Object ids from the direct manager upwards; `unknown` when it may not or cannot be read, or stops at the person. */
export type ManagerChain = readonly string[] | 'unknown';

export type DirectoryPerson = {
  readonly person: PersonId;
  readonly name: string;
  /** Lower case. */
  readonly address: string;
  readonly jobTitle?: string;
  readonly organisation?: string;
  /** A guest is never taken for the person whose address it carries. */
  readonly isMember: boolean;
  readonly managers: ManagerChain;
};

/** `not allowed`: the permission is not there, so nothing was learned. */
export type Resolved = DirectoryPerson | 'not found' | 'not allowed';

/** Throws CalendarUnavailable when the outside world is broken or asks to wait, SignInRequired when the person must sign in. */
export type Directory = {
  /** The person themselves (GET /me), with their manager chain where that permission is there. */
  me(as: ActingFor): Promise<DirectoryPerson>;
  /** Up to 20 addresses in one $batch, with manager chains where permitted. Keys are lower-case addresses; one that could not be asked about in time is absent. */
  resolve(as: ActingFor, addresses: readonly string[]): Promise<ReadonlyMap<string, Resolved>>;
  /** Whether up to 20 people (object ids) of the asker's own tenant are still there, in one $batch. Absent: nobody can tell now. */
  stillThere(as: ActingFor, objectIds: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
};
