import type { FoundMentor } from '../../journeys/find-mentors.ts';
import { type Card, card, type Element, line, press } from './card.ts';
import { wording } from './wording.ts';

/** initials · name · role, organisation / up to three reasons / Book. */
export function mentorCard({ profile, reasons, joined, canBeBooked }: FoundMentor): Card {
  const { name, jobTitle, organisation } = profile;
  const body: Element[] = [
    line(`${jobTitle}, ${organisation}`, { spacing: 'None' }),
    ...reasons.slice(0, 3).map(reason => line(`• ${reason}`, { isSubtle: true, spacing: 'Small' })),
    ...(joined ? [] : [line(wording.notJoined(canBeBooked), { isSubtle: true, size: 'Small' })]),
  ];
  const book = press(wording.book, 'choose-time', { profileId: profile.id }, 'positive');
  const actions = joined || canBeBooked ? [book] : [];
  return card(`${initials(name)} · ${name}`, body, actions, `${name}, ${jobTitle}, ${organisation}`);
}

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter(part => /^\p{L}/u.test(part));
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last].map(part => [...(part ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** Below the mentors: more of them, another wish, or from the beginning. */
export function refineCard(hasMore: boolean): Card {
  return card(
    wording.refineTitle,
    [
      {
        type: 'Input.Text',
        id: 'text',
        label: wording.refineLabel,
        placeholder: wording.refinePlaceholder,
        maxLength: 500,
        isRequired: false,
        errorMessage: wording.refineError,
      },
    ],
    [
      press(wording.searchAgain, 'refine', {}),
      ...(hasMore ? [{ ...press(wording.more, 'more', {}), associatedInputs: 'none' as const }] : []),
      { ...press(wording.startAgain, 'start-again', {}), associatedInputs: 'none' as const },
    ],
  );
}
