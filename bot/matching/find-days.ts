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
  /\b(?:free|available|best|suits?|prefer|preferably|ideally|only|can do|could do|can|could|works?|any|off|manage|around|meet|availability|anytime|time|usually|either|like|do|good|easiest|possible|days?|generally|mostly|always|make|mentor|someone) (?:(?:on|a|an|me|for|is|are|be|to|the|of|or|in|,|most|every|it|always|at|work|free|available) ){0,4}$/;
const wishAfter =
  /^(?:(?:is|are|would|be|mornings?|afternoons?|evenings?|lunch|lunchtimes?|only|or|and|\w+days?|usually|probably|nights?) ){0,4}(?:best|works?|suits?|good|great|free|preferred|please|if|off|ideal|ideally|fine|easiest|perfect|possible|ok|okay|only|for me)\b/;
const refused =
  /(?:^|[ ,])(?:not|neither|any day save|save|isn't|don't|no|never|except|except for|apart from|but|avoid|anything but|any day but|other than|bar|excluding|busy|booked|booked up|can't|cannot|couldn't|won't|impossible|rules out|out on|clinics?|theatre|nowhere) (?:(?:on|a|an|do|doing|make|manage|work|for|me|meet|be|free|available|any|day|or|the|is|are|have|in|usually|every|all|list|lists|keen|good|with) ){0,6}$/;
const refusedAfter =
  /^(?:(?:is|are|s) )?(?:always |really |just |usually )?(?:out|no good|impossible|bad|hopeless|clinic|clinics|busy|hard|tricky|not(?! \w*days?\b)|difficult|no use|awful|never|don't|manic|rammed)\b/;

/** The asker's own working days, and what happens in the story on a day. */
const ownWork = /\b(?:i|we) (?:only |currently |mostly )?(?:work|worked|teach|run|do) (?:[\w-]+ ){0,4}$/;
const story =
  /(?:^|[ ,])(?:i|we|they|people|patients|she|he|who) (?!can|could|am|would|prefer|want|need|like|have time)(?:[\w']+ ){1,8}(?:on a|on|every|each) $|\bweek (?:\w+ ){0,3}on $/;

/** "I've got to sit them down Thursday", "my first shift Thursday", as against "a nurse, Thursday". */
const told =
  /\b(?:i|i've|i'm|we|they|they've|she|he|me|them|him|her|us|it|my|our|their|shift|started|feeling) (?:[\w']+ ){0,5}$/;
const counted = /\b(?:two|three|four|five|six|several|many|few|past|last) $/;

/** Days on which the two might meet; a day on which something happens in the story is not one. */
export function findDays(words: readonly Word[]): Facet<Day> {
  const wanted: Day[] = [];
  const avoided: Day[] = [];
  const used: number[] = [];
  let last: { at: number; list: Day[] } | undefined;
  words.forEach((word, at) => {
    if (word.word === 'weekends' || word.word === 'weekend') {
      const list = weekendList(words, at, wanted, avoided);
      if (list === undefined) return;
      list.push('Saturday', 'Sunday');
      used.push(at);
      return;
    }
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
  if (ownWork.test(left) && !wishAfter.test(right)) return undefined;
  if (wishAfter.test(right)) return wanted;
  if (words[at]?.possessive === true || /^(?:week|feeling|morning blues)\b/.test(right)) return undefined;
  if (wish.test(left)) return wanted;
  const plural = /days$/.test(words[at]?.word ?? '');
  if (plural ? counted.test(left) : told.test(left)) return undefined;
  if (ownWork.test(left) || (!plural && (event.test(left) || story.test(left)))) return undefined;
  return wanted;
}

/** Weekends are spoken of for many reasons: only a clear wish or refusal counts. */
function weekendList(words: readonly Word[], at: number, wanted: Day[], avoided: Day[]): Day[] | undefined {
  const left = before(words, at, 8);
  const right = after(words, at + 1, 5);
  if (/(?:my|your|our|their|this|last|next|whole|long|the) $/.test(left)) return undefined;
  const alone = /(?:^|, )$/.test(left) && (right === '' || right.startsWith(', '));
  if (refused.test(left) || refusedAfter.test(right)) return avoided;
  return wish.test(left) || wishAfter.test(right) || alone || left === '' ? wanted : undefined;
}

const links = new Set(
  'or and to a on nor plus so is mornings afternoons evenings morning afternoon evening'.split(' '),
);

/** "Mondays or a Wednesday", "Fridays (clinic) or Tuesdays". */
function joined(words: readonly Word[], from: number, to: number): boolean {
  const link = words.slice(from + 1, to).map(({ word }) => word);
  if (link.length > 3) return false;
  return link.every(word => links.has(word)) || (link.length === 2 && ['or', 'and'].includes(link[1] ?? ''));
}

function between(from: Day | undefined, to: Day): readonly Day[] {
  return from === undefined ? [] : days.slice(days.indexOf(from), days.indexOf(to));
}
