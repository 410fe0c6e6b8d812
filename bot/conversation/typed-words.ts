import { sessionMeetingId } from '../journeys/book-session.ts';
import { readTalk } from '../journeys/keep-talk.ts';
import { criterionIds } from '../matching/criterion.ts';
import { speaksOfHarm } from '../matching/speaks-of-harm.ts';
import { understand } from '../matching/understand.ts';
import { isSession, meetingMinutes } from '../mentoring/chemistry/meeting.ts';
import type { Choosing } from '../records/talk-record.ts';
import { helpCard } from './cards/help-card.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { wording } from './cards/wording.ts';
import { choosingBefore, showTimes } from './choosing-times.ts';
import { myContracts, tellManager } from './contracts.ts';
import { findForSentence, moreMentors, refine, startAgain } from './finding.ts';
import { myMeetings } from './meetings.ts';
import { mentorWords } from './mentor-words.ts';
import { isOnlyATime } from './only-a-time.ts';
import { reminderWordsTyped } from './reminders.ts';
import type { Reply } from './reply.ts';
import type { Command } from './search-commands.ts';
import { searchCommands } from './search-commands.ts';
import { sessionCommands } from './session-words.ts';
import type { Turn } from './turn.ts';
import {
  answer,
  askWhenAgain,
  bookNamed,
  bookShown,
  confirm,
  goOn,
  liveMeetings,
  moreTimes,
  yes,
} from './typed-answers.ts';
import { wishIn } from './typed-wish.ts';

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
  { words: /^(show )?(my )?(meetings?|sessions?)$/, act: myMeetings },
  {
    words: /^(?:yes,? )?(?:i want to |i'd like to |let's )?go on$/,
    act: turn => goOn(turn, 'go on'),
  },
  { words: /^(?:this is )?not for me$/, act: turn => goOn(turn, 'not for me') },
  {
    words: /^(?:another|a second|one more) meeting(?: first)?$/,
    act: turn => goOn(turn, 'another meeting first'),
  },
  { words: /^(show )?(my |the )?(mentoring )?(contracts?|agreements?)$/, act: myContracts },
  { words: /^(tell|inform) my (line )?manager$/, act: tellManager },
  { words: /^(accept|accept it|yes|i accept)$/, act: yes },
  { words: /^another time$/, act: turn => answer(turn, 'move') },
  { words: /^not now$/, act: turn => answer(turn, 'not now') },
  { words: /^cancel( (it|this|that|my|the))?( meeting| session)?$/, act: turn => answer(turn, 'cancel') },
  { words: /^move( (it|this|that|my|the))?( meeting| session)?$/, act: turn => answer(turn, 'move') },
  ...sessionCommands,
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
  const before = choosingBefore(await readTalk(turn.ports, turn.person));
  if (!before) return undefined;
  const choosing = await orMove(turn, before);
  const minutes = choosing.session?.minutes ?? meetingMinutes;
  const meant = wishIn(sentence, await turn.ports.clock.now(), minutes);
  if (!meant) return undefined;
  if (meant === 'past') return { messages: [{ text: wording.timePassed }] };
  const { because, ...wished } = meant;
  return showTimes(turn, { choosing, ...wished, ...(because ? { because: refusalWords(because) } : {}) });
}

/** Once it is booked, another time means to move it; of sessions the very one that was confirmed. */
async function orMove(turn: Turn, choosing: Choosing): Promise<Choosing> {
  if (choosing.moves) return choosing;
  const { session, profileId } = choosing;
  const { choosing: shown } = await readTalk(turn.ports, turn.person);
  const sessionId =
    session && shown?.confirming && sessionMeetingId(turn.ports.ids, session.pairId, shown.confirming.opId);
  const booked = (await liveMeetings(turn)).find(({ iOrganise, meeting }) => {
    if (!iOrganise || !meeting.interval) return false;
    return session ? meeting.id === sessionId : !isSession(meeting) && meeting.mentor.profileId === profileId;
  });
  if (!booked) return choosing;
  const { pairId, id: meetingId, mode } = booked.meeting;
  return { profileId, mode, moves: { pairId, meetingId }, ...(session ? { session } : {}) };
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
