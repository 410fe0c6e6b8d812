import { type PartOfDay, partsOfDay } from './criteria.ts';

export type WantedTimes = {
  readonly partsOfDay: readonly PartOfDay[];
  readonly afterMinute?: number;
  readonly beforeMinute?: number;
};

const dayWord = '(?:mon|tues?|wednes|weds?|thurs?|fri|satur|sun)(?:days?)?';
const clock =
  /\b(after|before|from|until|by)\s+(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|o'?clock)?(?!\s*(?:%|years?|weeks?|months?|days?|hours?|minutes?|mins?|yrs?|rejections?|interviews?|attempts?|people|\d))/gi;

const otherWords: Readonly<Record<PartOfDay, string>> = {
  morning: `${dayWord} a\\.?m|first thing|before (?:my |the )?(?:shift|clinic)|early doors`,
  afternoon: `${dayWord} p\\.?m|after lunch|lunch ?times?|over lunch|early afternoon`,
  evening: `eves|after work|after hours|out of hours|once the kids are in bed|${dayWord} (?:nights?|eve)|after tea`,
};

const anyTime = /\b(?:actually|or rather|well|in fact),? any ?time\b/i;

/** "Thursday afternoons", "mornings", "after 4pm": a time of day needs a day, a plural or a clock. */
export function findTimes(sentence: string): WantedTimes {
  const found = partsOfDay.filter(part => {
    const also = otherWords[part];
    const pattern = new RegExp(
      `\\b(?:${part}s|${part} is (?:the |my )?(?:only|best)|(?:${dayWord}|in the|an?|free|any|early|late|by|of an|working) ${part}|${also})\\b`,
      'i',
    );
    const refusal = new RegExp(
      `\\b(?:spend (?:\\w+ ){0,9}my|not|no|n't|never|hate|every) (?:\\w+ ){0,2}${part}s?\\b`,
      'i',
    );
    const told = new RegExp(
      `\\b(?:at [\\w:.]+ in the ${part}\\b(?=[^.]*\\bi(?:'m| am)\\b)|where the ${part}s (?:are|draw|get)\\b)`,
      'i',
    );
    const plain = sentence.replace(told, '');
    return pattern.test(plain) && !refusal.test(plain) && !anyTime.test(plain);
  });
  let times: WantedTimes = { partsOfDay: found };
  for (const [, side = '', hour = '', minute, half] of sentence.matchAll(clock)) {
    if (half === undefined && minute === undefined && !/^(?:after|before)$/i.test(side)) continue;
    const at = minuteOfDay(Number(hour), Number(minute ?? 0), half?.toLowerCase());
    if (at === undefined) continue;
    times = /^(?:after|from)$/i.test(side) ? { ...times, afterMinute: at } : { ...times, beforeMinute: at };
  }
  if ((times.beforeMinute ?? 24 * 60) <= 12 * 60 && !found.includes('morning'))
    times = { ...times, partsOfDay: [...found, 'morning'] };
  const late = (times.afterMinute ?? 0) >= 17 * 60 && !found.includes('evening');
  return late ? { ...times, partsOfDay: [...times.partsOfDay, 'evening'] } : times;
}

/** Without am or pm, 1 to 7 is the afternoon. */
function minuteOfDay(hour: number, minute: number, half: string | undefined): number | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const afternoon = half === 'pm' || (half !== 'am' && hour >= 1 && hour <= 7);
  return (afternoon && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour) * 60 + minute;
}
