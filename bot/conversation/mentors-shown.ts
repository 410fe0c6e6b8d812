import type { FoundMentor, Seeker } from '../journeys/find-mentors.ts';
import { nextFreeDays } from '../journeys/next-free-days.ts';
import { noteShown } from '../journeys/note-shown.ts';
import { timeWishOf } from '../journeys/time-wish-of.ts';
import type { Criteria } from '../matching/criteria.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import type { Card } from './cards/card.ts';
import { mentorCard } from './cards/mentor-card.ts';
import type { Turn } from './turn.ts';

/** Whoever has not signed in yet finds mentors all the same. */
export async function seeker(turn: Turn): Promise<Seeker> {
  try {
    return await turn.asker();
  } catch (problem) {
    if (!(problem instanceof SignInRequired)) throw problem;
    const { profileId } = turn.record;
    return { person: turn.person, managers: 'unknown', as: turn.as, ...(profileId ? { profileId } : {}) };
  }
}

/** Side by side, each with the next day on which both are free, as far as that can be seen in a moment. */
export async function mentorCards(
  turn: Turn,
  { mentors, criteria }: { readonly mentors: readonly FoundMentor[]; readonly criteria: Criteria },
): Promise<readonly Card[]> {
  const days = await nextFreeDays(turn.ports, await seeker(turn), mentors, timeWishOf(criteria));
  return mentors.map(mentor => mentorCard(mentor, days.get(mentor.profile.id)));
}

export function noteWhoWasShown(turn: Turn, profileIds: readonly string[]): () => Promise<void> {
  return () => noteShown(turn.ports, profileIds);
}

/** Which of the mentors on the screen is meant: "second", "2", or a name or a part of it. One only. */
export async function mentorMeant(
  turn: Turn,
  lastShown: readonly string[],
  which: string,
): Promise<string | undefined> {
  const position = positions.get(which);
  if (position !== undefined) return lastShown[position];
  const { index } = await turn.ports.register.fresh();
  const wanted = which.split(' ');
  const [profileId, another] = lastShown.filter(id => {
    const words = index.get(id)?.name.toLowerCase().split(/\s+/) ?? [];
    return wanted.every(word => words.includes(word));
  });
  return another === undefined ? profileId : undefined;
}

const positions: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['1', 0],
  ['second', 1],
  ['2', 1],
  ['third', 2],
  ['3', 2],
]);
