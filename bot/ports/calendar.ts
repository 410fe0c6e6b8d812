import type { Interval } from '../mentoring/availability/interval.ts';
import type { ActingFor } from './sign-in.ts';

/** Weekly pattern in one IANA zone: minutes from midnight, wall time. */
export type WorkingHours = {
  readonly days: readonly string[];
  readonly startMinute: number;
  readonly endMinute: number;
  readonly timeZone: string;
};

/** `hidden`: the calendar cannot be seen (no mailbox, on-premises, other tenant, any error). Never taken for free. */
export type Schedule =
  | { readonly seen: true; readonly busy: readonly Interval[]; readonly workingHours?: WorkingHours }
  | { readonly seen: false; readonly why: string };

export type NewEvent = {
  /** Made before the call, so that a retry never makes a second event. */
  readonly transactionId: string;
  readonly subject: string;
  readonly interval: Interval;
  readonly attendee: { readonly address: string; readonly name: string };
  /** One link back to the product. */
  readonly link: string;
  /** Present: in person, no Teams link. */
  readonly place?: string;
};

/** A person's copy of an event. `joinUrl` is absent when Teams gave none. Ids are immutable ids of that mailbox. */
export type CalendarEvent = {
  readonly id: string;
  readonly iCalUId: string;
  readonly interval: Interval;
  readonly transactionId?: string;
  readonly joinUrl?: string;
  readonly isOnlineMeeting: boolean;
  readonly isOrganiser: boolean;
  readonly isCancelled: boolean;
  /** Counts as occupied: busy, tentative, out of office; not free or working elsewhere. */
  readonly blocks: boolean;
  readonly attendeeResponse?: 'none' | 'accepted' | 'declined' | 'tentative';
};

/**
 * Outlook, in mentoring words. Throws CalendarUnavailable when the outside world is broken or asks to wait,
 * SignInRequired when the person must sign in. Never retries longer than a bot turn can wait.
 */
export type Calendar = {
  /** Free/busy of up to 20 addresses in one call (getSchedule), window under 62 days. Keys are lower-case addresses; each asked address has an entry. */
  schedules(
    as: ActingFor,
    addresses: readonly string[],
    window: Interval,
  ): Promise<ReadonlyMap<string, Schedule>>;
  create(as: ActingFor, event: NewEvent): Promise<CalendarEvent>;
  /** Every page of one person's own calendar between two instants, recurrences expanded. */
  view(as: ActingFor, window: Interval): Promise<readonly CalendarEvent[]>;
  /** `gone` when there is nothing left to move. */
  move(as: ActingFor, eventId: string, interval: Interval): Promise<CalendarEvent | 'gone'>;
  /** Organiser only. `gone` when there is nothing left to cancel. */
  cancel(as: ActingFor, eventId: string): Promise<'cancelled' | 'gone'>;
  /** Attendee only, by the copy in their own mailbox, found by iCalUId around the interval. `gone` when they hold no copy. */
  respond(
    as: ActingFor,
    event: { readonly iCalUId: string; readonly interval: Interval },
    answer: 'accept' | 'decline',
  ): Promise<'sent' | 'gone'>;
};

/** `retryAfterMs` when the service said how long to wait. `effectUnknown`: the change may or may not have been made. */
export class CalendarUnavailable extends Error {
  readonly retryAfterMs: number | undefined;
  readonly effectUnknown: boolean;
  constructor(
    message: string,
    details: { readonly retryAfterMs?: number; readonly effectUnknown?: boolean },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.retryAfterMs = details.retryAfterMs;
    this.effectUnknown = details.effectUnknown ?? false;
  }
}
