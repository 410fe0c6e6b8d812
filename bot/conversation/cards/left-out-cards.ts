import type { LeftOut } from '../../journeys/keep-apart.ts';
import type { ApartBecause } from '../../mentoring/people/kept-apart.ts';
import type { PersonId } from '../../mentoring/people/person.ts';
import { type Card, card, line, pressOnly } from './card.ts';
import { findingWording } from './finding-wording.ts';

const mostNamed = 5;

/** In place of a mentor's card: one quiet line, and the way back. */
export function leftOutCard(profileId: string, name: string, because: ApartBecause | undefined): Card {
  return card(
    findingWording.leftOut(name),
    [line(findingWording.apart(because), { isSubtle: true, size: 'Small' })],
    [pressOnly(findingWording.undo, 'show-again', { profileId })],
  );
}

/** In place of what was understood: what was taken off of it. */
export function takenOffCard(criterionId: string, words: string): Card {
  return card(
    findingWording.takenOff(words),
    [],
    [pressOnly(findingWording.undo, 'put-on', { criterionId })],
  );
}

/** In place of a mentor's answer to a request. */
export function neverAsksCard(name: string, mentee: PersonId): Card {
  return card(
    findingWording.neverAsks(name),
    [line(findingWording.neverAsksLine(name), { isSubtle: true })],
    [pressOnly(findingWording.undo, 'may-ask-again', { ...mentee })],
  );
}

/** Whom this person has left out for good, to take each back. */
export function everyoneLeftOutCard(all: readonly LeftOut[]): Card {
  if (all.length === 0) return card(findingWording.nobodyLeftOut, []);
  const named = all.slice(0, mostNamed);
  const more = all.length - named.length;
  return card(
    findingWording.leftOutTitle,
    [
      ...named.map(({ name, because }) => line(findingWording.leftOutBecause(name, because))),
      ...(more > 0 ? [line(findingWording.moreLeftOut(more), { isSubtle: true })] : []),
    ],
    named.map(({ about, name }) =>
      'person' in about
        ? pressOnly(findingWording.showAgain(name), 'may-ask-again', { ...about.person, listed: true })
        : pressOnly(findingWording.showAgain(name), 'not-left-out', { profileId: about.profileId }),
    ),
  );
}
