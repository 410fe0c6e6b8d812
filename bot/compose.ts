import { CloudAdapter, type ConversationReference } from 'botbuilder';
import { botAuthentication } from './adapters/bot-service/bot-authentication.ts';
import { userTokenSignIns } from './adapters/bot-service/user-token-sign-ins.ts';
import { movableClock } from './adapters/clock/movable-clock.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { nodeDigests } from './adapters/crypto/node-digests.ts';
import { nodeIds } from './adapters/crypto/node-ids.ts';
import { appOnly } from './adapters/entra/app-only.ts';
import { onBehalfOf } from './adapters/entra/on-behalf-of.ts';
import { tabTokens } from './adapters/entra/tab-token.ts';
import { graphActivityFeed } from './adapters/graph/graph-activity-feed.ts';
import { graphCalendar } from './adapters/graph/graph-calendar.ts';
import { graphClient } from './adapters/graph/graph-client.ts';
import { graphDirectory } from './adapters/graph/graph-directory.ts';
import { contractPdfWhenAsked } from './adapters/pdf/contract-pdf-when-asked.ts';
import { answerInTurn } from './adapters/teams/answer-in-turn.ts';
import { teamsConnector } from './adapters/teams/connector.ts';
import type { SharedTime } from './adapters/teams/leased-slots.ts';
import { sendBudget } from './adapters/teams/send-budget.ts';
import { sharedTime } from './adapters/teams/shared-time.ts';
import { teamsChat } from './adapters/teams/teams-chat.ts';
import { afterwards } from './afterwards.ts';
import type { Config } from './config.ts';
import { bot } from './conversation/bot.ts';
import { noticeActivity } from './conversation/notice-message.ts';
import { figures } from './figures.ts';
import { routes } from './http/routes.ts';
import { httpServer } from './http/server.ts';
import { tabFiles } from './http/tab-files.ts';
import { tabJourneys } from './http/tab-journeys.ts';
import { findLeavers } from './journeys/find-leavers.ts';
import { readReference } from './journeys/keep-reference.ts';
import { chatThatNotes } from './journeys/note-unreachable.ts';
import { openContract } from './journeys/open-contract.ts';
import { sendWhatIsDue } from './journeys/send-what-is-due.ts';
import { activityRefusal, requestRefusal } from './local-mode.ts';
import type { Log } from './log.ts';
import { bankHolidaysKnownDays } from './mentoring/availability/bank-holidays.ts';
import type { PersonId } from './mentoring/people/person.ts';
import type { Scheme } from './mentoring/people/scheme.ts';
import { queueNow } from './outbox/queue.ts';
import { countedChat, outboxGauges } from './outbox-figures.ts';
import type { Clock } from './ports/clock.ts';
import type { Ports } from './ports/ports.ts';
import type { Store } from './ports/store.ts';
import { liveRegister } from './register/live-register.ts';
import { every } from './schedule/every.ts';

export type Outside = {
  readonly store: Store;
  readonly scheme: Scheme;
  readonly tabFolder: string;
  readonly log: Log;
  /** Absent: the one that the settings name. */
  readonly clock?: Clock;
  /** By which Teams' limits are kept. Absent: this machine's. */
  readonly sendingTime?: SharedTime;
};

const dispatchPeriodMs = 2000;
const lookForLeaversMs = 10 * 60_000;

/** Config → adapters → journeys → doors. Nothing listens yet. */
export function compose(config: Config, outside: Outside) {
  const { store, scheme, tabFolder, log, clock: given, sendingTime = sharedTime } = outside;
  const { localMode } = config;
  const counted = figures();
  const report = (what: string, problem: unknown) => {
    counted.count('problems');
    log(what, problem);
  };
  const background = afterwards(problem => report('afterwards', problem));

  const clock = given ?? (config.clockUrl === undefined ? systemClock() : movableClock(config.clockUrl));
  const ids = nodeIds();
  const client = graphClient({ baseUrl: config.graphUrl, localMode: localMode !== undefined });
  const authentication = botAuthentication(config.bot);
  const connector = teamsConnector({ authentication, appId: config.bot.appId });
  const budget = sendBudget({ store, time: sendingTime });
  const adapter = new CloudAdapter(authentication);
  adapter.use(answerInTurn({ connector, budget }, () => counted.count('answers_unclear')));
  const signIns = userTokenSignIns({
    authentication,
    botId: config.bot.botId,
    connection: config.bot.connection,
    userIdOf: async person => (await readReference({ store }, person))?.fromId,
  });
  const world = { store, scheme, clock, ids, digests: nodeDigests(), signIns };
  const feed = config.activityFeed
    ? graphActivityFeed({
        client,
        appFor: appOnly({ clientId: config.tab.clientId, ...config.tab.onBehalfOf }),
        link: `https://teams.microsoft.com/l/entity/${config.tab.clientId}/home`,
      })
    : undefined;
  const showInFeed = (person: PersonId) =>
    background.run(async () => {
      const shown = await feed?.sayThatSomethingWaits(person);
      if (shown) counted.count(shown === 'shown' ? 'feed_shown' : 'feed_not_shown');
    });
  const teams = teamsChat({
    connector,
    budget,
    referenceOf: async person => asReference((await readReference({ store }, person))?.reference),
    render: notice => noticeActivity(journeys, notice),
  });
  const chat = chatThatNotes(world, countedChat(teams, counted), config.tenants, showInFeed);
  const ports: Ports = { ...world, chat, calendar: graphCalendar(client), directory: graphDirectory(client) };
  const journeys = { ...ports, register: liveRegister(store, scheme), afterwards: background.run };

  const turn = bot({
    ports: journeys,
    signIn: signIns,
    tenants: config.tenants,
    privateLink: `https://teams.microsoft.com/l/chat/0/0?users=28:${config.bot.botId}`,
    afterwards: background.run,
    report,
  });
  adapter.onTurnError = async (_context, problem) => report('turn', problem);

  const tokens = tabTokens({
    clientId: config.tab.clientId,
    tenants: config.tenants,
    issuer: config.tab.issuer,
    keysUrl: config.tab.keysUrl,
    onBehalfOf: onBehalfOf({ clientId: config.tab.clientId, ...config.tab.onBehalfOf }),
  });
  const server = httpServer({
    routes: routes(tabJourneys({ ...journeys, contractPdf: contractPdfWhenAsked() }, background.run)),
    validateTabToken: tokens.validate,
    operations: {
      checks: { store: () => reachable(store), signInKeys: tokens.keysAtHand },
      metrics: {
        text: async () =>
          counted.text(
            new Map([
              ...outboxGauges(await queueNow(world)),
              ['bank_holidays_known_days', bankHolidaysKnownDays(await clock.now())],
            ]),
          ),
        mayRead: async () => localMode !== undefined,
      },
    },
    tab: tabFiles(tabFolder, {
      appId: config.tab.clientId,
      localOrigins: localMode?.pages ?? [],
      consentUrl: config.tab.consentUrl,
    }),
    messages: async (req, res) => {
      counted.count('activities');
      await adapter.process({ body: req.body, headers: { ...req.headers }, method: 'POST' }, res, turn);
    },
    ...(localMode && {
      guard: ({ headers, path, body }) =>
        requestRefusal({ headers }, localMode.pages) ??
        (path === '/api/messages' && body !== undefined ? activityRefusal(body) : undefined),
    }),
    report: ({ requestId, route, status, error }) => log('request', error, { requestId, route, status }),
  });

  return {
    server,
    startSchedule: () => {
      const broken = (problem: unknown) => report('schedule', problem);
      const passes = [
        every(
          dispatchPeriodMs,
          () =>
            sendWhatIsDue(ports, (outboxId, problem) => log('outbox', problem, { outboxId }), {
              openContract: asked => openContract(ports, asked),
            }),
          broken,
        ),
        every(
          lookForLeaversMs,
          () => findLeavers(ports, (meetingId, problem) => log('leavers', problem, { meetingId })),
          broken,
        ),
      ];
      return { stop: async () => void (await Promise.all(passes.map(pass => pass.stop()))) };
    },
    /** All that goes on after people have been answered has ended. */
    settled: background.settled,
  };
}

async function reachable(store: Store): Promise<boolean> {
  await store.read({ container: 'schemes', tenant: 'health', scope: 'health' }, 'health');
  return true;
}

/** Kept as plain JSON; what is in it is the library's affair. */
function asReference(kept: unknown): Partial<ConversationReference> | undefined {
  return typeof kept === 'object' && kept !== null ? kept : undefined;
}
