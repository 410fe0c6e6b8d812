import type { MentorProfile } from '../../mentoring/people/mentor-profile.ts';
import { type Card, card, line, press } from './card.ts';
import { initials } from './mentor-card.ts';
import { wording } from './wording.ts';

/** A mentor who was chosen in the tab, and the way to times with them. */
export function chosenCard({ id, name, jobTitle, organisation }: MentorProfile): Card {
  return card(
    `${initials(name)} · ${name}`,
    [
      line(`${jobTitle}, ${organisation}`, { spacing: 'None' }),
      line(wording.chosenInTab, { isSubtle: true, spacing: 'Small' }),
    ],
    [press(wording.book, 'choose-time', { profileId: id }, 'positive')],
    `${name}, ${jobTitle}, ${organisation}`,
  );
}
