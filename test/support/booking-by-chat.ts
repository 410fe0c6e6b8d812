import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { type Card, isRecord } from '../../infra/local/teams/activity.ts';
import { type InvokeAnswer, invokeAnswer } from '../../infra/local/teams/bot-door.ts';
import { actionsOf } from './card-press.ts';
import type { LocalWorld } from './local-world.ts';
import type { TeamsPerson } from './teams-person.ts';

/** The time at which these worlds open: a Monday, 10am in London. */
export const mondayMorning = Date.parse('2026-11-23T10:00:00Z');

const ids = nodeIds();

export function profileIdOf(world: LocalWorld, who: string): string {
  return ids.derived('profile', world.scheme.id, world.emailOf(who));
}

/** A press as Teams sends it; the card need not be on anybody's screen. */
export async function press(
  person: TeamsPerson,
  verb: string,
  data: object,
  { cardId, activityId }: { readonly cardId?: string; readonly activityId?: string } = {},
): Promise<InvokeAnswer> {
  const action = { type: 'Action.Execute', verb, data };
  return invokeAnswer(
    await person.raw({
      type: 'invoke',
      name: 'adaptiveCard/action',
      ...(activityId ? { id: activityId } : {}),
      ...(cardId ? { replyToId: cardId } : {}),
      value: { action, trigger: 'manual' },
    }),
  );
}

/** What the button of that verb carries; the first of several. */
export function dataOf(card: Card | undefined, verb: string): Record<string, unknown> {
  if (!card) throw new Error('There is no card');
  const found = actionsOf(card).find(action => action.verb === verb);
  if (!isRecord(found?.data)) throw new Error(`No ${verb} on: ${wordsOn(card)}`);
  return { ...found.data };
}

export function verbsOn(card: Card | undefined): string[] {
  return card ? actionsOf(card).map(action => String(action.verb)) : [];
}

/** All that a person reads on a card, buttons apart. */
export function wordsOn(value: unknown): string {
  return texts(isRecord(value) ? value.body : value).join('\n');
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isRecord(value)) return [];
  if (value.type === 'TextRun') return [String(value.text)];
  return Object.values(value).flatMap(texts);
}

/** Starts of the times on a card, first shown first. */
export function startsOn(card: Card | undefined): number[] {
  if (!card) return [];
  return actionsOf(card).flatMap(({ verb, data }) => {
    if (!isRecord(data)) return [];
    if (verb === 'pick') return [Number(data.start)];
    return Array.isArray(data.starts) ? data.starts.map(Number) : [];
  });
}

export async function timesWith(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
  mode: 'online' | 'in person' = 'online',
): Promise<Card> {
  const answer = await press(mentee, 'more-times', { profileId: profileIdOf(world, mentor), mode, skip: 0 });
  if (!answer.card) throw new Error(`No times: ${answer.message}`);
  return answer.card;
}

export type Asked = {
  readonly start: number;
  readonly opId?: string;
  readonly cardId?: string;
  readonly activityId?: string;
  readonly mode?: 'online' | 'in person';
  readonly place?: string;
  readonly shared?: string;
  readonly declares?: boolean;
};

export function book(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
  { cardId, activityId, ...asked }: Asked,
): Promise<InvokeAnswer> {
  const data = { profileId: profileIdOf(world, mentor), opId: randomUUID(), mode: 'online', ...asked };
  return press(mentee, 'book', data, {
    ...(cardId ? { cardId } : {}),
    ...(activityId ? { activityId } : {}),
  });
}

/** A message in the person's chat whose card stands for the one that is pressed. */
export async function cardInChat(person: TeamsPerson): Promise<string> {
  const [message] = (await person.say('help')).filter(each => each.cards.length > 0);
  if (!message) throw new Error('No card came');
  return message.id;
}

/** From the mentee's first time with the mentor to the booked meeting, all afterwards done. */
export async function bookFirst(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
  asked: Partial<Asked> = {},
): Promise<{ readonly start: number; readonly cardId: string; readonly answer: InvokeAnswer }> {
  const cardId = asked.cardId ?? (await cardInChat(mentee));
  const start = asked.start ?? first(startsOn(await timesWith(world, mentee, mentor, asked.mode)));
  const answer = await book(world, mentee, mentor, { ...asked, start, cardId });
  await world.settled();
  return { start, cardId, answer };
}

/** The newest card in somebody's chat that has such a button; their meetings are shown anew where none has. */
export async function cardWith(
  person: TeamsPerson,
  verb: string,
): Promise<{ readonly card: Card; readonly cardId: string }> {
  const found = newestWith(person, verb);
  if (found) return found;
  await person.say('my meetings');
  const shown = newestWith(person, verb);
  if (!shown) throw new Error(`No card with ${verb}`);
  return shown;
}

function newestWith(person: TeamsPerson, verb: string) {
  for (const message of person.messages().toReversed()) {
    const card = message.cards.find(each => verbsOn(each).includes(verb));
    if (card) return { card, cardId: message.id };
  }
  return undefined;
}

/** Presses the newest card that has the button, with the data on it. */
export async function pressNewest(
  world: LocalWorld,
  person: TeamsPerson,
  verb: string,
  more: object = {},
): Promise<InvokeAnswer> {
  const { card, cardId } = await cardWith(person, verb);
  const answer = await press(person, verb, { ...dataOf(card, verb), ...more }, { cardId });
  await world.settled();
  return answer;
}

export async function eventually(
  what: string,
  holds: () => Promise<boolean> | boolean,
  ms = 10_000,
): Promise<void> {
  const ends = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > ends) throw new Error(`Not within ${ms} ms: ${what}`);
    await wait(50);
  }
}

export function first<T>(of: readonly T[]): T {
  const [one] = of;
  if (one === undefined) throw new Error('There is none');
  return one;
}
