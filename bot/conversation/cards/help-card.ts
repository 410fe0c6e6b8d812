import { type Card, card, line, press } from './card.ts';
import { wording } from './wording.ts';

export function helpCard(): Card {
  return card(
    wording.helpTitle,
    [
      line(wording.helpExample),
      line(wording.helpSearch, { isSubtle: true, size: 'Small' }),
      line(wording.helpMentors, { isSubtle: true, size: 'Small' }),
    ],
    wording.helpButtons.map(text => press(text, 'type', { text })),
  );
}
