import { type Day, days } from '../mentoring/people/mentor-profile.ts';
import { distinct, type Facet, positions } from './facet.ts';
import vocabulary from './vocabulary/days.json' with { type: 'json' };
import { after, before, type Word } from './words.ts';

const dayOfWord = new Map(
  days.flatMap(day =>
    (vocabulary.find(({ name }) => name === day)?.words ?? []).map(word => [word, day] as const),
  ),
);
/** Also other English words. */
const capitalOnly = new Set(['sat', 'sun', 'wed', 'mon', 'fri', 'thu', 'tue']);

const event =
  /\b(?:interviews?|interviewed|present|presenting|presentation|talk|speech|starts?|started|starting|begins?|began|deadline|due|panel|exams?|osce|since|last|next|this|coming|until|till|by|yesterday|appraisal|happened|board|closes|closing|closing date|first day|meeting|conference|retires?|finish|finished|back|return|returning|came to blows|came|went|had|got|were|told|said|did|saw|blew up|fell|kicked off|happen|sat|failed|resigned|died|cried|snapped) (?:(?:is|was|are|on|of|at|date|the|a|to|back|work|my|in|for|every|each|this|next|coming|last|first|it|me|off|up|out|blows) ){0,4}$/;
const wish =
  /\b(?:free|available|best|suits?|prefer|preferably|ideally|only|can do|could do|can|could|works?|any|off|manage|around|meet|availability|usually|either|like|do|good|easiest|possible|days?|generally|mostly|always|make|mentor|someone) (?:(?:on|a|an|me|for|is|are|be|to|the|of|or|in|,|most|every|it|always|at|work|free|available) ){0,4}$/;
const wishAfter =
  /^(?:(?:is|are|would|be|mornings?|afternoons?|evenings?|lunch|lunchtimes?|only|or|and|\w+days?|usually|probably|nights?) ){0,4}(?:best|works?|suits?|good|great|free|preferred|please|if|off|ideal|ideally|fine|easiest|perfect|possible|ok|okay|only|for me)\b/;
const refused =
  /(?:^|[ ,])(?:not|isn't|don't|no|never|except|except for|apart from|but|avoid|anything but|any day but|other than|bar|excluding|busy|booked|booked up|can't|cannot|couldn't|won't|impossible|rules out|out on|clinics?|theatre|nowhere) (?:(?:on|a|an|do|doing|make|manage|work|for|me|meet|be|free|available|any|day|or|the|is|are|have|in|usually|every|all|list|lists|keen|good|with) ){0,6}$/;
const refusedAfter =
  /^(?:(?:is|are|s) )?(?:always |really |just |usually )?(?:out|no good|impossible|bad|hopeless|clinic|clinics|busy|hard|tricky|not|difficult|no use|awful|never|don't|manic|rammed)\b/;

/** Days on which the two might meet; a day on which something happens in the story is not one. */
export function findDays(words: readonly Word[]): Facet<Day> {
  const wanted: Day[] = [];
  const avoided: Day[] = [];
  const used: number[] = [];
  let last: { at: number; list: Day[] } | undefined;
  words.forEach((word, at) => {
    const day = dayOfWord.get(word.word);
    if (day === undefined || (capitalOnly.has(word.word) && !word.capital)) return;
    const list =
      last !== undefined && joined(words, last.at, at) ? last.list : listFor(words, at, wanted, avoided);
    if (list === undefined) return;
    if (last !== undefined && at - last.at === 2 && words[at - 1]?.word === 'to')
      list.push(...between(last.list.at(-1), day));
    list.push(day);
    used.push(...positions(at, at + 1));
    last = { at, list };
  });
  const refusedDays = distinct(avoided);
  const asked = distinct(wanted).filter(day => !refusedDays.includes(day));
  const weekdays = days.slice(0, 5).every(day => asked.includes(day));
  return { wanted: weekdays ? [] : days.filter(day => asked.includes(day)), avoided: refusedDays, used };
}

function listFor(words: readonly Word[], at: number, wanted: Day[], avoided: Day[]): Day[] | undefined {
  const left = before(words, at, 8);
  const right = after(words, at + 1, 5);
  if (refused.test(left) || refusedAfter.test(right)) return avoided;
  if (wish.test(left) || wishAfter.test(right)) return wanted;
  const plural = /days$/.test(words[at]?.word ?? '');
  return !plural && event.test(left) ? undefined : wanted;
}

function joined(words: readonly Word[], from: number, to: number): boolean {
  const link = words.slice(from + 1, to).map(({ word }) => word);
  return (
    to - from <= 4 &&
    link.every(word =>
      [
        'or',
        'and',
        'to',
        'a',
        'on',
        'mornings',
        'afternoons',
        'evenings',
        'morning',
        'afternoon',
        'evening',
      ].includes(word),
    )
  );
}

function between(from: Day | undefined, to: Day): readonly Day[] {
  return from === undefined ? [] : days.slice(days.indexOf(from), days.indexOf(to));
}
