import { readTalk } from '../journeys/keep-talk.ts';
import { listMeetings } from '../journeys/list-meetings.ts';
import type { BlindAnswer } from '../mentoring/chemistry/blind-answer.ts';
import { type MeetingAct, type MeetingFor, meetingsFor } from '../mentoring/chemistry/meeting-for.ts';
import { answerAfter } from './after-meeting.ts';
import { wording } from './cards/wording.ts';
import { choosingBefore, showTimes } from './choosing-times.ts';
import {
  accept,
  anotherTime,
  book,
  cancel,
  meetingCards,
  moveTo,
  myMeetings,
  notNow,
  propose,
} from './meetings.ts';
import { mentorMeant } from './mentors-shown.ts';
import { showTimesToMove } from './moving.ts';
import type { Reply } from './reply.ts';
import { bookOneSession, proposeSession } from './sessions.ts';
import type { Turn } from './turn.ts';

/** An answer in words is for the one meeting that it fits; where there are several, they are shown to choose from. */
export async function answer(turn: Turn, act: MeetingAct): Promise<Reply> {
  const fits = (await liveMeetings(turn)).filter(
    seen => seen.can.includes(act) || (act === 'move' && seen.can.includes('pick a time')),
  );
  const [only, ...more] = fits;
  if (!only) return myMeetings(turn);
  if (more.length > 0) return meetingCards(turn, fits, wording.whichOne);
  const { id: meetingId, pairId } = only.meeting;
  const pressed = { pairId, meetingId, opId: turn.ports.ids.random() };
  switch (act) {
    case 'accept':
      return accept(turn, pressed, { declares: false }, undefined);
    case 'not now':
      return notNow(turn, pressed, undefined);
    case 'cancel':
      return cancel(turn, pressed, undefined);
    case 'move':
    case 'pick a time':
      return only.iAm === 'mentor' ? anotherTime(turn, pressed, undefined) : showTimesToMove(turn, pressed);
  }
}

/** Whether to go on, in words, where a meeting waits for this person to say so; they may say otherwise later. */
export async function goOn(turn: Turn, answer: BlindAnswer): Promise<Reply | undefined> {
  const now = await turn.ports.clock.now();
  const { past } = meetingsFor(turn.person, await listMeetings(turn.ports, turn.person), now);
  const asked = past.filter(({ after }) => after?.stands === 'asked');
  const [only, ...more] = asked;
  if (!only) return undefined;
  if (more.length > 0) return meetingCards(turn, asked, wording.whichOne);
  const { pairId, id: meetingId } = only.meeting;
  return answerAfter(turn, { pairId, meetingId, answer, opId: turn.ports.ids.random() });
}

/** Yes to a mentee's request, or else to what is on this person's own card. */
export async function yes(turn: Turn): Promise<Reply> {
  const { choosing } = await readTalk(turn.ports, turn.person);
  const asked = (await liveMeetings(turn)).some(seen => seen.can.includes('accept'));
  return choosing?.confirming && !asked ? confirm(turn) : answer(turn, 'accept');
}

/** The last press of a booking, a move or a proposal, in words. It is the same decision as the button's. */
export async function confirm(turn: Turn): Promise<Reply> {
  const { choosing } = await readTalk(turn.ports, turn.person);
  const { confirming, moves, mode = 'online', profileId, declares, session } = choosing ?? {};
  const [start] = confirming?.starts ?? [];
  if (!confirming || !profileId || declares === undefined || start === undefined) {
    return { messages: [{ text: choosing ? wording.chooseFirst : wording.nothingSought }] };
  }
  const { opId, starts, proposes } = confirming;
  const chosen = { profileId, mode, ...(session ? { session } : {}) };
  if (moves) return moveTo(turn, { ...chosen, moves }, { ...moves, opId }, start, undefined);
  if (session) {
    const asked = { ...session, opId, declares, mode };
    return proposes
      ? proposeSession(turn, { ...asked, starts }, undefined)
      : bookOneSession(turn, { ...asked, start }, undefined);
  }
  if (proposes) return propose(turn, { ...chosen, starts, opId, declares }, undefined);
  return book(turn, chosen, { start, opId, declares, mode }, undefined);
}

export async function bookShown(turn: Turn, which: string): Promise<Reply> {
  const { search } = await readTalk(turn.ports, turn.person);
  const profileId = await mentorMeant(turn, search?.lastShown ?? [], which);
  return profileId
    ? showTimes(turn, { choosing: { profileId } })
    : { messages: [{ text: wording.nothingSought }] };
}

/** By the name, or a part of it, of a mentor on the screen. */
export async function bookNamed(turn: Turn, name: string): Promise<Reply | undefined> {
  const { search } = await readTalk(turn.ports, turn.person);
  const profileId = await mentorMeant(turn, search?.lastShown ?? [], name);
  return profileId ? showTimes(turn, { choosing: { profileId } }) : undefined;
}

export async function moreTimes(turn: Turn): Promise<Reply> {
  const talk = await readTalk(turn.ports, turn.person);
  const choosing = choosingBefore(talk);
  if (!choosing) return { messages: [{ text: wording.nothingSought }] };
  return showTimes(turn, { choosing, skip: talk.choosing?.shown ?? 0, wish: 'as before' });
}

/** When this person can meet is asked on the card with the times, so that the answer shows at once. */
export async function askWhenAgain(turn: Turn): Promise<Reply> {
  const choosing = choosingBefore(await readTalk(turn.ports, turn.person));
  if (!choosing) return { messages: [{ text: wording.whenFirst }] };
  return showTimes(turn, { choosing, wish: 'as before', asksAgain: true });
}

export async function liveMeetings(turn: Turn): Promise<readonly MeetingFor[]> {
  const now = await turn.ports.clock.now();
  const mine = meetingsFor(turn.person, await listMeetings(turn.ports, turn.person), now);
  return [
    ...(mine.next ? [mine.next] : []),
    ...mine.waitingForYou,
    ...mine.waitingForOthers,
    ...mine.upcoming,
  ];
}
