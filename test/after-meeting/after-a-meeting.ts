import { randomUUID } from 'node:crypto';
import type { BlindAnswer } from '../../bot/mentoring/chemistry/blind-answer.ts';
import type { Card } from '../../infra/local/teams/activity.ts';
import {
  bookFirst,
  eventually,
  first,
  press,
  pressNewest,
  startsOn,
  timesWith,
} from '../support/booking-by-chat.ts';
import { actionsOf } from '../support/card-press.ts';
import type { LocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { keptOf } from '../support/what-is-held.ts';

export const titles: Readonly<Record<BlindAnswer, string>> = {
  'go on': 'Go on',
  'not for me': 'Not for me',
  'another meeting first': 'Another meeting first',
};

export function setClock(world: LocalWorld, now: number): Promise<unknown> {
  return world.local('clock', { method: 'POST', body: { now } });
}

/** The two have a meeting, agreed by the mentor, on the last day on offer; both have been in the chat. Its end. */
export async function agreeToMeet(world: LocalWorld, mentee: TeamsPerson, mentor: string): Promise<number> {
  await world.person(mentor).install();
  const start = first(startsOn(await timesWith(world, mentee, mentor)).slice(-1));
  await bookFirst(world, mentee, mentor, { start, opId: 'the booking' });
  await pressNewest(world, world.person(mentor), 'accept');
  return start + 30 * 60_000;
}

/** The newest card in somebody's chat with that button, by its title. */
export function cardTitled(person: TeamsPerson, title: string): Card | undefined {
  const cards = person.messages().flatMap(message => message.cards);
  return cards.findLast(card => actionsOf(card).some(action => action.title === title));
}

export async function untilAsked(...people: readonly TeamsPerson[]): Promise<void> {
  await eventually('both are asked', () => people.every(each => cardTitled(each, 'Go on') !== undefined));
}

/** Presses the button of that answer on the newest question. */
export async function answerByCard(person: TeamsPerson, answer: BlindAnswer): Promise<Card> {
  const card = cardTitled(person, titles[answer]);
  const action = card && actionsOf(card).find(({ title }) => title === titles[answer]);
  const answered = await press(person, 'after-meeting', { ...Object(action?.data), opId: randomUUID() });
  if (!answered.card) throw new Error(`No card: ${answered.message}`);
  return answered.card;
}

export async function untilReleased(world: LocalWorld, mentee: TeamsPerson, mentor: string): Promise<void> {
  await eventually('it is released and both are told', async () => {
    const all = await keptOf(world, mentee, mentor);
    return all.every(
      ({ meeting, outbox }) =>
        meeting.after?.released !== undefined &&
        outbox.every(({ kind }) => kind !== 'released' && kind !== 'go-on-result'),
    );
  });
}
