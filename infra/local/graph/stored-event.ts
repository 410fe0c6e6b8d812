import type { Recurrence } from './recurrence.ts';

export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';
export type Answer = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

/** `at` in epoch milliseconds; absent: never answered. */
export type Response = { readonly response: Answer; readonly at?: number };

export type Attendee = {
  readonly address: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly status: Response;
  /** Instants; `zone` as the proposer gave it. */
  readonly proposed?: { readonly start: number; readonly end: number; readonly zone: string };
};

/** What the organiser says and every copy shows. Instants in epoch milliseconds; zones are named as they were given. */
export type EventContent = {
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly start: number;
  readonly end: number;
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly showAs: ShowAs;
  readonly sensitivity: Sensitivity;
  readonly importance: 'low' | 'normal' | 'high';
  readonly place?: string;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  readonly reminderMinutes: number;
  readonly allowNewTimeProposals: boolean;
  readonly responseRequested: boolean;
  readonly hideAttendees: boolean;
};

/** One time of a series that differs: moved or called off. Keyed by the day on which it would have been. */
export type Exception =
  | { readonly cancelled: true }
  | ({ readonly cancelled: false } & Partial<EventContent>);

/** One person's copy of an event. Copies of one meeting share `iCalUId` and nothing else that identifies them. */
export type StoredEvent = EventContent & {
  readonly id: string;
  /** Object id of the mailbox's owner. */
  readonly owner: string;
  readonly iCalUId: string;
  readonly changeKey: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly transactionId?: string;
  readonly attendees: readonly Attendee[];
  readonly organiser: { readonly name: string; readonly address: string };
  readonly isOrganiser: boolean;
  readonly response: Response;
  readonly isCancelled: boolean;
  readonly joinUrl?: string;
  readonly recurrence?: Recurrence;
  readonly exceptions: Readonly<Record<string, Exception>>;
};

/** An event as it stands on one day: the event itself, or one time of a series. */
export type Occurrence = {
  readonly event: StoredEvent;
  readonly content: EventContent;
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  /** Of an occurrence: the day on which the series puts it. */
  readonly on?: string;
};
