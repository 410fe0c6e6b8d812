import { sayWhen } from '../../mentoring/availability/say-time.ts';
import { meetingInterval, meetingMinutes } from '../../mentoring/chemistry/meeting.ts';
import { zone } from '../../mentoring/zone.ts';
import type { Choosing } from '../../records/talk-record.ts';
import { type Action, type Card, card, type Element, line, press, pressOnly } from './card.ts';
import { sessionWording } from './session-wording.ts';
import { wording } from './wording.ts';

export type ConfirmCard = {
  readonly choosing: Choosing;
  readonly otherName: string;
  /** One time to book; or three for the mentor to pick from, whose calendar cannot be seen. Epoch milliseconds. */
  readonly starts: readonly number[];
  readonly proposes: boolean;
  readonly mayMeetInPerson: boolean;
  /** Nobody can tell whether one manages the other: the press says that neither does. */
  readonly declares: boolean;
  readonly opId: string;
  /** How many times on offer come before the other times. */
  readonly shown: number;
};

export function confirmCard(asked: ConfirmCard): Card {
  const { choosing, otherName, starts, proposes, declares, opId, shown } = asked;
  const { session, moves } = choosing;
  const minutes = session?.minutes ?? meetingMinutes;
  const data = { ...choosing, opId, declares, ...(proposes ? { starts } : { start: starts[0] }) };
  const times = starts.map(start => line(sayWhen(meetingInterval(start, minutes), zone)));
  if (moves) {
    const title = session ? sessionWording.confirmMove(otherName) : wording.confirmMove(otherName);
    return card(title, times, [
      press(wording.moveHere, 'move-to', data, 'positive'),
      pressOnly(wording.otherTimes, 'more-times', { ...choosing, skip: shown }),
      pressOnly(wording.keepIt, 'show-meeting', moves),
    ]);
  }
  return card(
    proposes
      ? wording.confirmProposal(otherName)
      : session
        ? sessionWording.confirmTitle(otherName)
        : wording.confirmTitle(otherName),
    [
      ...(proposes ? [line(wording.hiddenCalendar(otherName), { isSubtle: true })] : []),
      ...times,
      ...(asked.mayMeetInPerson
        ? where(minutes)
        : [line(sessionWording.online(minutes), { isSubtle: true })]),
      ...(session ? [] : shared(otherName)),
      ...(declares ? [line(wording.declares(otherName))] : []),
    ],
    [
      lastPress(session, proposes, data),
      pressOnly(wording.otherTimes, 'more-times', { ...choosing, skip: shown }),
    ],
  );
}

function lastPress(
  session: Choosing['session'],
  proposes: boolean,
  data: Readonly<Record<string, unknown>>,
): Action {
  if (proposes) return press(wording.sendTimes, 'propose', data, 'positive');
  if (!session) return press(wording.bookThis, 'book', data, 'positive');
  const { start, opId, declares } = data;
  return press(sessionWording.bookThis, 'book-session', { ...session, start, opId, declares }, 'positive');
}

function shared(otherName: string): Element[] {
  return [
    {
      type: 'Input.Text',
      id: 'shared',
      label: wording.sharedLabel(otherName),
      isMultiline: true,
      maxLength: 1000,
      isRequired: false,
      errorMessage: wording.sharedError,
    },
    line(wording.onlyThe2(otherName), { isSubtle: true, size: 'Small', spacing: 'None' }),
  ];
}

function where(minutes: number): Element[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'mode',
      label: wording.modeLabel,
      value: 'online',
      isRequired: true,
      errorMessage: wording.modeError,
      choices: [
        { title: sessionWording.online(minutes), value: 'online' },
        { title: sessionWording.inPerson(minutes), value: 'in person' },
      ],
    },
    {
      type: 'Input.Text',
      id: 'place',
      label: wording.placeLabel,
      maxLength: 120,
      isRequired: false,
      errorMessage: wording.placeError,
    },
    line(wording.bothSeeInOutlook, { isSubtle: true, size: 'Small', spacing: 'None' }),
  ];
}
