import type { LocalPerson } from '../people/local-person.ts';
import { GraphError, notBuilt } from './graph-error.ts';
import { newChangeKey, occurrenceOn } from './mailboxes.ts';
import { deliver } from './meeting-flow.ts';
import type { Answer, Attendee, EventContent, Exception, StoredEvent } from './stored-event.ts';
import type { World } from './world.ts';

export type GivenAnswer = {
  readonly answer: Extract<Answer, 'accepted' | 'tentativelyAccepted' | 'declined'>;
  readonly tellsOrganiser: boolean;
  readonly proposed?: NonNullable<Attendee['proposed']>;
};

/** An attendee answers by their own copy. Declining takes the copy out of their calendar, as in Outlook. */
export function answerInvitation(
  world: World,
  person: LocalPerson,
  copy: StoredEvent,
  given: GivenAnswer,
): void {
  if (copy.isOrganiser) {
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      'Your request can\u2019t be completed. You are the organizer.',
    );
  }
  if (given.proposed !== undefined && !copy.allowNewTimeProposals) {
    throw new GraphError(400, 'ErrorInvalidRequest', 'The organizer hasn\u2019t allowed new time proposals.');
  }
  const at = world.clock.now();
  const organised = world.mailboxes.copies(copy.iCalUId).find(one => one.isOrganiser);
  const answered = { response: given.answer, at };
  if (given.answer === 'declined') world.mailboxes.remove(copy);
  else {
    const showAs = given.answer === 'accepted' ? (organised?.showAs ?? 'busy') : 'tentative';
    world.mailboxes.put({ ...copy, response: answered, showAs, changeKey: newChangeKey(), changedAt: at });
  }
  if (organised === undefined || !given.tellsOrganiser) return;
  const attendees = organised.attendees.map(({ proposed: _before, ...attendee }) =>
    attendee.address === person.email
      ? { ...attendee, status: answered, ...(given.proposed ? { proposed: given.proposed } : {}) }
      : attendee,
  );
  world.mailboxes.put({ ...organised, attendees, changeKey: newChangeKey(), changedAt: at });
}

/** The organiser calls the meeting off: every copy leaves its calendar. */
export function cancelEvent(world: World, event: StoredEvent, on?: string): void {
  if (!event.isOrganiser) {
    throw new GraphError(400, 'ErrorInvalidRequest', 'You need to be an organizer to cancel a meeting.');
  }
  removeEvent(world, event, on);
}

/** The organiser's removal calls the meeting off; an attendee's removes their own copy and tells nobody. */
export function removeEvent(world: World, event: StoredEvent, on?: string): void {
  if (on !== undefined) {
    changeOccurrence(world, event, on, { cancelled: true });
    return;
  }
  const gone = event.isOrganiser ? world.mailboxes.copies(event.iCalUId) : [event];
  for (const copy of gone) world.mailboxes.remove(copy);
}

/** One time of a series is moved or called off. It may not pass its neighbours. */
export function changeOccurrence(world: World, event: StoredEvent, on: string, exception: Exception): void {
  if (!event.isOrganiser) throw notBuilt('a change by an attendee to one time of a series');
  if (!exception.cancelled) mustStayBetweenNeighbours(event, on, exception);
  const before = event.exceptions[on];
  const kept = before !== undefined && !before.cancelled && !exception.cancelled ? before : {};
  const changed = {
    ...event,
    exceptions: { ...event.exceptions, [on]: { ...kept, ...exception } },
    changeKey: newChangeKey(),
    changedAt: world.clock.now(),
  };
  world.mailboxes.put(changed);
  deliver(world, changed, false);
}

/** https://learn.microsoft.com/graph/api/event-update: an exception onto or over a neighbouring day is refused. */
function mustStayBetweenNeighbours(event: StoredEvent, on: string, change: Partial<EventContent>): void {
  const days = [-1, 1].map(step => neighbour(event, on, step));
  const [before, after] = days;
  const start = change.start ?? Number.NaN;
  const day = (instant: number) => Math.floor(instant / 86_400_000);
  const crosses =
    (before !== undefined && day(start) <= day(before)) || (after !== undefined && day(start) >= day(after));
  if (crosses) {
    const message = 'Cannot move an occurrence onto or over the day of another occurrence of its series.';
    throw new GraphError(400, 'ErrorOccurrenceCrossingBoundary', message);
  }
}

function neighbour(event: StoredEvent, on: string, step: number): number | undefined {
  for (let away = 1; away <= 400; away++) {
    const day = new Date(Date.parse(`${on}T00:00:00Z`) + step * away * 86_400_000).toISOString().slice(0, 10);
    const found = occurrenceOn(event, day);
    if (found !== undefined) return found.content.start;
  }
  return undefined;
}
