import { readTalk } from '../journeys/keep-talk.ts';
import { criterionIds } from '../matching/criterion.ts';
import { speaksOfHarm } from '../matching/speaks-of-harm.ts';
import { typedTime } from '../matching/typed-time.ts';
import { understand } from '../matching/understand.ts';
import { offeredWindow } from '../mentoring/availability/offer-slots.ts';
import { instantAt, wallDays, wallTime } from '../mentoring/availability/wall-day.ts';
import { noticeMinutes } from '../mentoring/chemistry/meeting.ts';
import { zone } from '../mentoring/zone.ts';
import type { Choosing } from '../records/talk-record.ts';
import { helpCard } from './cards/help-card.ts';
import { refusalWords, wording } from './cards/wording.ts';
import { choosingBefore, showTimes } from './choosing-times.ts';
import { findForSentence, moreMentors, refine, startAgain } from './finding.ts';
import { myMeetings } from './meetings.ts';
import { mentorWords } from './mentor-words.ts';
import { isOnlyATime } from './only-a-time.ts';
import { reminderWordsTyped } from './reminders.ts';
import type { Reply } from './reply.ts';
import type { Command } from './search-commands.ts';
import { searchCommands } from './search-commands.ts';
import type { Turn } from './turn.ts';
import {
  answer,
  askWhenAgain,
  bookNamed,
  bookShown,
  confirm,
  liveMeetings,
  moreTimes,
  yes,
} from './typed-answers.ts';

const longestSentence = 2000;
const wordsOfAnAddition = 6;

/**
 * Everything that a button does can also be typed. The first that answers counts; whatever matches nothing is a need to
 * find a mentor for.
 */
export const commands: readonly Command[] = [
  { words: /^(help|\?|what can (you|i) do)$/, act: async () => ({ card: helpCard() }) },
  {
    words: /^(hi|hello|hey|hiya|good (morning|afternoon|evening))( there)?$/,
    act: async turn => ({ messages: [{ text: wording.hello(turn.name), cards: [helpCard()] }] }),
  },
  { words: /^(show )?(me )?(3 |three )?more( mentors)?$/, act: moreMentors },
  { words: /^other mentors$/, act: moreMentors },
  { words: /^(start again|start over|new search|reset)$/, act: startAgain },
  { words: /^(show )?(my )?meetings?$/, act: myMeetings },
  { words: /^(accept|accept it|yes|i accept)$/, act: yes },
  { words: /^another time$/, act: turn => answer(turn, 'move') },
  { words: /^not now$/, act: turn => answer(turn, 'not now') },
  { words: /^cancel( (it|this|that|my|the))?( meeting)?$/, act: turn => answer(turn, 'cancel') },
  { words: /^move( (it|this|that|my|the))?( meeting)?$/, act: turn => answer(turn, 'move') },
  {
    words: /^book( with)? (the )?(first|second|third|1|2|3)( one)?$/,
    act: (turn, found) => bookShown(turn, found[3] ?? ''),
  },
  { words: /^(book|confirm|send)( (it|this|that|them|these))?( meeting| times)?$/, act: confirm },
  { words: /^book (?:with )?(.+)$/, act: (turn, found) => bookNamed(turn, found[1] ?? '') },
  { words: /^move( it)? (here|to this time)$/, act: confirm },
  { words: /^(more|other) times$/, act: moreTimes },
  ...searchCommands,
  { words: /^(change )?when (i|you) can meet$/, act: askWhenAgain },
];

export async function typed(turn: Turn, text: string): Promise<Reply> {
  const sentence = text.trim();
  if (speaksOfHarm(sentence)) return findForSentence(turn, sentence);
  if (sentence.length > longestSentence) return { messages: [{ text: wording.tooLong }] };
  if (!/\p{L}|\p{N}|\?/u.test(sentence))
    return { messages: [{ text: wording.wordsNeeded, cards: [helpCard()] }] };
  const plain = sentence
    .toLowerCase()
    .replace(/[.!,]+$/, '')
    .replace(/\s+/g, ' ');
  for (const { words, act } of commands) {
    const found = words.exec(plain);
    const reply = found && (await act(turn, found));
    if (reply) return reply;
  }
  return (
    (await mentorWords(turn, plain)) ??
    (await reminderWordsTyped(turn, plain)) ??
    (await timeFor(turn, sentence)) ??
    (await addition(turn, sentence)) ??
    findForSentence(turn, sentence)
  );
}

/** Words that name a day or a time and nothing else, while a time is being chosen. */
async function timeFor(turn: Turn, sentence: string): Promise<Reply | undefined> {
  if (!isOnlyATime(sentence)) return undefined;
  const now = await turn.ports.clock.now();
  const time = typedTime(sentence, now, zone);
  if (!time) return undefined;
  const before = choosingBefore(await readTalk(turn.ports, turn.person));
  if (!before) return undefined;
  if (time.isPast) return { messages: [{ text: wording.timePassed }] };
  const choosing = await orMove(turn, before);
  const wish = {
    ...(time.day ? { fromOn: time.day, toOn: time.lastDay ?? time.day } : {}),
    ...(time.exact === undefined ? {} : { earliestMinute: time.exact, latestMinute: time.exact + 30 }),
    ...(time.notBefore === undefined ? {} : { earliestMinute: time.notBefore }),
    ...(time.notAfter === undefined ? {} : { latestMinute: time.notAfter }),
  };
  const window = offeredWindow(now, noticeMinutes);
  const isOneDay = time.lastDay === undefined;
  const day = isOneDay
    ? wallDays({ start: now, end: window.end }, zone).find(each => each.on === time.day)
    : undefined;
  const exactly = day && time.exact !== undefined ? instantAt(day, time.exact) : undefined;
  const isTooFar = time.day !== undefined && time.day > wallTime(window.end, zone).on;
  const isTooSoon = exactly !== undefined && exactly < window.start;
  const because = isTooFar ? 'too far ahead' : isTooSoon ? 'too short notice' : undefined;
  return showTimes(turn, {
    choosing,
    wish,
    ...(exactly === undefined ? {} : { exactly }),
    ...(because ? { because: refusalWords(because) } : {}),
  });
}

/** Once it is booked, another time means to move it. */
async function orMove(turn: Turn, choosing: Choosing): Promise<Choosing> {
  if (choosing.moves) return choosing;
  const booked = (await liveMeetings(turn)).find(
    ({ iAm, meeting }) =>
      iAm === 'mentee' && meeting.mentor.profileId === choosing.profileId && meeting.interval,
  );
  if (!booked) return choosing;
  const { pairId, id: meetingId, mode } = booked.meeting;
  return { profileId: choosing.profileId, mode, moves: { pairId, meetingId } };
}

/** A few words that only narrow what was sought before: a place, a language, a day, online, not a doctor. */
async function addition(turn: Turn, sentence: string): Promise<Reply | undefined> {
  if (sentence.split(/\s+/).length > wordsOfAnAddition || saysWhatFor(sentence)) return undefined;
  if (criterionIds(understand(sentence).criteria).length === 0) return undefined;
  const { search } = await readTalk(turn.ports, turn.person);
  return search ? refine(turn, sentence) : undefined;
}

function saysWhatFor(sentence: string): boolean {
  const { needs, professions, ownProfession } = understand(sentence).criteria;
  return needs > 0 || professions.length > 0 || ownProfession !== undefined;
}
