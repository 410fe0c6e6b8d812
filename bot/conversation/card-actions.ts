import { z } from 'zod';
import { isOnRegister } from '../journeys/offer-times.ts';
import { blindAnswers, blindReasons } from '../mentoring/chemistry/blind-answer.ts';
import { isSessionLength, usualSessionLength } from '../mentoring/sessions/session-length.ts';
import type { Choosing } from '../records/talk-record.ts';
import { answerAfter } from './after-meeting.ts';
import { canMeetFrom } from './can-meet-input.ts';
import { helpCard } from './cards/help-card.ts';
import { wording } from './cards/wording.ts';
import { pickTime, saidWhen, showSessionTimes, showTimes } from './choosing-times.ts';
import { managerChat, noteToManager } from './contracts.ts';
import { moreMentors, refine, startAgain } from './finding.ts';
import { leaveOutReasons, moreLike, notForMe, showAgain } from './leaving-out.ts';
import { mayAskAgain, neverAskAgain, notLeftOut } from './left-out-for-good.ts';
import {
  accept,
  anotherTime,
  book,
  cancel,
  moveTo,
  notNow,
  propose,
  showMeeting,
  suggest,
} from './meetings.ts';
import { showTimesToMove } from './moving.ts';
import { choosePlace, putOn, takeOff } from './narrowing.ts';
import { stopReminders } from './reminders.ts';
import type { Reply } from './reply.ts';
import { bookOneSession, proposeSession } from './sessions.ts';
import type { Turn } from './turn.ts';
import { typed } from './typed-words.ts';

/** `cardId`: the message whose card was pressed. */
type Handle<D> = (turn: Turn, data: D, cardId: string | undefined) => Promise<Reply>;

type CardAction = {
  readonly verb: string;
  run(turn: Turn, data: unknown, cardId: string | undefined): Promise<Reply>;
};

function on<S extends z.ZodType>(verb: string, shape: S, handle: Handle<z.infer<S>>): CardAction {
  return {
    verb,
    async run(turn, data, cardId) {
      const read = shape.safeParse(data);
      if (!read.success) return olderPress(turn, data);
      return handle(turn, read.data, cardId);
    },
  };
}

const id = z.string().min(1).max(100);
const opId = z.string().min(1).max(64);
const start = z.number().int().positive();
const meeting = { pairId: id, meetingId: id };
const sessionMinutes = z.number().refine(isSessionLength);
const choosing = {
  profileId: id,
  mode: z.enum(['online', 'in person']).optional(),
  moves: z.object(meeting).optional(),
  session: z.object({ pairId: id, minutes: sessionMinutes }).optional(),
};
const shared = z.string().trim().max(1000).optional();
const place = z.string().trim().max(120).optional();
const mode = z.enum(['online', 'in person']).default('online');
const declares = z.boolean().default(false);

function chosen(data: {
  profileId: string;
  mode?: 'online' | 'in person' | undefined;
  moves?: { pairId: string; meetingId: string } | undefined;
  session?: { pairId: string; minutes: number } | undefined;
}): Choosing {
  return {
    profileId: data.profileId,
    ...(data.mode ? { mode: data.mode } : {}),
    ...(data.moves ? { moves: data.moves } : {}),
    ...(data.session ? { session: data.session } : {}),
  };
}

const actions: readonly CardAction[] = [
  on('help', z.object({}), async () => ({ card: helpCard() })),
  on('type', z.object({ text: z.string().max(500) }), (turn, { text }) => typed(turn, text)),
  on('refine', z.object({ text: z.string().trim().max(500).default('') }), async (turn, { text }) =>
    text === '' ? { messages: [{ text: wording.wordsNeeded }] } : refine(turn, text),
  ),
  on('more', z.object({}), moreMentors),
  on('start-again', z.object({}), startAgain),
  on('take-off', z.object({ criterionId: id }), (turn, { criterionId }) => takeOff(turn, criterionId)),
  on('put-on', z.object({ criterionId: id }), (turn, { criterionId }) => putOn(turn, criterionId)),
  on('choose-place', z.object({ takeOff: z.array(id).max(10), putOn: id }), choosePlace),
  on('like', z.object({ profileId: id }), (turn, { profileId }) => moreLike(turn, profileId)),
  on(
    'not-for-me',
    z.object({ profileId: id, reason: z.enum(leaveOutReasons).optional() }),
    (turn, { profileId, reason }) => notForMe(turn, profileId, reason),
  ),
  on('show-again', z.object({ profileId: id }), (turn, { profileId }) => showAgain(turn, profileId)),
  on('not-left-out', z.object({ profileId: id }), (turn, { profileId }) => notLeftOut(turn, profileId)),
  on('never-ask-again', z.object(meeting), neverAskAgain),
  on(
    'may-ask-again',
    z.object({ tenantId: id, objectId: id, listed: z.boolean().default(false) }),
    (turn, { tenantId, objectId, listed }) => mayAskAgain(turn, { tenantId, objectId }, listed),
  ),
  on('choose-time', z.object({ profileId: id }), (turn, data) => showTimes(turn, { choosing: data })),
  on(
    'more-times',
    z.object({ ...choosing, skip: z.number().int().min(0).max(2000).default(0) }),
    (turn, data) => showTimes(turn, { choosing: chosen(data), skip: data.skip, wish: 'as before' }),
  ),
  on('ask-when', z.object(choosing), (turn, data) =>
    showTimes(turn, { choosing: chosen(data), wish: 'as before', asksAgain: true }),
  ),
  on(
    'can-meet',
    z.object({
      ...choosing,
      days: z.string().max(100).default(''),
      earliest: z.string().max(5).default(''),
      latest: z.string().max(5).default(''),
      nights: z.string().max(5).default('false'),
    }),
    async (turn, data) => saidWhen(turn, chosen(data), canMeetFrom(data, await turn.ports.clock.now())),
  ),
  on('pick', z.object({ ...choosing, start }), (turn, data) => pickTime(turn, chosen(data), data.start)),
  on('book', z.object({ ...choosing, start, opId, declares, mode, place, shared }), (turn, data, cardId) => {
    const { start, opId, declares, mode, place, shared } = data;
    if (mode === 'in person' && !place) return Promise.resolve({ messages: [{ text: wording.placeNeeded }] });
    const asked = { start, opId, declares, mode, ...(place ? { place } : {}), ...(shared ? { shared } : {}) };
    return book(turn, { ...chosen(data), mode }, asked, cardId);
  }),
  on(
    'propose',
    z.object({ ...choosing, starts: z.array(start).min(1).max(3), opId, declares, mode, place, shared }),
    (turn, { profileId, starts, opId, declares, mode, place, shared, session }, cardId) => {
      if (mode === 'in person' && !place)
        return Promise.resolve({ messages: [{ text: wording.placeNeeded }] });
      const where = { starts, opId, declares, mode, ...(place ? { place } : {}) };
      if (session) return proposeSession(turn, { ...session, ...where }, cardId);
      const asked = { profileId, ...where };
      return propose(turn, { ...asked, ...(shared ? { shared } : {}) }, cardId);
    },
  ),
  on(
    'accept',
    z.object({ ...meeting, opId, declares, picked: start.optional(), seenAt: start.optional() }),
    (turn, { declares, picked, seenAt, ...pressed }, cardId) => {
      const times = { ...(picked ? { picked } : {}), ...(seenAt ? { seenAt } : {}) };
      return accept(turn, pressed, { declares, ...times }, cardId);
    },
  ),
  on('another-time', z.object({ ...meeting, opId }), anotherTime),
  on('not-now', z.object({ ...meeting, opId }), notNow),
  on(
    'suggest',
    z.object({ ...meeting, opId, first: id.optional(), second: id.optional() }),
    (turn, data, cardId) => {
      const { first, second, ...pressed } = data;
      return suggest(
        turn,
        pressed,
        [first, second].filter(each => each !== undefined),
        cardId,
      );
    },
  ),
  on('move', z.object(meeting), showTimesToMove),
  on('show-meeting', z.object(meeting), showMeeting),
  on('move-to', z.object({ ...choosing, moves: z.object(meeting), start, opId }), (turn, data, cardId) =>
    moveTo(turn, chosen(data), { ...data.moves, opId: data.opId }, data.start, cardId),
  ),
  on('cancel', z.object({ ...meeting, opId }), cancel),
  on(
    'after-meeting',
    z.object({
      ...meeting,
      opId,
      answer: z.enum(blindAnswers),
      reason: z.enum(blindReasons).optional().catch(undefined),
    }),
    (turn, { reason, ...answered }) => answerAfter(turn, { ...answered, ...(reason ? { reason } : {}) }),
  ),
  on('stop-reminders', z.object({ kinds: z.string().max(200) }), (turn, { kinds }) =>
    stopReminders(turn, kinds),
  ),
  on(
    'session-times',
    z.object({ pairId: id, minutes: sessionMinutes.default(usualSessionLength) }),
    (turn, { pairId, minutes }) => showSessionTimes(turn, { pairId, minutes }),
  ),
  on(
    'book-session',
    z.object({
      pairId: id,
      start,
      opId,
      minutes: sessionMinutes.default(usualSessionLength),
      declares,
      mode,
      place,
    }),
    (turn, { place, ...asked }, cardId) =>
      asked.mode === 'in person' && !place
        ? Promise.resolve({ messages: [{ text: wording.placeNeeded }] })
        : bookOneSession(turn, { ...asked, ...(place ? { place } : {}) }, cardId),
  ),
  on('manager-note', z.object({ pairId: id }), (turn, { pairId }) => noteToManager(turn, pairId)),
  on('manager-chat', z.object({ pairId: id, address: z.string().max(254) }), (turn, { pairId, address }) =>
    managerChat(turn, pairId, address),
  ),
];

/** A table: what a button says it does → the journey. An unknown verb is a button of another time. */
const byVerb = new Map(actions.map(action => [action.verb, action]));

export async function pressed(
  turn: Turn,
  verb: string,
  data: unknown,
  cardId: string | undefined,
): Promise<Reply> {
  const action = byVerb.get(verb);
  return action ? action.run(turn, data, cardId) : olderPress(turn, data);
}

const ofMeeting = z.object(meeting);
const ofMove = z.object({ moves: ofMeeting });
const ofMentor = z.object({ profileId: id });

/** A button that says its matter in an older way, or does what is done no more: the matter is shown as it stands now. */
async function olderPress(turn: Turn, data: unknown): Promise<Reply> {
  const about = ofMeeting.safeParse(data).data ?? ofMove.safeParse(data).data?.moves;
  const shown = about && (await showMeeting(turn, about, wording.olderPress));
  if (shown?.card) return shown;
  const mentor = ofMentor.safeParse(data).data;
  if (mentor && (await isOnRegister(turn.ports, mentor.profileId)))
    return showTimes(turn, { choosing: mentor, wish: 'as before', because: wording.olderTimes });
  return { messages: [{ text: wording.unknownPress }] };
}
