import { sayShortWhen } from '../../mentoring/availability/say-time.ts';
import type { Slot } from '../../mentoring/availability/slots.ts';
import { blindAnswers, blindReasons } from '../../mentoring/chemistry/blind-answer.ts';
import type { AfterMeetingFor, MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import { zone } from '../../mentoring/zone.ts';
import { afterWording } from './after-wording.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  type Link,
  line,
  opens,
  press,
  pressOnly,
} from './card.ts';
import { contractWords } from './contract-words.ts';
import { wording } from './wording.ts';

export type SeenAfter = MeetingFor & { readonly after: AfterMeetingFor };

export type AfterCard = {
  readonly seen: SeenAfter;
  /** One for each press that the card may carry. */
  readonly opId: () => string;
  /** For the first session of two who go on. */
  readonly slots?: readonly Slot[];
  readonly because?: string;
  /** The way to a place in the tab. */
  readonly placeLink: (place: string) => string;
};

/** Whether the two go on: the question with one's own answer, or what has been released. The same card tells every later state. */
export function afterCard(asked: AfterCard): Card {
  const { seen, because } = asked;
  const said = because === undefined ? [] : [line(because)];
  const { body, actions } = seen.after.stands === 'asked' ? toAnswer(asked, seen.after) : toKnow(asked);
  return card(wording.meetingTitle(seen), [...said, ...body], actions);
}

export function isAfter(seen: MeetingFor): seen is SeenAfter {
  return seen.after !== undefined;
}

type Parts = { readonly body: readonly Element[]; readonly actions: readonly (Action | Link)[] };

function toAnswer({ seen, opId }: AfterCard, { mine, until }: AfterMeetingFor & { stands: 'asked' }): Parts {
  const { meeting, other } = seen;
  const data = () => ({ pairId: meeting.pairId, meetingId: meeting.id, opId: opId() });
  const asksWhy = mine === 'not for me';
  const answers = blindAnswers
    .filter(answer => answer !== mine)
    .map(answer => pressOnly(afterWording.answers[answer], 'after-meeting', { ...data(), answer }));
  return {
    body: [
      line(mine ? afterWording.said[mine] : afterWording.met(seen)),
      line(afterWording.inPrivate(other.name), { isSubtle: true, spacing: 'Small' }),
      line(afterWording.released(until), { isSubtle: true, spacing: 'Small' }),
      ...(asksWhy ? [reasons()] : []),
    ],
    actions: [
      ...(asksWhy
        ? [press(afterWording.giveReason, 'after-meeting', { ...data(), answer: 'not for me' })]
        : []),
      ...answers,
    ],
  };
}

function reasons(): Element {
  return {
    type: 'Input.ChoiceSet',
    id: 'reason',
    label: afterWording.reasonLabel,
    placeholder: afterWording.reasonPlaceholder,
    style: 'compact',
    isRequired: false,
    errorMessage: afterWording.reasonError,
    choices: blindReasons.map(value => ({ title: afterWording.reasons[value], value })),
  };
}

function toKnow({ seen, opId, placeLink, slots = [] }: AfterCard): Parts {
  const { meeting, other, iAm, after } = seen;
  const { pairId } = meeting;
  switch (after.stands) {
    case 'going on': {
      const contract = opens(contractWords.open, placeLink(`contract/${pairId}`));
      if (after.hasEnded) return { body: [line(afterWording.ended(other.name))], actions: [contract] };
      return {
        body: [
          line(afterWording.goingOn(other.name)),
          line(afterWording.next, { spacing: 'Small' }),
          ...(slots.length > 0 ? [line(afterWording.firstSession, { spacing: 'Medium' })] : []),
        ],
        actions: [
          ...slots.map(slot =>
            pressOnly(sayShortWhen(slot, zone), 'book-session', { pairId, start: slot.start, opId: opId() }),
          ),
          pressOnly(
            slots.length > 0 ? afterWording.otherTimes : afterWording.chooseSession,
            'session-times',
            {
              pairId,
            },
          ),
          contract,
        ],
      };
    }
    case 'another meeting': {
      const until = after.placeKeptUntil;
      const kept = until === undefined ? [] : [line(afterWording.placeKept(until), { isSubtle: true })];
      const { profileId } = meeting.mentor;
      const isMentee = iAm === 'mentee';
      return {
        body: [
          line(afterWording.another(other.name)),
          ...(isMentee ? kept : [line(afterWording.chooses(other.name), { spacing: 'Small' }), ...kept]),
        ],
        actions: isMentee ? [press(afterWording.chooseTime, 'choose-time', { profileId }, 'positive')] : [],
      };
    }
    default:
      return {
        body: [
          line(afterWording.notGoingAhead),
          ...(iAm === 'mentee'
            ? [line(afterWording.otherMentors, { isSubtle: true, spacing: 'Small' })]
            : []),
        ],
        actions: iAm === 'mentee' ? [pressOnly(wording.otherMentors, 'more', {})] : [],
      };
  }
}
