import { keepApartFromMentee, listKeptApart, takeBackApart } from '../journeys/keep-apart.ts';
import { listMeetings } from '../journeys/list-meetings.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { samePerson } from '../mentoring/people/person.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { type Card, card } from './cards/card.ts';
import { findingWording } from './cards/finding-wording.ts';
import { everyoneLeftOutCard, neverAsksCard } from './cards/left-out-cards.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { letBack } from './leaving-out.ts';
import type { Ids } from './meetings.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Only what this person has said themselves. */
export async function whoIsLeftOut(turn: Turn): Promise<Reply> {
  return { card: await listCard(turn) };
}

/** Pressed in that list: it goes on without them. */
export async function notLeftOut(turn: Turn, profileId: string): Promise<Reply> {
  await letBack(turn, profileId);
  return { card: await listCard(turn) };
}

export async function everyoneAgain(turn: Turn): Promise<Reply> {
  await takeBackApart(turn.ports, turn.person, 'everybody');
  return { messages: [{ text: findingWording.everyoneAgain }] };
}

/** A mentor's word about somebody who asked them. The mentee is told nothing different. */
export async function neverAskAgain(turn: Turn, meeting: Ids): Promise<Reply> {
  const kept = await keepApartFromMentee(turn.ports, turn.person, meeting);
  if (isRefusal(kept)) return { messages: [{ text: refusalWords(kept.refused) }] };
  if (!('person' in kept.about)) return whoIsLeftOut(turn);
  return { card: neverAsksCard(kept.name, kept.about.person) };
}

export async function mayAskAgain(turn: Turn, mentee: PersonId, isListed: boolean): Promise<Reply> {
  await takeBackApart(turn.ports, turn.person, { person: mentee });
  return { card: isListed ? await listCard(turn) : card(findingWording.asksAgain, []) };
}

/** The newest request that was answered with not now, or the one of that name. */
export async function neverAskAgainTyped(turn: Turn, who: string): Promise<Reply> {
  const wanted = /^(them|him|her|this person)$/.test(who) ? [] : who.split(' ');
  const [last] = (await listMeetings(turn.ports, turn.person))
    .filter(({ stage, mentor }) => stage === 'not now' && samePerson(mentor.person, turn.person))
    .filter(({ mentee }) => wanted.every(word => mentee.name.toLowerCase().split(/\s+/).includes(word)))
    .sort((a, b) => (b.interval?.start ?? 0) - (a.interval?.start ?? 0));
  if (!last) return { messages: [{ text: findingWording.nobodyAsked }] };
  return neverAskAgain(turn, { pairId: last.pairId, meetingId: last.id });
}

async function listCard(turn: Turn): Promise<Card> {
  return everyoneLeftOutCard(await listKeptApart(turn.ports, turn.person));
}
