import type { Attachment, InvokeResponse, TurnContext } from 'botbuilder';
import { keepPending, takePending } from '../journeys/keep-pending.ts';
import { samePerson } from '../mentoring/people/person.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { pressed } from './card-actions.ts';
import { wording } from './cards/wording.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

export type SignInDoor = {
  signInCard(
    context: TurnContext,
    words: { readonly text: string; readonly button: string },
  ): Promise<Attachment>;
  exchange(context: TurnContext): Promise<InvokeResponse>;
};

type Door = { readonly signIn: SignInDoor; readonly report: (what: string, problem: unknown) => void };
type Asked = { readonly verb: string; readonly data: unknown };

/** Something was typed, which is not kept. */
const sayAgain: Asked = { verb: 'say-again', data: {} };

/** What a person hears when something outside stands in the way, and how they go on from there. */
export async function answerProblem(
  door: Door,
  context: TurnContext,
  turn: Turn,
  problem: unknown,
  asked?: Asked,
): Promise<Reply> {
  if (problem instanceof SignInRequired) return askToSignIn(door, context, turn, problem, asked);
  door.report('turn', problem);
  if (problem instanceof CalendarUnavailable) return { messages: [{ text: wording.outlookSilent }] };
  return { messages: [{ text: wording.broken }] };
}

async function askToSignIn(
  door: Door,
  context: TurnContext,
  turn: Turn,
  { person }: SignInRequired,
  asked: Asked | undefined,
): Promise<Reply> {
  if (!samePerson(person, turn.person)) return { messages: [{ text: wording.otherNotSignedIn }] };
  await keepPending(turn.ports, turn.person, asked ? withoutLoss(asked) : sayAgain);
  const attachment = await door.signIn.signInCard(context, {
    text: wording.signIn,
    button: wording.signInButton,
  });
  await context.sendActivity({ type: 'message', attachments: [attachment] });
  return { messages: asked ? [{ text: wording.signInFirst }] : [] };
}

/** Words are not kept. A booking that carried some goes on where they can be written again. */
function withoutLoss({ verb, data }: Asked): Asked {
  const wrote = typeof data === 'object' && data !== null && ('shared' in data || 'place' in data);
  return verb === 'book' && wrote ? { verb: 'pick', data } : { verb, data };
}

/** Goes on with what needed the sign-in, once: several of a person's Teams may sign in at the same time. */
export async function resumePending(turn: Turn): Promise<Reply> {
  const asked = await takePending(turn.ports, turn.person);
  if (!asked) return {};
  if (asked.verb === sayAgain.verb) return { messages: [{ text: wording.signedIn }] };
  return pressed(turn, asked.verb, asked.data, undefined);
}
