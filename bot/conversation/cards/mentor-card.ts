import type { FoundMentor } from '../../journeys/find-mentors.ts';
import { sayDayAndMonth } from '../../mentoring/availability/say-time.ts';
import { type Card, card, type Element, line, press, pressOnly, toggle } from './card.ts';
import { findingWording } from './finding-wording.ts';
import { wording } from './wording.ts';

const reasonsFor = 3;
const why = 'not-for-me';

/**
 * initials · name · role, organisation / up to three reasons, one against / the next free day (ISO date), where it could
 * be seen / Book · More like this · Not for me, which opens the reasons to choose from.
 */
export function mentorCard(mentor: FoundMentor, nextFreeOn?: string): Card {
  const { profile, reasons, against, joined, canBeBooked } = mentor;
  const { id: profileId, name, jobTitle, organisation } = profile;
  const role = [jobTitle, organisation].filter(each => each !== '').join(', ');
  const body: Element[] = [
    ...(role === '' ? [] : [line(role, { spacing: 'None' })]),
    ...reasons.slice(0, reasonsFor).map(reason => line(`• ${reason}`, { isSubtle: true, spacing: 'Small' })),
    ...(against === undefined ? [] : [line(`– ${against}`, { isSubtle: true, spacing: 'Small' })]),
    ...(nextFreeOn === undefined
      ? []
      : [line(findingWording.nextFree(sayDayAndMonth(nextFreeOn)), { spacing: 'Small' })]),
    ...(joined ? [] : [line(findingWording.notJoined(canBeBooked), { isSubtle: true, size: 'Small' })]),
    reasonToLeaveOut(profileId),
  ];
  const book = { ...press(wording.book, 'choose-time', { profileId }, 'positive'), ...withoutFields };
  return card(
    `${initials(name)} · ${name}`,
    body,
    [
      ...(joined || canBeBooked ? [book] : []),
      pressOnly(findingWording.moreLikeThis, 'like', { profileId }),
      toggle(findingWording.notForMe, why),
    ],
    `${name}, ${role}`,
  );
}

const withoutFields = { associatedInputs: 'none' } as const;

function reasonToLeaveOut(profileId: string): Element {
  return {
    type: 'Container',
    id: why,
    isVisible: false,
    separator: true,
    items: [
      {
        type: 'Input.ChoiceSet',
        id: 'reason',
        label: findingWording.reasonLabel,
        placeholder: findingWording.reasonPlaceholder,
        style: 'compact',
        isRequired: false,
        errorMessage: findingWording.reasonError,
        choices: Object.entries(findingWording.reasons).map(([value, title]) => ({ title, value })),
      },
      { type: 'ActionSet', actions: [press(findingWording.leaveOut, 'not-for-me', { profileId })] },
    ],
  };
}

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter(part => /^\p{L}/u.test(part));
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last].map(part => [...(part ?? '')][0]?.toUpperCase() ?? '').join('');
}
