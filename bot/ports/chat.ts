import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';

/** What a person is told without having asked. The door that owns the words turns it into a message. */
export type Notice =
  /** The card that tells how a meeting stands, for one of the two; the same card is updated later. */
  | { readonly about: 'meeting'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  /** One line beside the updated card, so that a change is noticed. */
  | { readonly about: 'change'; readonly meeting: Meeting; readonly to: 'mentee' | 'mentor' }
  | { readonly about: 'clash'; readonly meeting: Meeting }
  /** Times for a meeting with this mentor, which they asked for outside the chat. */
  | {
      readonly about: 'times';
      readonly to: PersonId;
      readonly profileId: string;
      readonly wish: TimeWish;
    };

export type Chat = {
  /** Speaks first. The id of the message, or `unreachable` when the app is not installed or blocked there. */
  tell(person: PersonId, notice: Notice): Promise<{ readonly messageId: string } | 'unreachable'>;
  /** Replaces an earlier message in place; the same content twice does no harm. */
  update(person: PersonId, messageId: string, notice: Notice): Promise<void>;
};
