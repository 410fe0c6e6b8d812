import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { ContractMatter } from '../mentoring/contract/contract-matter.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { ContractReminderKind } from '../mentoring/reminders/contract-reminders.ts';
import type { ReminderKind } from '../mentoring/reminders/meeting-reminders.ts';

/** What a person is told without having asked. The door that owns the words turns it into a message. */
export type Notice =
  /** The card that tells how a meeting stands, for one of the two; the same card is updated later. */
  | { readonly about: 'meeting'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  /** One line beside the updated card, so that a change is noticed. */
  | { readonly about: 'change'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  | { readonly about: 'clash'; readonly meeting: Meeting }
  /** Whether to go on, asked of one of the two in private; later what they have answered themselves. */
  | { readonly about: 'question'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  /** What has been released to both. */
  | { readonly about: 'result'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  /** Times for a meeting with this mentor, which they asked for outside the chat. */
  | {
      readonly about: 'times';
      readonly to: PersonId;
      readonly profileId: string;
      readonly wish: TimeWish;
    }
  /** The same for a session of a pair that goes on. */
  | { readonly about: 'session-times'; readonly to: PersonId; readonly pairId: string }
  /** All that somebody is reminded of at one time, in one message. */
  | { readonly about: 'reminders'; readonly to: PersonId; readonly reminders: readonly Reminder[] };

export type Reminder =
  | { readonly kind: ReminderKind; readonly meeting: Meeting }
  | { readonly kind: ContractReminderKind; readonly contract: ContractMatter };

/**
 * What became of words that were said first. `afterMs`: certainly not said, and to be tried again then, at the earliest.
 * `unclear`: they left and nobody can say whether they arrived, so that saying them again may say them twice.
 * `unreachable`: the app is not installed or blocked there, or their tenant takes no part any more. `no news`: there is
 * nothing to say about the matter any more.
 */
export type Told =
  | { readonly messageId: string }
  | { readonly afterMs: number }
  | 'unclear'
  | 'unreachable'
  | 'no news';

/** Throws when nothing was said and trying again soon is no help. */
export type Chat = {
  /** Speaks first. */
  tell(person: PersonId, notice: Notice): Promise<Told>;
  /**
   * Replaces an earlier message in place; the same content twice does no harm, so what is unclear may be repeated.
   * `gone`: that message is not there any more.
   */
  update(
    person: PersonId,
    messageId: string,
    notice: Notice,
  ): Promise<'updated' | 'gone' | 'no news' | 'unclear' | 'unreachable' | { readonly afterMs: number }>;
};
