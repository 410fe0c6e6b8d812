import type { Activity, Card, SignInCard } from '../../infra/local/teams/activity.ts';
import type { Delivered, InvokeAnswer, TeamsPersona } from '../../infra/local/teams/bot-door.ts';
import type { ChatMessage } from '../../infra/local/teams/chat-log.ts';
import type { Wanted } from './card-press.ts';

/** A message as a person sees it now, with its adaptive cards (a carousel has several). */
export type SeenMessage = ChatMessage & { readonly cards: readonly Card[] };

export type PressOptions = {
  /** Given when the bot may ask to sign in: the press is then sent once more with this token, as Teams does silently. */
  readonly token?: string;
};

export type TeamsPerson = TeamsPersona & {
  readonly conversationId: string;
  /** Sends a message; the bot's messages that came meanwhile. Throws when the bot's endpoint refuses the activity. */
  say(text: string, extra?: Card): Promise<readonly SeenMessage[]>;
  /**
   * Presses the button with this title, or else this verb. A card is found again in its message by identity. An old
   * snapshot of a message may be pressed too. A card that comes back replaces the one pressed.
   */
  press(
    on: SeenMessage | Card,
    button: Wanted,
    inputs?: Readonly<Record<string, string>>,
    options?: PressOptions,
  ): Promise<InvokeAnswer>;
  install(): Promise<readonly SeenMessage[]>;
  uninstall(): Promise<void>;
  /** Teams' usual fields with these over them (undefined takes one away), sent whatever the bot thinks of it. */
  raw(activity: Card): Promise<Delivered>;
  /** What Teams does with the newest sign-in card, or the given one: `signin/tokenExchange`. */
  tokenExchange(token: string, card?: SignInCard): Promise<Delivered>;
  /** Everything in this conversation now, oldest first: updates and deletes are applied. */
  messages(): readonly SeenMessage[];
  /** The cards of the newest message of the bot that has any. */
  lastCards(): readonly Card[];
  typing(): readonly Activity[];
  /** The newest message that satisfies it, now or within the time (5,000 ms); otherwise throws. */
  waitFor(predicate: (message: SeenMessage) => boolean, timeoutMs?: number): Promise<SeenMessage>;
  /** The same person in a group chat or a channel; people with the same id are in it together. */
  inGroup(type: 'groupChat' | 'channel', id?: string): TeamsPerson;
};
