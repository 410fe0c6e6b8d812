import { setTimeout as pause } from 'node:timers/promises';
import {
  ActivityHandler,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import restify from 'restify';
import type { Card } from '../../infra/local/teams/activity.ts';

export type EchoBot = {
  readonly url: string;
  /** To everybody who has spoken to it, without being asked. */
  tellEveryone(text: string): Promise<void>;
  close(): Promise<void>;
};

export function feedbackCard(title: string): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true },
      { type: 'TextBlock', text: 'Only your mentor sees this.', isSubtle: true, wrap: true },
      {
        type: 'Input.Text',
        id: 'words',
        label: 'What you want to say',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Write at least one word',
      },
      { type: 'Input.Toggle', id: 'again', title: 'Meet again', value: 'true' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Send', verb: 'send', style: 'positive', data: { opId: 'op-1' } },
      { type: 'Action.Execute', title: 'Fail', verb: 'fail', associatedInputs: 'none' },
      { type: 'Action.Execute', title: 'Sign in first', verb: 'private', associatedInputs: 'none' },
    ],
  };
}

const doneCard = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, weight: 'Bolder', wrap: true }],
  actions: [{ type: 'Action.Execute', title: 'Write again', verb: 'again' }],
});

const answerWith = (card: Card): AdaptiveCardInvokeResponse => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { ...card },
});

class EchoHandler extends ActivityHandler {
  readonly known = new Map<string, Partial<ConversationReference>>();

  constructor() {
    super();
    this.onTurn(async (context, next) => {
      this.known.set(
        context.activity.conversation.id,
        TurnContext.getConversationReference(context.activity),
      );
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await context.sendActivity('Welcome. Say **card** to see one.');
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.reply(context, TurnContext.removeRecipientMention(context.activity).trim());
      await next();
    });
  }

  async reply(context: TurnContext, text: string): Promise<void> {
    await context.sendActivity({ type: 'typing' });
    if (text === 'card')
      await context.sendActivity({ attachments: [CardFactory.adaptiveCard(feedbackCard('How was it?'))] });
    else if (text === 'three')
      await context.sendActivity(
        MessageFactory.carousel(
          ['First', 'Second', 'Third'].map(title => CardFactory.adaptiveCard(feedbackCard(title))),
          'Three of them',
        ),
      );
    else if (text === 'change') {
      const sent = await context.sendActivity('Before');
      await pause(30);
      await context.updateActivity({ ...MessageFactory.text('After'), id: sent?.id ?? '' });
    } else if (text === 'vanish') {
      const sent = await context.sendActivity('Soon gone');
      await context.deleteActivity(sent?.id ?? '');
    } else if (text === 'suggest')
      await context.sendActivity(MessageFactory.suggestedActions(['card', 'change'], 'Pick one'));
    else if (text === 'sign in')
      await context.sendActivity({
        attachments: [
          CardFactory.oauthCard('graph', 'Sign in', 'Sign in to go on', undefined, { id: 'exchange-1' }),
        ],
      });
    else if (text === 'whoami')
      await context.sendActivity(
        `${context.activity.from.aadObjectId} in ${context.activity.conversation.tenantId}`,
      );
    else await context.sendActivity(`You said ${text}`);
  }

  protected override async onInvokeActivity(context: TurnContext) {
    if (context.activity.name !== 'signin/tokenExchange') return super.onInvokeActivity(context);
    await context.sendActivity(`Signed in with ${context.activity.value.token}`);
    return { status: 200 };
  }

  protected override async onAdaptiveCardInvoke(
    _context: TurnContext,
    invokeValue: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const { verb, data } = invokeValue.action;
    if (verb === 'fail')
      return {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'Failed', message: 'On purpose' },
      };
    if (verb === 'again') return answerWith(feedbackCard('Once more'));
    if (verb === 'private' && !invokeValue.authentication?.token)
      return {
        statusCode: 401,
        type: 'application/vnd.microsoft.activity.loginRequest',
        value: {
          connectionName: 'graph',
          text: 'Sign in to go on',
          tokenExchangeResource: { id: 'exchange-2' },
        },
      };
    if (verb === 'private') return answerWith(doneCard(`Done with ${invokeValue.authentication.token}`));
    await pause(80);
    return answerWith(
      doneCard(`Sent: ${String(data.words)} (${String(data.opId)}, again ${String(data.again)})`),
    );
  }
}

/** A bot that does a little of everything that Teams can show, and a tab with this script. On 127.0.0.1, without sign-in. */
export async function startEchoBot(tabScript = ''): Promise<EchoBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const bot = new EchoHandler();
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req, res) => {
    const { body, headers, method = 'POST' } = req;
    await adapter.process({ body, headers, method }, res, context => bot.run(context));
  });
  const page =
    '<!doctype html><html lang="en"><title>Echo</title><script type="module" src="tab.js"></script>';
  server.get('/tab/', async (_req, res) => {
    res.sendRaw(200, page, { 'content-type': 'text/html' });
  });
  server.get('/tab/tab.js', async (_req, res) => {
    res.sendRaw(200, tabScript, { 'content-type': 'text/javascript' });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async tellEveryone(text) {
      for (const reference of bot.known.values())
        await adapter.continueConversationAsync('', reference, async context => {
          await context.sendActivity(text);
        });
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
