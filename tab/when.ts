/** Every time is told as it is on a clock in the United Kingdom, whatever the machine's zone. */
const zone = 'Europe/London';

const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "Thursday 3 December 2026". Takes an ISO instant. */
export function day(instant: string): string {
  const part = parts(dayParts, instant);
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

/** "9am", "9.30am", "midday", "midnight". Takes an ISO instant. */
export function clock(instant: string): string {
  const part = parts(clockParts, instant);
  const hour = Number(part('hour'));
  const minute = part('minute');
  if (minute === '00' && hour === 0) return 'midnight';
  if (minute === '00' && hour === 12) return 'midday';
  return `${hour % 12 || 12}${minute === '00' ? '' : `.${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Thursday 3 December 2026, 9.30am". Takes an ISO instant. */
export function moment(instant: string): string {
  return `${day(instant)}, ${clock(instant)}`;
}

/** "Thursday 3 December 2026, 9am to 9.30am". Takes ISO instants. */
export function when(startAt: string, endAt: string): string {
  const lastDay = day(endAt) === day(startAt) || clock(endAt) === 'midnight' ? '' : `${day(endAt)}, `;
  return `${day(startAt)}, ${clock(startAt)} to ${lastDay}${clock(endAt)}`;
}

function parts(format: Intl.DateTimeFormat, instant: string): (type: string) => string {
  const found = format.formatToParts(new Date(instant));
  return type => found.find(part => part.type === type)?.value ?? '';
}
