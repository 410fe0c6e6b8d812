import { createHash, randomUUID } from 'node:crypto';
import type { LocalPerson } from '../people/local-person.ts';
import type { EventBody } from './event-body.ts';
import { GraphError } from './graph-error.ts';
import { newChangeKey, newICalUId, newItemId } from './mailboxes.ts';
import type { Attendee, EventContent, StoredEvent } from './stored-event.ts';
import type { World } from './world.ts';

const usual: Omit<EventContent, 'start' | 'end' | 'startZone' | 'endZone'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  categories: [],
  isReminderOn: true,
  reminderMinutes: 15,
  allowNewTimeProposals: true,
  responseRequested: true,
  hideAttendees: false,
};

/** Puts the event into the organiser's calendar and an invitation into each attendee's. */
export function createEvent(world: World, organiser: LocalPerson, asked: EventBody): StoredEvent {
  const { start, end, startZone, endZone } = asked.content;
  if (start === undefined || end === undefined || startZone === undefined || endZone === undefined) {
    throw invalid();
  }
  const at = world.clock.now();
  const isOnline = asked.isOnlineMeeting === true && organiser.onlineMeetings;
  const joinUrl = isOnline ? newJoinUrl(organiser) : undefined;
  const content: EventContent = { ...usual, ...asked.content, start, end, startZone, endZone };
  const event: StoredEvent = {
    ...content,
    body: joinUrl === undefined ? content.body : withTeams(content.body, joinUrl),
    id: newItemId(),
    owner: organiser.id,
    iCalUId: newICalUId(),
    changeKey: newChangeKey(),
    createdAt: at,
    changedAt: at,
    ...(asked.transactionId === undefined ? {} : { transactionId: asked.transactionId }),
    attendees: (asked.attendees ?? []).map(one => ({ ...one, status: { response: 'none' } })),
    organiser: { name: organiser.name, address: organiser.email },
    isOrganiser: true,
    response: { response: 'organizer' },
    isCancelled: false,
    ...(joinUrl === undefined ? {} : { joinUrl }),
    ...(asked.recurrence ? { recurrence: asked.recurrence } : {}),
    exceptions: {},
  };
  mustEndAfterStart(event);
  world.mailboxes.put(event);
  deliver(world, event, true);
  return event;
}

/**
 * The organiser's change reaches every copy; a new time asks everyone again. An attendee changes their own copy only.
 * A body written without the Teams link ends the online meeting, as in Outlook.
 */
export function updateEvent(world: World, event: StoredEvent, asked: EventBody): StoredEvent {
  const { recurrence, ...kept } = event;
  const { joinUrl, ...unlinked } = kept;
  const owner = world.owner(event.owner);
  const body = asked.content.body ?? event.body;
  const wantsLink = asked.isOnlineMeeting ?? joinUrl !== undefined;
  const keepsLink = wantsLink && (joinUrl === undefined || body.content.includes(joinUrl));
  const link = keepsLink && owner?.onlineMeetings ? (joinUrl ?? newJoinUrl(owner)) : undefined;
  const series = asked.recurrence === undefined ? recurrence : (asked.recurrence ?? undefined);
  const moved =
    (asked.content.start ?? event.start) !== event.start || (asked.content.end ?? event.end) !== event.end;
  const changed: StoredEvent = {
    ...unlinked,
    ...asked.content,
    body: link !== undefined && joinUrl === undefined ? withTeams(body, link) : body,
    ...(link === undefined ? {} : { joinUrl: link }),
    ...(series === undefined ? {} : { recurrence: series }),
    ...(moved ? { exceptions: {} } : {}),
    attendees: asked.attendees === undefined ? event.attendees : invited(event.attendees, asked.attendees),
    changeKey: newChangeKey(),
    changedAt: world.clock.now(),
  };
  mustEndAfterStart(changed);
  const saved =
    event.isOrganiser && moved ? { ...changed, attendees: askedAgain(changed.attendees) } : changed;
  world.mailboxes.put(saved);
  if (saved.isOrganiser) deliver(world, saved, moved);
  return saved;
}

/** Brings every attendee's copy to what the organiser says; `asksAgain` makes it an invitation to be answered. */
export function deliver(world: World, event: StoredEvent, asksAgain: boolean): void {
  const copies = world.mailboxes.copies(event.iCalUId).filter(copy => !copy.isOrganiser);
  const wanted = new Set<string>();
  for (const attendee of event.attendees) {
    const person = world.byAddress(attendee.address);
    if (person === undefined || person.mailbox === 'none' || person.id === event.owner) continue;
    wanted.add(person.id);
    const copy = copies.find(one => one.owner === person.id);
    if (copy === undefined && !asksAgain && attendee.status.response === 'declined') continue;
    const keepsAnswer = copy !== undefined && !asksAgain;
    const { transactionId: _ours, ...shown } = event;
    world.mailboxes.put({
      ...shown,
      id: copy?.id ?? newItemId(),
      owner: person.id,
      changeKey: newChangeKey(),
      createdAt: copy?.createdAt ?? world.clock.now(),
      changedAt: world.clock.now(),
      isOrganiser: false,
      response: keepsAnswer ? copy.response : { response: 'notResponded' },
      showAs: keepsAnswer ? copy.showAs : event.showAs === 'free' ? 'free' : 'tentative',
      isReminderOn: copy?.isReminderOn ?? event.isReminderOn,
      categories: copy?.categories ?? [],
    });
  }
  for (const copy of copies) if (!wanted.has(copy.owner)) world.mailboxes.remove(copy);
}

function invited(before: readonly Attendee[], asked: NonNullable<EventBody['attendees']>): Attendee[] {
  return asked.map(one => {
    const known = before.find(attendee => attendee.address === one.address);
    return { ...one, status: known?.status ?? { response: 'none' } };
  });
}

function askedAgain(attendees: readonly Attendee[]): Attendee[] {
  return attendees.map(({ proposed: _settled, ...one }) => ({ ...one, status: { response: 'none' } }));
}

function mustEndAfterStart(event: EventContent): void {
  if (event.end < event.start) throw invalid();
}

function invalid(): GraphError {
  return new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
}

function newJoinUrl(organiser: LocalPerson): string {
  const thread = createHash('sha256').update(randomUUID()).digest('base64url');
  const context = encodeURIComponent(JSON.stringify({ Tid: organiser.tenantId, Oid: organiser.id }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

function withTeams(body: EventContent['body'], joinUrl: string): EventContent['body'] {
  const own = body.contentType === 'html' ? body.content : `<p>${escaped(body.content)}</p>`;
  const link = `<a href="${joinUrl}">Join the meeting now</a>`;
  return {
    contentType: 'html',
    content: `${own}<div class="me-email-text">Microsoft Teams meeting ${link}</div>`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
