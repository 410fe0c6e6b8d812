import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { meetingModes } from '../mentoring/people/mentor-profile.ts';
import { distinct, type Facet, positions } from './facet.ts';
import { gazetteer } from './gazetteer.ts';
import modes from './vocabulary/modes.json' with { type: 'json' };
import { after, before, type Word } from './words.ts';

const names = gazetteer(
  meetingModes.flatMap(mode =>
    (modes.find(({ name }) => name === mode)?.words ?? []).map(word => [word, mode] as const),
  ),
);

const somethingElse =
  /^(?:monitoring|sites?|consultations?|consulting|courses?|modules?|training|interviews?|learning|portfolio|forms?|applications?|systems?|clinics?|bookings?|teams?|working|services?|teaching|appointments?|contact|presentations?|lectures?|banking|shopping|community|areas?|wards?|hospital|abuse|prescribing|event|events|conference|webinar|talk|talks|assessment|test|tests|village|meetings? with patients|dashboard|records?|tools?|box(?:es)?|(?:people|they|ppl|everyone|everybody|patients|callers)? ?(?:keeps?|kept)|i (?:do|can|cannot|can't|don't|never|am|was|feel|get))\b/;
const unwanted =
  /(?:^|[ ,])(?:not|isn't|don't|doesn't|wouldn't|no|never|hate|hates|loathe|done with|sick of|tired of|fed up of|fed up with|rather than|than|instead of|avoid|can't stand|cannot stand|can't do|cannot do|can't|cannot|couldn't|dislike|without|no more|enough of|bad at|struggle with|rubbish at|hopeless|hopeless at|over|bored of|anything but) (?:(?:another|a|an|do|doing|meet|meeting|have|be|by|via|over|on|it|to|keen|like|want|any|really|more|being|anybody|anyone|people|them|somebody|someone|sitting|just|things|through|endless|these|all|the|fan|of|great|good|with|so|many|time|for|me|get|away|make|work|works|manage|in) ){0,5}$/;
const unwantedAfter =
  /^(?:calls? |meetings? )?(?:is|are|would be|makes?|gives?|just|really|always|drains?|exhausts?|terrif(?:y|ies)|kills?|puts?) (?:\w+ ){0,2}(?:awful|no good|hell|hopeless|difficult|hard|tiring|exhausting|a nightmare|impossible|me|out|off|terrible|dreadful|painful|torture|beyond|useless)\b/;
const indifferent =
  /(?:^|[ ,])(?:don't mind|do not mind|either|whether|not fussed|happy with both|no preference|mind if it's|not bothered|not just|not only) (?:\w+ ){0,4}$|(?:^|[ ,])both $/;
const secondary =
  /^(?:(?:is|also|would be|works?|could|can|will|meetings?|if|at|as|when|calls?|chat|sessions?|both) ){0,3}(?:fine|ok|okay|too|a push|needed|necessary|needs be|need be|must|not|a (?:back ?up|fallback|last resort)|acceptable|possible otherwise|doable|as well|work too)\b/;
const firstChoice =
  /(?:^|[ ,])(?:prefer|preferably|ideally|rather|really want|must be|has to be|only|much better) (?:\w+ ){0,3}$/;

const doneOnline =
  /\b(?:present|presenting|presented|teach|teaching|lecture|lecturing|study|studying|studied|apply|applying|applied|training|posted|published|records|forms|patients|conference) (?:\w+ ){0,1}$/;

/** Words that mean other things too: Teams has a capital or a company that no team has, a phone is not one on the ward. */
const unsure = new Set(['teams', 'phone', 'video', 'laptop', 'camera', 'ring', 'brew', 'visit', 'telephone']);
const beforeUnsure =
  /(?:^|[ ,])(?:on|over|via|by|through|using|either|or|ideally|preferably|prefer|rather|no|not|hate|like|only|a|for) (?:the |a |ms |quick |proper )?$/;
const afterUnsure =
  /^(?:$|, |\. |is|are|would|works?|suits?|fine|ok|okay|please|preferred|call|calls|chat|meeting|meetings|or|if|only|easiest|best|will|any|them|me|somewhere|in|near)\b/;

function isWayToMeet(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (word === undefined || to - from > 1 || !unsure.has(word.word)) return word !== undefined;
  if (
    word.word === 'teams' &&
    !word.capital &&
    !/^(?:fine|ok|okay|is|please|call|would)\b/.test(after(words, to, 2))
  )
    return /(?:on|over|via|by) $/.test(before(words, from, 2));
  if (/(?:\bam an? \w+|\breach of) (?:with )?a $/.test(before(words, from, 6))) return false;
  const alone = /(?:^|, )$/.test(before(words, from, 3)) && /^(?:$|, |or )/.test(after(words, to, 2));
  return alone || beforeUnsure.test(before(words, from, 3)) || afterUnsure.test(after(words, to, 2));
}

/** Saying no to one way of meeting asks for the other. Both at once ask for neither. */
export function findModes(words: readonly Word[]): Facet<MeetingMode> {
  const wanted: { mode: MeetingMode; first: boolean; second: boolean }[] = [];
  const avoided: MeetingMode[] = [];
  const used: number[] = [];
  for (const { from, to, entry } of names.find(words)) {
    if (!isWayToMeet(words, from, to)) continue;
    const left = before(words, from, 8);
    const right = after(words, to, 4);
    if (
      doneOnline.test(left) ||
      somethingElse.test(right) ||
      (/\b(?:their|our|patients?|my) (?:\w+ )?$/.test(left) && entry === 'online')
    )
      continue;
    used.push(...positions(from, to));
    if (
      /can't$|cannot$|can$/.test(words[from]?.word ?? '') ||
      !(unwanted.test(left) || unwantedAfter.test(right))
    ) {
      if (!indifferent.test(left) && !/^(?:, )?(?:are )?(?:both|either)\b/.test(right))
        wanted.push({ mode: entry, first: firstChoice.test(left), second: secondary.test(right) });
    } else avoided.push(entry);
  }
  return { wanted: chosen(wanted, distinct(avoided)), avoided: distinct(avoided), used };
}

function chosen(
  wanted: readonly { mode: MeetingMode; first: boolean; second: boolean }[],
  avoided: readonly MeetingMode[],
): readonly MeetingMode[] {
  const left = wanted.filter(({ mode }) => !avoided.includes(mode));
  const asked = distinct(left.map(({ mode }) => mode));
  if (asked.length === 1) return asked;
  if (asked.length === 0)
    return avoided.length === 1 ? meetingModes.filter(mode => !avoided.includes(mode)) : [];
  const first = distinct(left.filter(one => one.first && !one.second).map(({ mode }) => mode));
  if (first.length === 1) return first;
  const primary = distinct(left.filter(one => !one.second).map(({ mode }) => mode));
  return primary.length === 1 ? primary : [];
}
