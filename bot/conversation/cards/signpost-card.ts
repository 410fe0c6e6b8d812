import type { Signpost } from '../../mentoring/people/scheme.ts';
import { type Card, card, line } from './card.ts';
import { wording } from './wording.ts';

export function signpostCard(signposts: readonly Signpost[]): Card {
  return card(
    wording.signpostsFirst,
    signposts.flatMap(({ name, says }) => [
      line(name, { weight: 'Bolder', spacing: 'Medium' }),
      line(says, { spacing: 'None' }),
    ]),
  );
}
