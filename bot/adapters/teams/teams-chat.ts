import type { Activity, CloudAdapter, ConversationReference } from 'botbuilder';
import type { PersonId } from '../../mentoring/people/person.ts';
import type { Chat, Notice } from '../../ports/chat.ts';

export type TeamsChatSettings = {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** What the person's last activity said about where they are; undefined when they never spoke or removed the app. */
  readonly referenceOf: (person: PersonId) => Promise<Partial<ConversationReference> | undefined>;
  /** The words are the conversation's. `undefined`: no news for them any more. */
  readonly render: (notice: Notice) => Promise<Partial<Activity> | undefined>;
};

/** Speaks first in a person's own chat with the bot. */
export function teamsChat({ adapter, appId, referenceOf, render }: TeamsChatSettings): Chat {
  async function inChat<T>(
    person: PersonId,
    notice: Notice,
    act: (
      send: (activity: Partial<Activity>, update?: string) => Promise<string | undefined>,
      activity: Partial<Activity>,
    ) => Promise<T>,
  ): Promise<T | 'unreachable'> {
    const [reference, activity] = await Promise.all([referenceOf(person), render(notice)]);
    if (!reference || !activity) return 'unreachable';
    let outcome: { readonly result: T } | { readonly problem: unknown } | undefined;
    await adapter.continueConversationAsync(appId, reference, async context => {
      try {
        const result = await act(async (each, update) => {
          if (update !== undefined) {
            await context.updateActivity({ ...each, id: update });
            return update;
          }
          return (await context.sendActivity(each))?.id;
        }, activity);
        outcome = { result };
      } catch (problem) {
        // What is thrown here would end in the adapter's onTurnError and never come back.
        outcome = { problem };
      }
    });
    return settled(outcome);
  }

  return {
    tell: (person, notice) =>
      inChat(person, notice, async (send, activity) => ({ messageId: (await send(activity)) ?? '' })),
    async update(person, messageId, notice) {
      await inChat(person, notice, async (send, activity) => {
        await send(activity, messageId);
        return 'updated';
      });
    },
  };
}

function settled<T>(
  outcome: { readonly result: T } | { readonly problem: unknown } | undefined,
): T | 'unreachable' {
  if (!outcome) throw new Error('The conversation was not continued');
  if ('result' in outcome) return outcome.result;
  if (isBlocked(outcome.problem)) return 'unreachable';
  throw new Error('The conversation was not continued', { cause: outcome.problem });
}

/** The app was removed or blocked there: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
function isBlocked(problem: unknown): boolean {
  if (!(problem instanceof Error) || !('statusCode' in problem)) return false;
  return problem.statusCode === 403 || problem.statusCode === 404;
}
