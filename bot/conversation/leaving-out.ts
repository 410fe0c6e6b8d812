import { findMentors, findMentorsLike } from '../journeys/find-mentors.ts';
import { keepApartFromMentor, takeBackApart } from '../journeys/keep-apart.ts';
import { readTalk, saveTalk } from '../journeys/keep-talk.ts';
import { showMentor } from '../journeys/show-more-mentors.ts';
import type { NotForMe, NotForMeReason } from '../matching/not-for-me.ts';
import type { ApartBecause } from '../mentoring/people/kept-apart.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { findingWording } from './cards/finding-wording.ts';
import { leftOutCard } from './cards/left-out-cards.ts';
import { refineCard } from './cards/refine-card.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { wording } from './cards/wording.ts';
import { shown } from './finding.ts';
import { mentorCards, seeker } from './mentors-shown.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** As a person says it on the card. */
export const leaveOutReasons = [
  'too far',
  'other profession',
  'other focus',
  'not this way of meeting',
  'know them',
  'never again',
] as const;
export type LeaveOutReason = (typeof leaveOutReasons)[number] | NotForMeReason;

/** Others like this one, instead of what was sought. */
export async function moreLike(turn: Turn, profileId: string): Promise<Reply> {
  const { search } = await readTalk(turn.ports, turn.person);
  const how = {
    notForMe: search?.notForMe ?? [],
    besides: [...(search?.seen ?? []).filter(each => each !== profileId), profileId],
  };
  const found = await findMentorsLike(turn.ports, await seeker(turn), profileId, how);
  if (isRefusal(found)) return { messages: [{ text: refusalWords(found.refused) }] };
  if (found.mentors.length === 0)
    return { messages: [{ text: wording.noMore, cards: [refineCard({ hasMore: false })] }] };
  return shown(turn, found, how, { above: findingWording.moreLike(await nameOf(turn, profileId)) });
}

/** The mentor's card becomes one quiet line, and three others follow. Some reasons keep the two apart for good. */
export async function notForMe(turn: Turn, profileId: string, reason?: LeaveOutReason): Promise<Reply> {
  const name = await nameOf(turn, profileId);
  if (name === '') return { messages: [{ text: refusalWords('not found') }] };
  const because = apartBecause(reason);
  if (because) {
    const kept = await keepApartFromMentor(turn.ports, turn.person, { profileId, because });
    if (isRefusal(kept)) return { messages: [{ text: refusalWords(kept.refused) }] };
  }
  const card = leftOutCard(profileId, name, because);
  const { search } = await readTalk(turn.ports, turn.person);
  if (!search) return { card };
  const putAside: NotForMe =
    reason === undefined || reason === 'never again' ? { profileId } : { profileId, because: reason };
  const how = {
    notForMe: [...others(search.notForMe, profileId), putAside],
    besides: (search.seen ?? search.lastShown).filter(each => each !== profileId),
  };
  const found = await findMentors(turn.ports, await seeker(turn), { criteria: search.criteria }, how);
  const { messages = [], ...reply } = await shown(turn, found, how, {
    above: findingWording.othersInstead,
    undo: { leftOut: profileId },
  });
  if (found.mentors.length > 0) return { ...reply, card, messages: messages.slice(0, 1) };
  return { card, messages: [{ text: wording.noMore, cards: [refineCard({ hasMore: false })] }] };
}

/** Takes back that a mentor was left out; their card is there again, where they fit what is sought now. */
export async function showAgain(turn: Turn, profileId: string): Promise<Reply> {
  await letBack(turn, profileId);
  const { search } = await readTalk(turn.ports, turn.person);
  const mentor =
    search && (await showMentor(turn.ports, await seeker(turn), { criteria: search.criteria, profileId }));
  const [card] = mentor ? await mentorCards(turn, { mentors: [mentor], criteria: search.criteria }) : [];
  if (card) return { card };
  return { messages: [{ text: findingWording.shownAgain(await nameOf(turn, profileId)) }] };
}

/** Nothing keeps this mentor from being shown any more, as far as it is this person's word. */
export async function letBack(turn: Turn, profileId: string): Promise<void> {
  await takeBackApart(turn.ports, turn.person, { profileId });
  const talk = await readTalk(turn.ports, turn.person);
  if (!talk.search) return;
  const { undo, ...search } = talk.search;
  const isUndone = undo !== undefined && 'leftOut' in undo && undo.leftOut === profileId;
  await saveTalk(turn.ports, turn.person, {
    ...talk,
    search: {
      ...search,
      notForMe: others(search.notForMe, profileId),
      ...(undo && !isUndone ? { undo } : {}),
    },
  });
}

export async function nameOf({ ports }: Turn, profileId: string): Promise<string> {
  const { index } = await ports.register.fresh();
  return index.get(profileId)?.name ?? '';
}

function apartBecause(reason: LeaveOutReason | undefined): ApartBecause | undefined {
  if (reason === 'know them') return 'conflict';
  return reason === 'never again' ? 'block' : undefined;
}

function others(notForMe: readonly NotForMe[] = [], profileId: string): readonly NotForMe[] {
  return notForMe.filter(each => each.profileId !== profileId);
}
