import { z } from 'zod';
import type { Interval } from '../../mentoring/availability/interval.ts';
import {
  type Calendar,
  type CalendarEvent,
  CalendarUnavailable,
  type Schedule,
} from '../../ports/calendar.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import type { GraphAnswer } from './graph-answer.ts';
import { callBudgetMs, type GraphClient } from './graph-client.ts';
import { eventFields, eventOf, newEventBody, timesBody } from './graph-event.ts';
import { scheduleAddress, scheduleOf, viewMinutes, whyHidden } from './graph-schedule.ts';

const dayMs = 24 * 60 * 60_000;
const lookUpMs = 2_500;
const pageSize = 100;
const collection = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

export function graphCalendar(client: GraphClient): Calendar {
  async function schedules(as: ActingFor, addresses: readonly string[], window: Interval) {
    const asked = [...new Set(addresses.map(address => address.toLowerCase()))];
    if (asked.length > 20) throw new RangeError('At most 20 schedules at once');
    if (window.end - window.start >= 62 * dayMs) throw new RangeError('At most 62 days of schedules');
    const answer = await client.call(as, {
      does: 'look at calendars',
      method: 'POST',
      path: '/me/calendar/getSchedule',
      body: {
        schedules: asked,
        startTime: inUtc(window.start),
        endTime: inUtc(window.end),
        availabilityViewInterval: viewMinutes,
      },
      of: 'mailbox',
      repeatable: true,
    });
    const isHidden = answer.status === 403 || answer.status === 404;
    if (answer.status !== 200 && !isHidden) throw refused('look at calendars', answer);
    const why = isHidden ? whyHidden(answer.code ?? '') : 'not answered';
    const entries = collection.safeParse(answer.body).data?.value ?? [];
    const told = new Map(entries.map(entry => [scheduleAddress(entry), scheduleOf(entry, window)]));
    const hidden: Schedule = { seen: false, why };
    return new Map(asked.map(address => [address, told.get(address) ?? hidden]));
  }

  async function view(as: ActingFor, window: Interval, budgetMs = callBudgetMs) {
    const ends = performance.now() + budgetMs;
    const query = new URLSearchParams({
      startDateTime: new Date(window.start).toISOString(),
      endDateTime: new Date(window.end).toISOString(),
      $top: String(pageSize),
      $select: eventFields,
    });
    const events: CalendarEvent[] = [];
    for (let path: string | undefined = `/me/calendarView?${query}`; path; ) {
      const page = await readPage(as, path, ends - performance.now());
      events.push(...page.events);
      path = page.next;
    }
    return events;
  }

  async function readPage(as: ActingFor, path: string, budgetMs: number) {
    const does = 'read a calendar';
    if (budgetMs <= 0) throw new CalendarUnavailable(`Graph could not ${does}: it took too long`, {});
    const answer = await client.call(as, {
      does,
      method: 'GET',
      path,
      of: 'mailbox',
      repeatable: true,
      budgetMs,
    });
    const page = collection.safeParse(answer.body);
    if (answer.status !== 200 || !page.success) throw refused(does, answer);
    const next = page.data['@odata.nextLink'];
    const events = page.data.value.map(each => readEvent(each, refused(does, answer)));
    return { events, next: next === undefined ? undefined : client.pathOf(next) };
  }

  async function create(as: ActingFor, event: Parameters<Calendar['create']>[1]) {
    const does = 'create an event';
    let lost: CalendarUnavailable;
    try {
      const answer = await client.call(as, {
        does,
        method: 'POST',
        path: '/me/events',
        body: newEventBody(event),
        of: 'mailbox',
        writes: true,
        repeatable: true,
        budgetMs: callBudgetMs - lookUpMs,
      });
      const made = answer.status < 300 ? eventOf(answer.body) : undefined;
      if (made) return event.place || made.isOnlineMeeting ? made : await readAgain(as, made);
      lost = refused(does, answer, answer.status < 300 || answer.status === 409);
    } catch (cause) {
      if (!(cause instanceof CalendarUnavailable)) throw cause;
      lost = cause;
    }
    if (!lost.effectUnknown) throw lost;
    const found = await lookUp(as, event.interval, each => each.transactionId === event.transactionId, lost);
    if (found) return found;
    throw lost;
  }

  /** Looks once more after an answer was lost; a failure to look leaves it as it was. */
  async function lookUp(
    as: ActingFor,
    interval: Interval,
    isIt: (event: CalendarEvent) => boolean,
    lost: CalendarUnavailable,
  ) {
    try {
      return (await view(as, interval, lookUpMs)).find(isIt);
    } catch (cause) {
      if (cause instanceof CalendarUnavailable) throw lost;
      throw cause;
    }
  }

  /** Teams can be a moment late, or not allowed for the calendar: https://learn.microsoft.com/graph/api/resources/calendar */
  async function readAgain(as: ActingFor, made: CalendarEvent): Promise<CalendarEvent> {
    try {
      const answer = await client.call(as, {
        does: 'read an event',
        method: 'GET',
        path: `${eventPath(made.id)}?$select=${eventFields}`,
        of: 'mailbox',
        repeatable: true,
        budgetMs: lookUpMs,
      });
      return eventOf(answer.body) ?? made;
    } catch {
      return made;
    }
  }

  async function act(as: ActingFor, eventId: string, does: string, verb: string, body: object) {
    const answer = await client.call(as, {
      does,
      method: 'POST',
      path: `${eventPath(eventId)}/${verb}`,
      body,
      of: 'mailbox',
      writes: true,
      repeatable: true,
    });
    if (answer.status < 300) return true;
    if (isGone(answer)) return false;
    throw refused(does, answer);
  }

  return {
    schedules,
    create,
    view: (as, window) => view(as, window),

    async move(as, eventId, interval) {
      const does = 'move an event';
      const answer = await client.call(as, {
        does,
        method: 'PATCH',
        path: eventPath(eventId),
        body: timesBody(interval),
        of: 'mailbox',
        writes: true,
        repeatable: true,
      });
      if (isGone(answer)) return 'gone';
      if (answer.status !== 200) throw refused(does, answer);
      return readEvent(answer.body, refused(does, answer, true));
    },

    async cancel(as, eventId) {
      return (await act(as, eventId, 'cancel an event', 'cancel', {})) ? 'cancelled' : 'gone';
    },

    async respond(as, { iCalUId, interval }, answer) {
      const around = { start: interval.start - dayMs, end: interval.end + dayMs };
      const copy = (await view(as, around, callBudgetMs / 2)).find(each => each.iCalUId === iCalUId);
      if (!copy) return 'gone';
      return (await act(as, copy.id, 'answer an invitation', answer, { sendResponse: true }))
        ? 'sent'
        : 'gone';
    },
  };
}

function isGone({ status, code }: GraphAnswer): boolean {
  return status === 404 && code !== 'MailboxNotEnabledForRESTAPI';
}

function eventPath(eventId: string): string {
  return `/me/events/${encodeURIComponent(eventId)}`;
}

/** Not "GMT Standard Time": an hour of October would have two meanings. */
function inUtc(instant: number): object {
  return { dateTime: new Date(instant).toISOString().slice(0, -1), timeZone: 'UTC' };
}

function readEvent(body: unknown, unreadable: CalendarUnavailable): CalendarEvent {
  const event = eventOf(body);
  if (!event) throw unreadable;
  return event;
}

function refused(does: string, answer: GraphAnswer, effectUnknown = false): CalendarUnavailable {
  const code = answer.code ? ` (${answer.code})` : '';
  return new CalendarUnavailable(`Graph could not ${does}: the answer was ${answer.status}${code}`, {
    effectUnknown,
  });
}
