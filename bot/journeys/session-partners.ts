import { pairIdsOf, pairsOf } from '../booking/pair-of.ts';
import { pairThatGoesOn } from '../booking/pair-that-goes-on.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { mayBookSession } from '../mentoring/sessions/may-book-session.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asker } from './asker.ts';

/** Somebody with whom a person goes on, as mentee or as mentor. */
export type SessionPartner = { readonly pairId: string; readonly name: string };

/** By name. */
export async function sessionPartners(
  ports: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<readonly SessionPartner[]> {
  const pairs = await pairsOf(ports, person, mayBookSession);
  return pairs
    .map(({ pairId, other }) => ({ pairId, name: other.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Pair ids. */
export async function pairsThatGoOn(
  ports: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<ReadonlySet<string>> {
  return pairIdsOf(ports, person, mayBookSession);
}

/** What the screen says about a session before it is booked. */
export async function seePartner(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  asker: Pick<Asker, 'person' | 'profileId'>,
  pairId: string,
): Promise<
  | {
      readonly profileId: string;
      readonly otherName: string;
      readonly mayMeetInPerson: boolean;
      readonly declares: boolean;
    }
  | Refusal
> {
  const pair = await pairThatGoesOn(ports, asker, pairId);
  if (isRefusal(pair)) return pair;
  return {
    profileId: pair.mentor.profileId,
    otherName: pair.other.name,
    mayMeetInPerson: pair.profile.meets.includes('in person'),
    declares: pair.mustDeclare,
  };
}
