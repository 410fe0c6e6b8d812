import type { PersonId } from '../mentoring/people/person.ts';

/** Somebody on whose behalf the directory and the calendar are asked. */
export type ActingFor = {
  readonly person: PersonId;
  /** A delegated Graph token. Throws SignInRequired when the person has to sign in or consent first. */
  graphToken(): Promise<string>;
};

export type SignIns = {
  /** Somebody who is not there now, by the sign-in they left with the token service. */
  absent(person: PersonId): Promise<ActingFor | undefined>;
};

/** Nothing can be done for this person until they have signed in. The doors turn it into a sign-in card or a challenge. */
export class SignInRequired extends Error {
  readonly person: PersonId;
  /** What the directory wants beside consent (conditional access): JSON that goes back to it as it came. */
  readonly claims: string | undefined;
  constructor(person: PersonId, options?: ErrorOptions & { readonly claims?: string }) {
    super('Sign-in required', options);
    this.person = person;
    this.claims = options?.claims;
  }
}
