import { z } from 'zod';
import { may } from './caller.ts';
import { eventBody, instant } from './event-body.ts';
import { eventJson, parseItemId } from './event-json.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphError, itemNotFound, notBuilt } from './graph-error.ts';
import { occurrenceOn, occurrencesBetween } from './mailboxes.ts';
import {
  answerInvitation,
  cancelEvent,
  changeOccurrence,
  type GivenAnswer,
  removeEvent,
} from './meeting-answer.ts';
import { createEvent, updateEvent } from './meeting-flow.ts';
import { page, selected } from './paging.ts';
import type { Occurrence, StoredEvent } from './stored-event.ts';

/** What a repeated transactionId is answered; Microsoft documents neither. */
export type DuplicateTransaction = 'same event' | 'conflict';

const context = 'Collection(microsoft.graph.event)';

function json(call: GraphCall, one: Occurrence): Record<string, unknown> {
  return eventJson(one, call.prefer, !may(call.caller, 'calendarBody'));
}

function single(call: GraphCall, status: number, one: Occurrence): GraphAnswer {
  const body = selected(json(call, one), call.request.query.get('$select'));
  return {
    status,
    body: { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}/$entity`, ...body },
  };
}

function whole(event: StoredEvent): Occurrence {
  return { event, content: event, type: event.recurrence === undefined ? 'singleInstance' : 'seriesMaster' };
}

function found(call: GraphCall, id: string): { event: StoredEvent; on?: string; shown: Occurrence } {
  const key = parseItemId(id);
  const event = key && call.world.mailboxes.find(call.caller.person.id, key.id);
  if (key === undefined || event === undefined) throw itemNotFound();
  if (key.on === undefined) return { event, shown: whole(event) };
  const shown = occurrenceOn(event, key.on);
  if (shown === undefined) throw itemNotFound();
  return { event, on: key.on, shown };
}

export function postEvent(call: GraphCall, duplicate: DuplicateTransaction): GraphAnswer {
  const asked = eventBody(call.request.body, 'create');
  const owner = call.caller.person;
  const known = call.world.mailboxes
    .of(owner.id)
    .find(event => asked.transactionId !== undefined && event.transactionId === asked.transactionId);
  if (known !== undefined && duplicate === 'conflict') {
    throw new GraphError(
      409,
      'ErrorDuplicateTransactionId',
      'An event with this transactionId exists already.',
    );
  }
  return single(call, 201, whole(known ?? createEvent(call.world, owner, asked)));
}

export function getEvent(call: GraphCall, id: string): GraphAnswer {
  return single(call, 200, found(call, id).shown);
}

export function patchEvent(call: GraphCall, id: string): GraphAnswer {
  const { event, on } = found(call, id);
  const match = call.request.headers['if-match'];
  if (match !== undefined && match !== '*' && match !== `W/"${event.changeKey}"`) {
    throw new GraphError(412, 'ErrorIrresolvableConflict', 'The item was changed since it was read.');
  }
  const asked = eventBody(call.request.body, 'update');
  if (on === undefined) return single(call, 200, whole(updateEvent(call.world, event, asked)));
  if (asked.attendees !== undefined || asked.recurrence !== undefined) {
    throw notBuilt('other attendees or another pattern for one time of a series');
  }
  changeOccurrence(call.world, event, on, { cancelled: false, ...asked.content });
  return single(call, 200, found(call, id).shown);
}

export function deleteEvent(call: GraphCall, id: string): GraphAnswer {
  const { event, on } = found(call, id);
  removeEvent(call.world, event, on);
  return { status: 204 };
}

export function postCancel(call: GraphCall, id: string): GraphAnswer {
  const { event, on } = found(call, id);
  cancelEvent(call.world, event, on);
  return { status: 202 };
}

const time = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const answerBody = z.object({
  sendresponse: z.boolean().nullish(),
  comment: z.string().nullish(),
  proposednewtime: z.object({ start: time, end: time }).nullish(),
});

export function postAnswer(call: GraphCall, id: string, answer: GivenAnswer['answer']): GraphAnswer {
  const { event, on } = found(call, id);
  if (on !== undefined) throw notBuilt('an answer to one time of a series');
  const sent = typeof call.request.body === 'object' ? (call.request.body ?? {}) : {};
  const given = answerBody.safeParse(
    Object.fromEntries(Object.entries(sent).map(([key, value]) => [key.toLowerCase(), value])),
  );
  if (!given.success) throw new GraphError(400, 'RequestBodyRead', 'The request body was not read.');
  const proposed = given.data.proposednewtime;
  if (proposed != null && answer === 'accepted') {
    throw new GraphError(400, 'ErrorInvalidRequest', 'An acceptance proposes no new time.');
  }
  const tellsOrganiser = given.data.sendresponse ?? true;
  const times = proposed && { start: instant(proposed.start), end: instant(proposed.end) };
  answerInvitation(call.world, call.caller.person, event, {
    answer,
    tellsOrganiser,
    ...(times ? { proposed: { start: times.start.at, end: times.end.at, zone: times.start.zone } } : {}),
  });
  return { status: 202 };
}

export function listEvents(call: GraphCall): GraphAnswer {
  const events = call.world.mailboxes.of(call.caller.person.id).toSorted((a, b) => b.createdAt - a.createdAt);
  return {
    status: 200,
    body: page(
      call,
      context,
      events.map(event => json(call, whole(event))),
    ),
  };
}

export function calendarView(call: GraphCall): GraphAnswer {
  const { from, to } = range(call);
  const events = call.world.mailboxes.of(call.caller.person.id);
  return listing(
    call,
    events.flatMap(event => occurrencesBetween(event, from, to)),
  );
}

export function listInstances(call: GraphCall, id: string): GraphAnswer {
  const { event } = found(call, id);
  const { from, to } = range(call);
  if (event.recurrence === undefined)
    throw new GraphError(400, 'ErrorInvalidRequest', 'The event is no series.');
  return listing(call, occurrencesBetween(event, from, to));
}

function listing(call: GraphCall, all: readonly Occurrence[]): GraphAnswer {
  const sorted = all.toSorted(
    (a, b) => a.content.start - b.content.start || (a.event.id < b.event.id ? -1 : 1),
  );
  return {
    status: 200,
    body: page(
      call,
      context,
      sorted.map(one => json(call, one)),
    ),
  };
}

/** The range is read in its own offset, else UTC; Prefer does not touch it. */
function range(call: GraphCall): { from: number; to: number } {
  const [start, end] = ['startDateTime', 'endDateTime'].map(name => call.request.query.get(name));
  if (start == null || end == null) {
    throw new GraphError(400, 'ErrorInvalidParameter', 'startDateTime and endDateTime are required.');
  }
  const [from, to] = [start, end].map(text => instant({ dateTime: text.replace(' ', '+') }).at);
  if (from === undefined || to === undefined || to < from) {
    throw new GraphError(400, 'ErrorInvalidParameter', 'endDateTime must be after startDateTime.');
  }
  return { from, to };
}
