/** A clock time or a stretch of the day in a sentence: minutes from midnight, and the sentence without those words. */
type ClockWords = {
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly exact?: number;
  readonly rest: string;
};

const clock = String.raw`(\d{1,2})(?:[.:](\d{2}))?(?![.:/]?\d)\s*(am|pm|a\.m\.|p\.m\.)?`;
const bareHourEnds = String.raw`(?=\s*(?:$|[,;!?]|\.(?!\d)|(?:on|in|this|next|today|tomorrow|tmrw|mon|tue|wed|thu|fri|sat|sun|onwards|or later|o'clock|\d{1,2}(?:st|nd|rd|th)?[\s/])))`;
const relation = '(after|from|since|not before|later than|before|by|until|till|at|around|about)';

const range = new RegExp(
  String.raw`\b(?:between\s+|from\s+)?${clock}\s*(?:-|–|to|and|until|till)\s*${clock}\b`,
  'i',
);
const related = new RegExp(String.raw`\b${relation}\s+${clock}${bareHourEnds}`, 'i');
const relatedClear = new RegExp(String.raw`\b${relation}\s+${clock}`, 'i');
const alone = new RegExp(String.raw`(?<![\d./:£-])\b${clock}`, 'gi');

const partsOfDay: readonly (readonly [RegExp, Omit<ClockWords, 'rest'>])[] = [
  [/\bafter lunch\b/i, { notBefore: 13 * 60 }],
  [/\bbefore lunch\b/i, { notAfter: 12 * 60 }],
  [/\b(?:at )?(?:lunch ?time|lunch)\b/i, { notBefore: 12 * 60, notAfter: 14 * 60 }],
  [/\b(?:in the )?mornings?\b/i, { notAfter: 12 * 60 }],
  [/\b(?:in the )?afternoons?\b/i, { notBefore: 12 * 60, notAfter: 17 * 60 }],
  [/\b(?:in the )?(?:evenings?|eve)\b/i, { notBefore: 17 * 60 }],
];

/** `undefined` parts: nothing was said. Without am or pm, 7 to 11 are in the morning and the others after midday. */
export function clockWords(sentence: string): ClockWords {
  const text = inFigures(sentence);
  const part = partsOfDay.find(([pattern]) => pattern.test(text));
  const withoutPart = part ? text.replace(part[0], ' ') : text;
  const isLate = part !== undefined && (part[1].notBefore ?? 0) >= 12 * 60;
  const said = between(withoutPart) ?? withRelation(withoutPart, isLate) ?? exactly(withoutPart, isLate);
  if (said) return said;
  return { ...part?.[1], rest: withoutPart };
}

function inFigures(sentence: string): string {
  const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return sentence
    .replace(/\b(?:noon|midday)\b/gi, '12pm')
    .replace(
      /\b(half|quarter) (past|to) (\w+)\b/gi,
      (all: string, share: string, way: string, hour: string) => {
        const named = hours.indexOf(hour.toLowerCase()) + 1 || Number.parseInt(hour, 10);
        if (!(named >= 1 && named <= 12)) return all;
        const minutes = share.toLowerCase() === 'half' ? 30 : 15;
        if (way.toLowerCase() === 'past') return `${named}.${minutes}`;
        return share.toLowerCase() === 'quarter' ? `${named === 1 ? 12 : named - 1}.45` : all;
      },
    );
}

function between(text: string): ClockWords | undefined {
  const found = range.exec(text);
  if (!found) return undefined;
  const [all, hour, past, half, untilHour, untilPast, untilHalf] = found;
  if (!half && !untilHalf && !past && !untilPast && !/^(between|from)/i.test(all)) return undefined;
  const notAfter = minutes(untilHour, untilPast, untilHalf, false);
  const asWritten = minutes(hour, past, half, false);
  if (notAfter === undefined || asWritten === undefined) return undefined;
  const later = half || asWritten + 720 >= notAfter ? asWritten : asWritten + 720;
  const notBefore = !half && later > notAfter ? later - 720 : later;
  if (notBefore >= notAfter) return undefined;
  return { notBefore, notAfter, rest: without(text, all) };
}

function withRelation(text: string, isLate: boolean): ClockWords | undefined {
  const clear = relatedClear.exec(text);
  const found = clear?.[3] || clear?.[4] ? clear : related.exec(text);
  const minute = found ? minutes(found[2], found[3], found[4], isLate) : undefined;
  if (!found || minute === undefined) return undefined;
  const rest = without(text, found[0]);
  if (/^(after|from|since|not before|later)/i.test(found[0])) return { notBefore: minute, rest };
  if (/^(before|by|until|till)/i.test(found[0])) return { notAfter: minute, rest };
  return /^\s*(onwards|or later)/i.test(text.slice(found.index + found[0].length))
    ? { notBefore: minute, rest: rest.replace(/\b(onwards|or later)\b/i, ' ') }
    : { exact: minute, rest };
}

function exactly(text: string, isLate: boolean): ClockWords | undefined {
  for (const found of text.matchAll(alone)) {
    if (!found[2] && !found[3]) continue;
    const minute = minutes(found[1], found[2], found[3], isLate);
    if (minute === undefined) continue;
    const rest = without(text, found[0]);
    const isOpen = /^\s*(onwards|or later)/i.test(text.slice(found.index + found[0].length));
    if (isOpen) return { notBefore: minute, rest: rest.replace(/\b(onwards|or later)\b/i, ' ') };
    return { exact: minute, rest };
  }
  return undefined;
}

function minutes(
  hourText: string | undefined,
  pastText: string | undefined,
  half: string | undefined,
  isLate: boolean,
): number | undefined {
  const hour = Number(hourText);
  const past = Number(pastText ?? 0);
  if (!(hour >= 0 && hour < 24 && past < 60)) return undefined;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    return (hour % 12) * 60 + past + (half.toLowerCase().startsWith('p') ? 720 : 0);
  }
  const isAfterMidday = hour > 0 && hour < 12 && (hour < 7 || isLate);
  return (isAfterMidday ? hour + 12 : hour) * 60 + past;
}

function without(text: string, words: string): string {
  return text.replace(words, ' ').replace(/\s+/g, ' ').trim();
}
