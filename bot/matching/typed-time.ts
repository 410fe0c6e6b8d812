import { en } from 'chrono-node';
import { wallTime } from '../mentoring/availability/wall-day.ts';
import { clockWords } from './clock-words.ts';

/**
 * A time as somebody typed it: ISO dates, minutes from midnight in the zone that was passed. `lastDay` where more than
 * one day was meant ("next week"). `isPast`: it has gone, so nothing can be offered for it.
 */
export type TypedTime = {
  readonly day?: string;
  readonly lastDay?: string;
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly exact?: number;
  readonly isPast: boolean;
};

const dayMs = 24 * 60 * 60_000;

/** `undefined` when no day and no time of day is in the sentence. Dates are read as in Britain: 3/12 is 3 December. */
export function typedTime(sentence: string, now: number, zone: string): TypedTime | undefined {
  const { rest, ...clock } = clockWords(sentence.slice(0, 500));
  const today = wallTime(now, zone);
  const days = weekMeant(rest, today.on) ?? dayMeant(rest, today);
  if (!days && Object.keys(clock).length === 0) return undefined;
  const lastOn = days?.lastDay ?? days?.day;
  const until = clock.exact ?? clock.notAfter ?? 1440;
  const isPast =
    lastOn !== undefined && (lastOn < today.on || (lastOn === today.on && until <= today.minute));
  return { ...days, ...clock, isPast };
}

type Days = { readonly day: string; readonly lastDay?: string };

function weekMeant(text: string, today: string): Days | undefined {
  const found = /\b(this|next|the following) week\b/i.exec(text);
  if (!found) return undefined;
  const start = Date.parse(today);
  const toMonday = (8 - new Date(start).getUTCDay()) % 7 || 7;
  const monday = start + toMonday * dayMs;
  if (found[1]?.toLowerCase() === 'this') return { day: today, lastDay: isoDate(monday - dayMs) };
  return { day: isoDate(monday), lastDay: isoDate(monday + 6 * dayMs) };
}

/** The wall clock is handed over as if it were UTC, so that neither the machine's zone nor a clock change has a say. */
function dayMeant(text: string, today: { readonly on: string; readonly minute: number }): Days | undefined {
  const instant = new Date(Date.parse(today.on) + today.minute * 60_000);
  const found = en.GB.parse(inFull(text), { instant, timezone: 0 }, { forwardDate: true });
  const start = found
    .map(each => each.start)
    .find(each => each.isCertain('day') || each.isCertain('weekday'));
  const [year, month, day] = [start?.get('year'), start?.get('month'), start?.get('day')];
  if (!year || !month || !day) return undefined;
  return { day: isoDate(Date.UTC(year, month - 1, day)) };
}

/** Ways to write a weekday that chrono-node does not know. */
function inFull(text: string): string {
  return text
    .replace(/\btues\b/gi, 'Tuesday')
    .replace(/\bweds\b/gi, 'Wednesday')
    .replace(/\btomo(?:rro)?\b/gi, 'tomorrow');
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
