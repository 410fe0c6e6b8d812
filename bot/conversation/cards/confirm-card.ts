import { sayWhen } from '../../mentoring/availability/say-time.ts';
import { meetingInterval } from '../../mentoring/chemistry/meeting.ts';
import { zone } from '../../mentoring/zone.ts';
import type { Choosing } from '../../records/talk-record.ts';
import { type Card, card, type Element, line, press, pressOnly } from './card.ts';
import { wording } from './wording.ts';

export type ConfirmCard = {
  readonly choosing: Choosing;
  readonly mentorName: string;
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
  const { choosing, mentorName, starts, proposes, declares, opId, shown } = asked;
  const data = { ...choosing, opId, declares, ...(proposes ? { starts } : { start: starts[0] }) };
  const times = starts.map(start => line(sayWhen(meetingInterval(start), zone)));
  if (choosing.moves) {
    return card(wording.confirmMove(mentorName), times, [
      press(wording.moveHere, 'move-to', data, 'positive'),
      pressOnly(wording.otherTimes, 'more-times', { ...choosing, skip: shown }),
      pressOnly(wording.keepIt, 'show-meeting', choosing.moves),
    ]);
  }
  return card(
    proposes ? wording.confirmProposal(mentorName) : wording.confirmTitle(mentorName),
    [
      ...(proposes ? [line(wording.hiddenCalendar(mentorName), { isSubtle: true })] : []),
      ...times,
      ...(asked.mayMeetInPerson ? where() : [line(wording.online, { isSubtle: true })]),
      {
        type: 'Input.Text',
        id: 'shared',
        label: wording.sharedLabel(mentorName),
        isMultiline: true,
        maxLength: 1000,
        isRequired: false,
        errorMessage: wording.sharedError,
      },
      line(wording.onlyThe2(mentorName), { isSubtle: true, size: 'Small', spacing: 'None' }),
      ...(declares ? [line(wording.declares(mentorName))] : []),
    ],
    [
      press(proposes ? wording.sendTimes : wording.bookThis, proposes ? 'propose' : 'book', data, 'positive'),
      pressOnly(wording.otherTimes, 'more-times', { ...choosing, skip: shown }),
    ],
  );
}

function where(): Element[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'mode',
      label: wording.modeLabel,
      value: 'online',
      isRequired: true,
      errorMessage: wording.modeError,
      choices: [
        { title: wording.online, value: 'online' },
        { title: wording.inPerson, value: 'in person' },
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
