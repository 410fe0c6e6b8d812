import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { TeamsPersona } from './bot-door.ts';
import type { ChatMessage } from './chat-log.ts';
import { type ChatWithBot, chatWithBot } from './chat-with-bot.ts';
import type { Chats } from './chats.ts';
import type { Directory, ListedPerson } from './directory.ts';
import { readJson, sendJson } from './json-http.ts';

/** The first event of a live connection: everything as it is now. */
export type ChatOpened = {
  readonly kind: 'opened';
  readonly me: ListedPerson;
  readonly tabUrl: string;
  readonly messages: readonly ChatMessage[];
};

/** What became of a press, as the page shows it. A new card comes by the live connection. */
export type PressOutcome = { readonly outcome: 'done' | 'failed' | 'sign in'; readonly message?: string };

export type PageApi = {
  handle(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void>;
};

const asked = {
  say: z.object({ as: z.string(), text: z.string() }),
  press: z.object({
    as: z.string(),
    messageId: z.string(),
    attachment: z.int().min(0),
    action: z.record(z.string(), z.unknown()),
  }),
  signIn: z.object({ as: z.string(), messageId: z.string() }),
  token: z.object({ as: z.string() }),
};

const keepAliveMs = 20_000;

const personaOf = (person: ListedPerson): TeamsPersona => ({
  objectId: person.id,
  tenantId: person.tenantId,
  name: person.name,
});

export function pageApi(
  chats: Chats,
  directory: Directory,
  bot: { readonly messagesUrl: string; readonly serviceUrl: string; readonly tabUrl: string },
): PageApi {
  const chatOf = (person: ListedPerson): ChatWithBot =>
    chatWithBot(personaOf(person), chats, bot, () => directory.token(person.email));

  function live(res: ServerResponse, me: ListedPerson): void {
    const { id } = chats.conversationOf(personaOf(me));
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const tell = (event: unknown) => res.write(`data: ${JSON.stringify(event)}\n\n`);
    const opened: ChatOpened = { kind: 'opened', me, tabUrl: bot.tabUrl, messages: chats.log.messages(id) };
    tell(opened);
    const stop = chats.log.watch(change => {
      if (change.conversationId === id) tell(change);
    });
    const timer = setInterval(() => res.write(': still here\n\n'), keepAliveMs);
    res.on('close', () => {
      stop();
      clearInterval(timer);
    });
    void chatOf(me).install();
  }

  async function press(body: z.infer<typeof asked.press>, chat: ChatWithBot): Promise<PressOutcome> {
    const answer = await chat.press(body.messageId, body.attachment, body.action);
    if (answer.signIn) return { outcome: 'sign in', message: answer.signIn.text ?? '' };
    if (answer.error || answer.status >= 300) return { outcome: 'failed' };
    return answer.message === undefined ? { outcome: 'done' } : { outcome: 'done', message: answer.message };
  }

  /** Parses the body and finds who it is from, or answers that it cannot. */
  async function from<T extends { readonly as: string }>(
    schema: z.ZodType<T>,
    req: IncomingMessage,
    res: ServerResponse,
    then: (body: T, person: ListedPerson) => Promise<unknown>,
  ): Promise<void> {
    const parsed = schema.safeParse(await readJson(req));
    if (!parsed.success) return sendJson(res, 400, { error: 'Not what is expected here' });
    const person = await directory.person(parsed.data.as);
    if (!person) return sendJson(res, 404, { error: 'No such person' });
    sendJson(res, 200, await then(parsed.data, person));
  }

  return {
    async handle(req, res, url) {
      switch (`${req.method} ${url.pathname}`) {
        case 'GET /api/people':
          return sendJson(res, 200, await directory.people());
        case 'GET /api/live': {
          const me = await directory.person(url.searchParams.get('as') ?? '');
          return me ? live(res, me) : sendJson(res, 404, { error: 'No such person' });
        }
        case 'POST /api/say':
          return from(asked.say, req, res, async ({ text }, person) => ({
            taken: await chatOf(person).say(text),
          }));
        case 'POST /api/press':
          return from(asked.press, req, res, (body, person) => press(body, chatOf(person)));
        case 'POST /api/sign-in':
          return from(asked.signIn, req, res, async ({ messageId }, person) => ({
            signedIn: await chatOf(person).signIn(messageId),
          }));
        case 'POST /api/token':
          return from(asked.token, req, res, async (_body, person) => ({
            token: await directory.token(person.email),
          }));
        default:
          return sendJson(res, 404, { error: 'Not found' });
      }
    },
  };
}
