import assert from 'node:assert/strict';
import { contractWords } from '../../bot/conversation/cards/contract-words.ts';
import { findingWording, withoutWords } from '../../bot/conversation/cards/finding-wording.ts';
import { refusalWords } from '../../bot/conversation/cards/refusal-words.ts';
import { reminderWords } from '../../bot/conversation/cards/reminder-words.ts';
import { sessionWording } from '../../bot/conversation/cards/session-wording.ts';
import { wording } from '../../bot/conversation/cards/wording.ts';
import { hiddenReasons } from '../../bot/matching/hidden-counts.ts';
import type { RefusalCode } from '../../bot/mentoring/refusal.ts';
import { everyCard, everyContract, everyContractNews, everyMeeting, everyReminder } from './every-card.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const texts = { name: 'Priya Varghese', role: 'Manager', shared: 'Room 4' };

const codes: Record<RefusalCode, true> = {
  'not found': true,
  'time taken': true,
  'time passed': true,
  'too short notice': true,
  'too far ahead': true,
  'no place left': true,
  'mentor paused': true,
  'mentor unreachable': true,
  yourself: true,
  'left out': true,
  'line management': true,
  'line management unknown': true,
  'already meeting': true,
  'already answered': true,
  'already cancelled': true,
  'event gone': true,
  'mentor left': true,
  'time changed': true,
  'no mailbox': true,
  'calendar hidden': true,
  'not a mentor': true,
  'not yet': true,
  'review not due': true,
  'review over': true,
  'answers shown': true,
  'answers not shown yet': true,
  'conflict to review': true,
  'changed meanwhile': true,
  'not drafting': true,
  'already drafting': true,
  'already proposed': true,
  'not proposed': true,
  'already signed': true,
  'not this version': true,
  'not active': true,
  'contract ended': true,
  'not ended': true,
  'already erased': true,
  'not to be changed': true,
  'value not allowed': true,
  'something missing': true,
  'too many': true,
  'record not whole': true,
  'not met yet': true,
  'already released': true,
  'answer first': true,
  'not going on': true,
  'going on already': true,
};
const isCode = (code: string): code is RefusalCode => code in codes;

/** All that the chat says, said once for each way in which it can be. */
function everything(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of [...Object.entries(wording), ...Object.entries(findingWording)]) {
    if (typeof value === 'string') all.set(key, value);
    else if (Array.isArray(value)) for (const [at, each] of value.entries()) all.set(`${key} ${at}`, each);
  }
  const { noTimes, pausedUntil, private: inPrivate } = wording;
  for (const yes of [true, false]) {
    all.set(`notJoined ${yes}`, findingWording.notJoined(yes));
    all.set(`noTimes ${yes}`, noTimes(yes));
  }
  all.set('pausedUntil', pausedUntil('Tuesday 5 January 2027'));
  all.set('private', inPrivate('https://teams.microsoft.com'));
  const ofName = [
    wording.hello,
    wording.timesTitle,
    wording.confirmTitle,
    wording.confirmMove,
    wording.confirmProposal,
    wording.hiddenCalendar,
    wording.sharedLabel,
    wording.onlyThe2,
    wording.declares,
    wording.sharedBy,
    wording.suggestLine,
    wording.askColleague,
    wording.suggests,
    wording.clash,
    wording.notBooked,
    findingWording.moreLike,
    findingWording.leftOut,
    findingWording.shownAgain,
    findingWording.showAgain,
    findingWording.neverAsks,
    findingWording.neverAsksLine,
  ];
  for (const [key, value] of Object.entries(sessionWording))
    if (typeof value === 'string') all.set(`session ${key}`, value);
  for (const minutes of [45, 60]) {
    all.set(`session times ${minutes}`, wording.timesTitle(texts.name, minutes));
    const { online, inPerson, otherLength } = sessionWording;
    for (const [at, say] of [online, inPerson, otherLength].entries())
      all.set(`session ${minutes} ${at}`, say(minutes));
  }
  for (const [at, say] of [sessionWording.confirmTitle, sessionWording.confirmMove].entries())
    all.set(`session name ${at}`, say(texts.name));
  for (const [at, say] of ofName.entries()) all.set(`name ${at}`, say(texts.name));
  for (const [at, seen] of everyMeeting(texts).entries()) {
    all.set(`title ${at}`, wording.meetingTitle(seen));
    all.set(`stage ${at}`, wording.stage(seen));
    all.set(`where ${at}`, wording.where(seen.meeting));
    all.set(`changed ${at}`, wording.changed(seen));
  }
  for (const [key, value] of Object.entries(reminderWords))
    if (typeof value === 'string') all.set(`reminder ${key}`, value);
  for (const count of [1, 3]) all.set(`reminder title ${count}`, reminderWords.title(count));
  all.set('reminder more', reminderWords.more(2));
  all.set('reminder show', reminderWords.showOf(texts.name));
  for (const [at, { kind, seen }] of everyReminder(texts).entries())
    all.set(`reminder ${at}`, reminderWords.line(kind, seen));
  for (const [key, value] of Object.entries(contractWords))
    if (typeof value === 'string') all.set(`contract ${key}`, value);
  all.set('contract open', contractWords.openOf(texts.name));
  for (const [at, seen] of everyContract(texts).entries()) {
    const { title, stands, waits, suggested } = contractWords;
    for (const said of [title(seen), stands(seen, now), waits(seen), suggested(seen)])
      if (said) all.set(`contract ${at} ${said.slice(0, 12)}`, said);
  }
  for (const [at, { kind, contract }] of everyContractNews(texts).entries())
    all.set(`contract news ${at}`, contractWords.line(kind, contract, now));
  for (const code of Object.keys(codes)) if (isCode(code)) all.set(code, refusalWords(code));
  for (const [key, said] of whileFinding()) all.set(key, said);
  return all;
}

function whileFinding(): ReadonlyMap<string, string> {
  const said = [
    ...hiddenReasons.flatMap(reason => [1, 12].map(count => findingWording.hidden(reason, count))),
    ...[0, 1, 2].map(findingWording.closest),
    ...['day:thursday', 'focus:confidence'].map(id => withoutWords(id, 'confidence')),
    ...(['conflict', 'block'] as const).map(because => findingWording.leftOutBecause(texts.name, because)),
    ...([undefined, 'conflict', 'block'] as const).map(findingWording.apart),
    ...Object.values(findingWording.reasons),
    findingWording.notUnderstood(['the moon', 'cheese']),
    findingWording.understood('near Leeds', findingWording.fit),
    findingWording.takeOff('near Leeds'),
    findingWording.whichPlace('Leeds'),
    findingWording.widerBy('Any day', 14),
    findingWording.takenOff('near Leeds'),
    findingWording.nextFree('Thursday 3 December'),
    findingWording.moreLeftOut(2),
  ];
  return new Map(said.map((words, at) => [`finding ${at}`, words]));
}

describe('What the chat says', () => {
  const all = everything();

  it('is all looked at here', () => {
    assert.ok(all.size > 150);
    const asked = [wording, findingWording].map(
      each => Object.values(each).filter(value => typeof value === 'function').length,
    );
    assert.deepEqual(asked, [22, 19], 'a new sentence with a name in it belongs into this test');
  });

  it('is friendly without please, sorry, oops, exclamation marks or emoji', () => {
    for (const said of all.values())
      assert.doesNotMatch(said, /please|sorry|oops|unfortunately|!|\p{Extended_Pictographic}/iu);
  });

  it('is in sentence case, and whole sentences end', () => {
    for (const [key, said] of all) {
      assert.match(said, /^[A-Z0-9“]/, key);
      const words = said.replace(/“[^”]*”/g, '').split(/\s+/);
      const capitals = words.filter(
        (word, at) => at > 0 && /^[A-Z][a-z]/.test(word) && !/[.?:]$/.test(words[at - 1] ?? ''),
      );
      const names =
        /^(Priya|Varghese|Teams|Outlook|Microsoft|Leeds|Thursdays?|January|March|November|December|Tuesday|Monday|Friday)\W*$/;
      assert.deepEqual(
        capitals.filter(word => !names.test(word)),
        [],
        said,
      );
    }
  });

  it('is read with ease: no sentence above the eighth school year', () => {
    for (const [key, said] of all) {
      const own = said.replace(/https:\S+|Priya Varghese|“[^”]*”/g, 'this');
      if (own.split(/\s+/).length < 6) continue;
      const grade = fleschKincaid(own);
      assert.ok(grade <= 8, `${key}: ${grade.toFixed(1)}: ${said}`);
    }
  });

  it('says times as 9am and 9.30am, dates in full, numbers as digits', () => {
    const words = [...all.values(), ...everyCard(texts).map(card => JSON.stringify(card))];
    for (const said of words) {
      const own = said.replace(/"(start|end|starts|picked|skip)":[^,}]+/g, '');
      assert.doesNotMatch(
        own,
        /\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(AM|PM)\b|\d{4}-\d{2}-\d{2}|\b\d(st|nd|rd|th)\b/,
        said.slice(0, 200),
      );
    }
  });

  it('leaves nobody without a way on after a no', () => {
    for (const [key, value] of Object.entries(reminderWords))
      if (typeof value === 'string') all.set(`reminder ${key}`, value);
    for (const count of [1, 3]) all.set(`reminder title ${count}`, reminderWords.title(count));
    all.set('reminder more', reminderWords.more(2));
    all.set('reminder show', reminderWords.showOf(texts.name));
    for (const [at, { kind, seen }] of everyReminder(texts).entries())
      all.set(`reminder ${at}`, reminderWords.line(kind, seen));
    for (const code of Object.keys(codes)) {
      if (!isCode(code)) continue;
      const shownWithCard = [
        'time taken',
        'already meeting',
        'already answered',
        'time changed',
        'already cancelled',
      ];
      if (shownWithCard.includes(code)) continue;
      assert.match(refusalWords(code), /Type|Choose|Ask|Give|Confirm|Cancel|Try|Open|End|Tell/, code);
    }
  });
});

/** https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests */
function fleschKincaid(text: string): number {
  const sentences = text.split(/[.?:]+(?:\s|$)/).filter(each => /\p{L}/u.test(each)).length || 1;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]e|[^td]ed|es)$/, '');
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 1);
}
