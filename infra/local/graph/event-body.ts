import { z } from 'zod';
import { workDays } from '../people/local-person.ts';
import { GraphError } from './graph-error.ts';
import { unknownZone } from './prefer.ts';
import type { Recurrence } from './recurrence.ts';
import type { EventContent } from './stored-event.ts';
import { dayNumber, ianaZone, instantOf, weekday } from './zones.ts';

const time = z.strictObject({ dateTime: z.string(), timeZone: z.string().nullish() });
const place = z.looseObject({ displayName: z.string().nullish() });
const attendee = z.strictObject({
  emailAddress: z.strictObject({ address: z.string(), name: z.string().nullish() }),
  type: z.enum(['required', 'optional', 'resource']).nullish(),
  status: z.unknown().optional(),
  proposedNewTime: z.unknown().optional(),
});
const recurrence = z.strictObject({
  pattern: z.strictObject({
    type: z.enum([
      'daily',
      'weekly',
      'absoluteMonthly',
      'relativeMonthly',
      'absoluteYearly',
      'relativeYearly',
    ]),
    interval: z.int().min(1),
    daysOfWeek: z.array(z.string()).optional(),
    firstDayOfWeek: z.string().optional(),
    dayOfMonth: z.int().optional(),
    month: z.int().optional(),
    index: z.enum(['first', 'second', 'third', 'fourth', 'last']).optional(),
  }),
  range: z.strictObject({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: z.iso.date(),
    endDate: z.iso.date().optional(),
    numberOfOccurrences: z.int().optional(),
    recurrenceTimeZone: z.string().optional(),
  }),
});
const update = z.strictObject({
  subject: z.string().nullish(),
  body: z
    .strictObject({
      contentType: z.enum(['html', 'text', 'HTML', 'Text']).nullish(),
      content: z.string().nullish(),
    })
    .nullish(),
  start: time.nullish(),
  end: time.nullish(),
  isAllDay: z.boolean().nullish(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  location: place.nullish(),
  locations: z.array(place).nullish(),
  categories: z.array(z.string()).nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.int().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  attendees: z.array(attendee).max(500).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z
    .enum(['unknown', 'teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer'])
    .nullish(),
  recurrence: recurrence.nullish(),
});
const create = update.extend({ transactionId: z.string().nullish() });

/** What a POST or PATCH of an event asks for; an absent property leaves what is there. */
export type EventBody = {
  readonly content: Partial<EventContent>;
  readonly attendees?: readonly { readonly address: string; readonly name: string; readonly type: Kind }[];
  readonly isOnlineMeeting?: boolean;
  readonly transactionId?: string;
  readonly recurrence?: Recurrence | null;
};
type Kind = 'required' | 'optional' | 'resource';

/** Throws a GraphError 400 on a body that Graph would refuse. */
export function eventBody(body: unknown, kind: 'create' | 'update'): EventBody {
  const parsed = create.safeParse(withoutAnnotations(body));
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.');
    throw new GraphError(
      400,
      'RequestBodyRead',
      `The request body was not read: ${at || 'its shape is wrong'}.`,
    );
  }
  const asked = parsed.data;
  if (kind === 'update' && asked.transactionId != null) {
    throw new GraphError(400, 'ErrorInvalidPropertySet', 'The property transactionId is set on create only.');
  }
  const start = asked.start == null ? undefined : instant(asked.start);
  const end = asked.end == null ? undefined : instant(asked.end);
  const name = asked.location?.displayName ?? asked.locations?.[0]?.displayName ?? undefined;
  const content: Partial<EventContent> = defined({
    subject: asked.subject ?? undefined,
    body: asked.body == null ? undefined : bodyOf(asked.body),
    start: start?.at,
    end: end?.at,
    startZone: start?.zone,
    endZone: end?.zone,
    isAllDay: asked.isAllDay ?? undefined,
    showAs: asked.showAs ?? undefined,
    sensitivity: asked.sensitivity ?? undefined,
    importance: asked.importance ?? undefined,
    place: name,
    categories: asked.categories ?? undefined,
    isReminderOn: asked.isReminderOn ?? undefined,
    reminderMinutes: asked.reminderMinutesBeforeStart ?? undefined,
    allowNewTimeProposals: asked.allowNewTimeProposals ?? undefined,
    responseRequested: asked.responseRequested ?? undefined,
    hideAttendees: asked.hideAttendees ?? undefined,
  });
  return defined({
    content,
    attendees: asked.attendees?.map(one => ({
      address: one.emailAddress.address.toLowerCase(),
      name: one.emailAddress.name ?? one.emailAddress.address,
      type: one.type ?? 'required',
    })),
    isOnlineMeeting: asked.isOnlineMeeting ?? undefined,
    transactionId: asked.transactionId ?? undefined,
    recurrence: asked.recurrence === null ? null : asked.recurrence && checkedRecurrence(asked.recurrence),
  });
}

/** A time of a request. Without a zone it is UTC. */
export function instant(given: { dateTime: string; timeZone?: string | null | undefined }) {
  const name = given.timeZone ?? 'UTC';
  const zone = ianaZone(name);
  if (zone === undefined) throw unknownZone();
  try {
    return { at: instantOf(given.dateTime, zone), zone: name };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  }
}

function bodyOf(body: { contentType?: string | null | undefined; content?: string | null | undefined }) {
  const contentType = body.contentType?.toLowerCase() === 'html' ? 'html' : 'text';
  return { contentType, content: body.content ?? '' } as const;
}

/** Graph moves nothing: a series must start on a day of its own pattern. */
function checkedRecurrence(series: Recurrence): Recurrence {
  const first = workDays[weekday(dayNumber(series.range.startDate))];
  const days = series.pattern.daysOfWeek;
  if (series.pattern.type === 'weekly' && !days?.some(day => day.toLowerCase() === first)) {
    throw new GraphError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  }
  return series;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function defined<T extends object>(all: T): Defined<T>;
function defined(all: object): object {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([key]) => !key.includes('@'));
  return Object.fromEntries(own.map(([key, one]) => [key, withoutAnnotations(one)]));
}
