import { setTimeout as wait } from 'node:timers/promises';
import { type Activity, ActivityTypes, type Middleware } from 'botbuilder';
import type { Connector, Handed, Place } from './connector.ts';
import type { SendBudget } from './send-budget.ts';

/** Longest that a person who has just spoken is kept waiting for Teams to take the answer. */
const longestWaitMs = 8000;
const fewestMs = 250;

/**
 * What is said in a turn goes out through the connector too: the SDK's own client sends a POST up to four times when the
 * answer is 5xx, and the person reads it as often. What is unclear counts as said; `onUnclear` hears of it.
 */
export function answerInTurn(
  { connector, budget }: { readonly connector: Connector; readonly budget: SendBudget },
  onUnclear: () => void,
): Middleware {
  async function say(activity: Partial<Activity>): Promise<{ id: string }> {
    const place = placeOf(activity);
    const tenantId = activity.conversation?.tenantId ?? '';
    const send = async () => {
      budget.answered(tenantId, place.conversationId);
      const handed = await connector.send(place, withoutId(activity), activity.replyToId);
      if (handed.outcome === 'not sent') budget.askedToWait(tenantId, place.conversationId, handed.afterMs);
      return handed;
    };
    const handed = activity.type === ActivityTypes.Typing ? await send() : await untilTaken(send);
    if (handed.outcome === 'done') return { id: handed.messageId };
    if (handed.outcome === 'unclear') onUnclear();
    else if (activity.type !== ActivityTypes.Typing) throw new Error(`An answer was ${handed.outcome}`);
    return { id: '' };
  }

  return {
    async onTurn(context, next) {
      context.onSendActivities(async (_context, activities, sendBySdk) => {
        if (activities.some(({ type }) => type === ActivityTypes.InvokeResponse)) return sendBySdk();
        const said: { id: string }[] = [];
        for (const activity of activities) said.push(await say(activity));
        return said;
      });
      await next();
    },
  };
}

async function untilTaken(hand: () => Promise<Handed>): Promise<Handed> {
  for (let waitedMs = 0; ; ) {
    const handed = await hand();
    if (handed.outcome !== 'not sent') return handed;
    const pauseMs = Math.max(handed.afterMs, fewestMs);
    waitedMs += pauseMs;
    if (waitedMs > longestWaitMs) return handed;
    await wait(pauseMs);
  }
}

function placeOf({ serviceUrl, conversation }: Partial<Activity>): Place {
  if (!serviceUrl || !conversation?.id) throw new Error('An answer needs its conversation');
  return { serviceUrl, conversationId: conversation.id };
}

function withoutId({ id: _id, ...activity }: Partial<Activity>): Partial<Activity> {
  return activity;
}
