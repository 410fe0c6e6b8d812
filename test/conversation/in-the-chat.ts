import { containers } from '../../bot/ports/store.ts';
import { type Card, isRecord } from '../../infra/local/teams/activity.ts';
import type { InvokeAnswer } from '../../infra/local/teams/bot-door.ts';
import { actionsOf } from '../support/card-press.ts';
import { type LocalWorld, openLocalWorld, type WorldOptions } from '../support/local-world.ts';
import type { SeenMessage, TeamsPerson } from '../support/teams-person.ts';

/** The time at which these worlds open: a Monday, 10am in London. */
export const mondayMorning = Date.parse('2026-11-23T10:00:00Z');

export const sentence =
  "I'm a band 6 nurse near Leeds and I want to move into management, Thursdays are best";

/** One world for the tests of a file, opened before the first and closed after the last. */
export function worldOfThisFile(options: WorldOptions = {}): () => LocalWorld {
  let world: LocalWorld | undefined;
  before(async () => {
    world = await openLocalWorld({ now: mondayMorning, ...options });
  });
  after(async () => world?.close());
  return () => {
    if (!world) throw new Error('The world is not open yet');
    return world;
  };
}

/** All text on a card that a person reads, without its buttons. */
export function wordsOn(card: Card): string {
  return runsIn(card.body).join('\n');
}

function runsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(runsIn);
  if (!isRecord(value)) return [];
  if (value.type === 'TextRun' || value.type === 'TextBlock') return [String(value.text)];
  return Object.values(value).flatMap(runsIn);
}

/** All words of some messages. */
export function said(messages: readonly SeenMessage[]): string {
  return messages.flatMap(({ text, cards }) => [text, ...cards.map(wordsOn)]).join('\n');
}

export function titlesOn(card: Card): string[] {
  return actionsOf(card).map(({ title }) => String(title));
}

/** The name on each mentor's card. */
export function mentorsIn(messages: readonly SeenMessage[]): string[] {
  const cards = messages.flatMap(message => message.cards).filter(card => wordsOn(card).includes(' · '));
  return cards.map(card => wordsOn(card).split('\n')[0]?.split(' · ')[1] ?? '');
}

export function first<T>(of: readonly T[]): T {
  const [one] = of;
  if (one === undefined) throw new Error('There is none');
  return one;
}

export function onlyCard(messages: readonly SeenMessage[]): Card {
  const cards = messages.flatMap(message => message.cards);
  if (cards.length !== 1) throw new Error(`There are ${cards.length} cards`);
  return first(cards);
}

/** The title of the first time on a card with times. */
export function firstTime(card: Card): string {
  const time = actionsOf(card).find(({ verb }) => verb === 'pick');
  if (!time) throw new Error(`No time on the card: ${wordsOn(card)}`);
  return String(time.title);
}

/** Somebody finds mentors, looks at more of them until the one of that name is there, and chooses; the card with the times. */
export async function choose(mentee: TeamsPerson, mentor: string, need = sentence): Promise<Card> {
  const seen: string[] = [];
  for (let typed = need; seen.length < 30; typed = 'more') {
    const found = mentorsIn(await mentee.say(typed));
    seen.push(...found);
    if (found.some(name => name.split(' ').includes(mentor)))
      return onlyCard(await mentee.say(`book ${mentor}`));
    if (found.length === 0) break;
  }
  throw new Error(`${mentor} is not among ${seen.join(', ')}`);
}

/** From the need to the booked meeting, by buttons; the card to confirm as it was, and the booked one. */
export async function bookWith(
  world: LocalWorld,
  mentee: TeamsPerson,
  mentor: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ readonly confirm: Card; readonly booked: Card }> {
  const times = await choose(mentee, mentor);
  const confirm = cardOf(await mentee.press(times, firstTime(times)));
  const booked = cardOf(await mentee.press(confirm, 'book', inputs));
  await world.settled();
  return { confirm, booked };
}

export function cardOf({ card, body }: InvokeAnswer): Card {
  if (!card) throw new Error(`No card came back: ${JSON.stringify(body)}`);
  return card;
}

/** A press as Teams sends it, of a card that need not be on anybody's screen. */
export function pressOf(verb: unknown, data: unknown): Card {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}

/** Every document of the store as it is now, by where it is. */
export async function everythingStored({ store }: LocalWorld): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const container of containers) {
    let token: string | undefined;
    for (let caughtUp = false; !caughtUp; ) {
      const read = await store.changesSince(container, token);
      for (const change of read.changes) {
        const id = change.removed ? change.id : change.document.id;
        const key = [container, change.partition.tenant, change.partition.scope, id].join('/');
        if (change.removed) all.delete(key);
        else all.set(key, JSON.stringify(change.document));
      }
      ({ token, caughtUp } = read);
    }
  }
  return all;
}
