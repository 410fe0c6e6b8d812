import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import type { MentorProfile } from '../../mentoring/people/mentor-profile.ts';
import { type Card, card, type Element, line, press, pressOnly } from './card.ts';
import { findingWording } from './finding-wording.ts';
import { wording } from './wording.ts';

/** Said no, no reason asked; may name up to two others from the register. */
export function notNowCard(seen: MeetingFor, colleagues: readonly MentorProfile[], opId: string): Card {
  const { meeting, other } = seen;
  const ids = { pairId: meeting.pairId, meetingId: meeting.id };
  const never = pressOnly(findingWording.neverAsk, 'never-ask-again', ids);
  if (colleagues.length === 0) return card(wording.meetingTitle(seen), [line(wording.stage(seen))], [never]);
  const choices = colleagues.map(({ id, name, jobTitle }) => ({ title: `${name}, ${jobTitle}`, value: id }));
  const choice = (id: string, label: string): Element => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    isRequired: false,
    errorMessage: wording.suggestError,
    choices,
  });
  return card(
    wording.meetingTitle(seen),
    [
      line(wording.stage(seen)),
      line(wording.suggestTitle, { weight: 'Bolder', spacing: 'Medium' }),
      line(wording.suggestLine(other.name), { isSubtle: true }),
      choice('first', wording.suggestFirst),
      choice('second', wording.suggestSecond),
    ],
    [press(wording.suggest, 'suggest', { ...ids, opId }), never],
  );
}
