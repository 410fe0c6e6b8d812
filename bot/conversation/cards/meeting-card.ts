import { sayWhen } from '../../mentoring/availability/say-time.ts';
import { isSession, minutesOf } from '../../mentoring/chemistry/meeting.ts';
import type { MeetingAct, MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import { zone } from '../../mentoring/zone.ts';
import { type Action, type Card, card, type Element, line, press, pressOnly } from './card.ts';
import { sessionWording } from './session-wording.ts';
import { wording } from './wording.ts';

export type MeetingCard = {
  readonly seen: MeetingFor;
  /** One for each press that the card may carry. */
  readonly opId: () => string;
  /** The mentor's answer says that neither manages, appraises or assesses the other. */
  readonly declares?: boolean;
  readonly because?: string;
};

/** How a meeting stands, for one of the two. The same card tells every later state. */
export function meetingCard({ seen, opId, declares = false, because }: MeetingCard): Card {
  const { meeting, other, iAm, iOrganise } = seen;
  const when = meeting.interval && seen.stage !== 'proposed' ? sayWhen(meeting.interval, zone) : undefined;
  const body: Element[] = [
    ...(because ? [line(because)] : []),
    line(wording.stage(seen)),
    ...(when ? [line(when, { spacing: 'Small' })] : []),
    ...(seen.isPast ? [] : [line(wording.where(meeting), { isSubtle: true, spacing: 'Small' })]),
    ...(!iOrganise && meeting.shared && !seen.isPast
      ? [
          line(wording.sharedBy(other.name), { isSubtle: true, size: 'Small' }),
          line(meeting.shared, { spacing: 'None' }),
        ]
      : []),
    ...(iAm === 'mentee' && meeting.suggested ? [line(wording.suggests(other.name))] : []),
    ...(declares && seen.can.includes('accept') ? [line(wording.declares(other.name))] : []),
  ];
  return card(wording.meetingTitle(seen), body, actions(seen, opId, declares));
}

function actions(seen: MeetingFor, opId: () => string, declares: boolean): Action[] {
  const { meeting } = seen;
  const ids = { pairId: meeting.pairId, meetingId: meeting.id };
  const acts = seen.can.flatMap(act => action(act, seen, ids, opId, declares));
  const gone = seen.stage === 'cancelled' || seen.stage === 'not now';
  if (gone && isSession(meeting)) {
    const again = { pairId: meeting.pairId, minutes: minutesOf(meeting) };
    const isForGood = meeting.left || (seen.stage === 'cancelled' && !meeting.cancelledBy);
    return isForGood ? [] : [pressOnly(sessionWording.bookAnother, 'session-times', again)];
  }
  if (!gone || seen.iAm !== 'mentee') return acts.slice(0, 6);
  return [
    ...(seen.stage === 'cancelled' && !meeting.left
      ? [pressOnly(wording.bookAgain, 'choose-time', { profileId: meeting.mentor.profileId })]
      : []),
    ...(meeting.suggested ?? []).map(({ profileId, name }) =>
      pressOnly(wording.askColleague(name), 'choose-time', { profileId }),
    ),
    pressOnly(wording.otherMentors, 'more', {}),
  ];
}

type Ids = { readonly pairId: string; readonly meetingId: string };

function action(
  act: MeetingAct,
  seen: MeetingFor,
  ids: Ids,
  opId: () => string,
  declares: boolean,
): Action[] {
  const { meeting, iOrganise } = seen;
  const seenAt = meeting.interval ? { seenAt: meeting.interval.start } : {};
  switch (act) {
    case 'accept':
      return [press(wording.accept, 'accept', { ...ids, ...seenAt, declares, opId: opId() }, 'positive')];
    case 'pick a time':
      if (iOrganise) return [press(wording.chooseAnother, 'move', ids, 'positive')];
      return (meeting.proposed ?? []).map(time =>
        press(sayWhen(time, zone), 'accept', { ...ids, declares, picked: time.start, opId: opId() }),
      );
    case 'move':
      return iOrganise
        ? [pressOnly(wording.move, 'move', ids)]
        : [pressOnly(wording.anotherTime, 'another-time', { ...ids, opId: opId() })];
    case 'not now':
      return [pressOnly(wording.notNow, 'not-now', { ...ids, opId: opId() })];
    case 'cancel':
      return [pressOnly(wording.cancel, 'cancel', { ...ids, opId: opId() })];
  }
}
