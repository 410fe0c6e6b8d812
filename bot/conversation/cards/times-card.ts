import type { OfferedTimes } from '../../journeys/offer-times.ts';
import { sayShortDay, sayTime, sayWhen } from '../../mentoring/availability/say-time.ts';
import type { Slot } from '../../mentoring/availability/slots.ts';
import { meetingInterval, meetingMinutes } from '../../mentoring/chemistry/meeting.ts';
import { days } from '../../mentoring/people/mentor-profile.ts';
import { sessionLengths, usualSessionLength } from '../../mentoring/sessions/session-length.ts';
import { zone } from '../../mentoring/zone.ts';
import type { Choosing } from '../../records/talk-record.ts';
import { type Action, type Card, card, type Element, line, press, pressOnly } from './card.ts';
import { sessionWording } from './session-wording.ts';
import { wording } from './wording.ts';

export type TimesCard = {
  readonly offered: OfferedTimes;
  readonly choosing: Choosing;
  readonly skip: number;
  /** The same card asks, until it has been answered once, when the person can meet. */
  readonly askWhenYouCanMeet: boolean;
  /** What came before, said in one line above: "That time has just gone." */
  readonly because?: string;
};

/** Who and how long, then a page of times as buttons and the way to more. */
export function timesCard({ offered, choosing, skip, askWhenYouCanMeet, because }: TimesCard): Card {
  const { slots, other } = offered;
  const minutes = choosing.session?.minutes ?? meetingMinutes;
  const title = wording.timesTitle(other.name, minutes);
  const said = because ? [line(because)] : [];
  if (slots.length === 0) {
    const actions = [...again(skip, choosing), ...otherWays(askWhenYouCanMeet, choosing)];
    return card(
      title,
      [...said, line(wording.noTimes(skip > 0)), ...hours(askWhenYouCanMeet, choosing)],
      actions,
    );
  }
  const wished = slots.some(slot => slot.matchesWish);
  return card(
    title,
    [
      ...(because ? said : [line(wording.worksForBoth, { isSubtle: true })]),
      ...(wished || because ? [] : [line(wording.noneAsWished)]),
      ...dayGroups(slots, choosing, minutes),
      ...hours(askWhenYouCanMeet, choosing),
    ],
    [
      pressOnly(wording.moreTimes, 'more-times', { ...choosing, skip: skip + slots.length }),
      ...otherWays(askWhenYouCanMeet, choosing),
    ],
  );
}

/** "Thu 3 Dec" and beneath it a button for each time. */
function dayGroups(slots: readonly Slot[], choosing: Choosing, minutes: number): Element[] {
  const byDay = Map.groupBy(slots, slot => slot.on);
  return [...byDay].flatMap(([on, ofDay]): Element[] => [
    line(sayShortDay(on), { weight: 'Bolder', spacing: 'Medium' }),
    {
      type: 'ActionSet',
      spacing: 'Small',
      actions: ofDay.map(({ minute, start }) => ({
        ...pressOnly(sayTime(minute), 'pick', { ...choosing, start }),
        tooltip: sayWhen(meetingInterval(start, minutes), zone),
      })),
    },
  ]);
}

/** Shifts change, and nobody has to move a meeting after all. */
function otherWays(asks: boolean, choosing: Choosing): Action[] {
  return [...(asks ? [] : [pressOnly(wording.changeWhen, 'ask-when', { ...choosing })]), instead(choosing)];
}

function instead({ moves, session }: Choosing): Action {
  if (moves) return pressOnly(wording.keepIt, 'show-meeting', moves);
  if (!session) return pressOnly(wording.otherMentors, 'more', {});
  const { pairId } = session;
  const minutes = sessionLengths.find(each => each !== session.minutes) ?? usualSessionLength;
  return pressOnly(sessionWording.otherLength(minutes), 'session-times', { pairId, minutes });
}

function again(skip: number, choosing: Choosing): Action[] {
  return skip > 0 ? [pressOnly(wording.firstTimes, 'more-times', { ...choosing, skip: 0 })] : [];
}

function hours(ask: boolean, choosing: Choosing): Element[] {
  if (!ask) return [];
  return [
    { ...line(wording.whenCanYouMeet, { weight: 'Bolder', spacing: 'Medium' }), separator: true },
    {
      type: 'ActionSet',
      spacing: 'Small',
      actions: [
        {
          type: 'Action.ToggleVisibility',
          title: wording.sayWhen,
          targetElements: ['when-you-can-meet'],
        },
      ],
    },
    {
      type: 'Container',
      id: 'when-you-can-meet',
      isVisible: false,
      spacing: 'Small',
      items: [
        {
          type: 'Input.ChoiceSet',
          id: 'days',
          label: wording.daysLabel,
          isMultiSelect: true,
          isRequired: false,
          errorMessage: wording.daysError,
          choices: days.map(day => ({ title: day, value: day })),
        },
        time('earliest', wording.earliestLabel),
        time('latest', wording.latestLabel),
        {
          type: 'Input.Toggle',
          id: 'nights',
          title: wording.nightsTitle,
          label: wording.nightsLabel,
          isRequired: false,
          errorMessage: wording.nightsError,
        },
        { type: 'ActionSet', actions: [press(wording.showTimesThen, 'can-meet', { ...choosing })] },
      ],
    },
  ];
}

function time(id: string, label: string): Element {
  return { type: 'Input.Time', id, label, isRequired: false, errorMessage: wording.timeError };
}
