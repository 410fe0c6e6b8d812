import { sayWhenYouCanMeet } from '../journeys/keep-reference.ts';
import { readTalk, saveTalk } from '../journeys/keep-talk.ts';
import { offerSessionTimes } from '../journeys/offer-session-times.ts';
import { type OfferedTimes, offerTimes, seeMentor } from '../journeys/offer-times.ts';
import { seePartner } from '../journeys/session-partners.ts';
import { timeWishOf } from '../journeys/time-wish-of.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { usualSessionLength } from '../mentoring/sessions/session-length.ts';
import type { Choosing, TalkRecord } from '../records/talk-record.ts';
import { confirmCard } from './cards/confirm-card.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { timesCard } from './cards/times-card.ts';
import { wording } from './cards/wording.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

type Wanted = {
  readonly choosing: Choosing;
  readonly skip?: number;
  /** Typed for this choice, now or before; otherwise what the first sentence said about days and times. */
  readonly wish?: TimeWish | 'as before';
  /** The one time that was asked for, epoch milliseconds: where both are free then, it only remains to confirm it. */
  readonly exactly?: number;
  readonly because?: string;
  /** Asks once more when the person can meet. */
  readonly asksAgain?: boolean;
};

/** Times from both calendars, at once; where the other's cannot be seen, three times to send. */
export async function showTimes(turn: Turn, wanted: Wanted): Promise<Reply> {
  const { choosing, skip = 0 } = wanted;
  const { session, profileId, mode = 'online' } = choosing;
  const talk = await readTalk(turn.ports, turn.person);
  const wish = wanted.wish === 'as before' ? wishBefore(talk, choosing) : wanted.wish;
  if (session) return showSessionTimes(turn, { ...wanted, ...choosing, ...session, wish });
  const asker = await turn.asker();
  const meant = wish ?? timeWishOf(talk.search?.criteria);
  const offered = await offerTimes(turn.ports, { asker, profileId, wish: meant, mode, skip });
  if (isRefusal(offered)) return { messages: [{ text: refusalWords(offered.refused) }] };
  return show(turn, { ...wanted, talk, offered, wish });
}

/** The same for a session of two who go on. */
export async function showSessionTimes(
  turn: Turn,
  asked: Omit<Wanted, 'choosing' | 'wish'> &
    Pick<Choosing, 'mode' | 'moves'> & {
      readonly pairId: string;
      readonly minutes?: number;
      readonly wish?: TimeWish | undefined;
    },
): Promise<Reply> {
  const { pairId, minutes = usualSessionLength, wish, skip = 0, mode, moves } = asked;
  const meant = { pairId, minutes, skip, ...(wish ? { wish } : {}), ...(mode ? { mode } : {}) };
  const offered = await offerSessionTimes(turn.ports, await turn.asker(), meant);
  if (isRefusal(offered)) return { messages: [{ text: refusalWords(offered.refused) }] };
  const choosing = {
    profileId: offered.profileId,
    ...(mode ? { mode } : {}),
    ...(moves ? { moves } : {}),
    session: { pairId, minutes },
  };
  const talk = await readTalk(turn.ports, turn.person);
  return show(turn, { ...asked, choosing, talk, offered, wish });
}

async function show(
  turn: Turn,
  wanted: Omit<Wanted, 'wish'> & {
    readonly wish: TimeWish | undefined;
    readonly talk: TalkRecord;
    readonly offered: OfferedTimes;
  },
): Promise<Reply> {
  const { choosing, skip = 0, exactly, because, asksAgain = false, wish, talk, offered } = wanted;
  const page = offered.slots.map(slot => slot.start);
  const mentor = {
    otherName: offered.other.name,
    mayMeetInPerson: offered.mayMeetInPerson,
    declares: offered.lineManagement === 'unknown',
  };
  const proposes = offered.from === 'hidden' && page.length > 0;
  const isFree = !proposes && exactly !== undefined && page.includes(exactly);
  const starts = isFree ? [exactly] : page;
  const opId = turn.ports.ids.random();
  await saveTalk(turn.ports, turn.person, {
    ...talk,
    choosing: {
      ...choosing,
      ...mentor,
      shown: skip + page.length,
      ...(wish ? { wish } : {}),
      ...(proposes || isFree ? { confirming: { starts, proposes, opId } } : {}),
    },
  });
  if (proposes || isFree) {
    return {
      card: confirmCard({
        choosing,
        ...mentor,
        starts,
        proposes,
        opId,
        shown: proposes ? skip + page.length : 0,
      }),
    };
  }
  const why = because ?? (exactly === undefined ? undefined : wording.notBothFree);
  const askWhenYouCanMeet = asksAgain || (await turn.asker()).canMeet === undefined;
  return {
    card: timesCard({ offered, choosing, skip, askWhenYouCanMeet, ...(why ? { because: why } : {}) }),
  };
}

/** What the person says about their shifts narrows Outlook from now on; the times are offered anew. */
export async function saidWhen(
  turn: Turn,
  choosing: Choosing | undefined,
  said: WhenYouCanMeet,
): Promise<Reply> {
  const record = await sayWhenYouCanMeet(turn.ports, turn.person, said);
  const again = {
    ...turn,
    asker: async () => ({ ...(await turn.asker()), canMeet: record.canMeet ?? said }),
  };
  return choosing
    ? showTimes(again, { choosing, wish: 'as before' })
    : { messages: [{ text: wording.canMeetKept }] };
}

/** A time was picked: what is left to say before both calendars are touched. */
export async function pickTime(turn: Turn, choosing: Choosing, start: number): Promise<Reply> {
  if (start <= (await turn.ports.clock.now())) {
    return showTimes(turn, { choosing, wish: 'as before', because: refusalWords('time passed') });
  }
  const talk = await readTalk(turn.ports, turn.person);
  const known = talk.choosing && isSame(talk.choosing, choosing) ? talk.choosing : undefined;
  const other = known ?? (await seeOther(turn, choosing));
  if ('refused' in other) return { messages: [{ text: refusalWords(other.refused) }] };
  const { otherName, mayMeetInPerson, declares } = other;
  const seen = { otherName, mayMeetInPerson, declares };
  const confirming = { starts: [start], proposes: false, opId: turn.ports.ids.random() };
  const { shown = 0, wish } = known ?? {};
  await saveTalk(turn.ports, turn.person, {
    ...talk,
    choosing: { ...choosing, ...seen, shown, ...(wish ? { wish } : {}), confirming },
  });
  return { card: confirmCard({ choosing, ...seen, ...confirming, shown: 0 }) };
}

/** What was chosen before, without what was on the screen. */
export function choosingBefore({ choosing }: TalkRecord): Choosing | undefined {
  if (!choosing) return undefined;
  const { profileId, moves, mode, session } = choosing;
  return {
    profileId,
    ...(mode ? { mode } : {}),
    ...(moves ? { moves } : {}),
    ...(session ? { session } : {}),
  };
}

function wishBefore({ choosing }: TalkRecord, now: Choosing): TimeWish | undefined {
  return choosing && isSame(choosing, now) ? choosing.wish : undefined;
}

/** With the same person, and of the same kind. */
function isSame(a: Choosing, b: Choosing): boolean {
  return a.profileId === b.profileId && a.session?.pairId === b.session?.pairId;
}

async function seeOther(turn: Turn, { profileId, session }: Choosing) {
  const asker = await turn.asker();
  return session ? seePartner(turn.ports, asker, session.pairId) : seeMentor(turn.ports, asker, profileId);
}
