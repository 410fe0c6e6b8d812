import { CloudAdapter, type ConversationReference } from 'botbuilder';
import { botAuthentication } from './adapters/bot-service/bot-authentication.ts';
import { userTokenSignIns } from './adapters/bot-service/user-token-sign-ins.ts';
import { movableClock } from './adapters/clock/movable-clock.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { nodeIds } from './adapters/crypto/node-ids.ts';
import { onBehalfOf } from './adapters/entra/on-behalf-of.ts';
import { tabTokens } from './adapters/entra/tab-token.ts';
import { graphCalendar } from './adapters/graph/graph-calendar.ts';
import { graphClient } from './adapters/graph/graph-client.ts';
import { graphDirectory } from './adapters/graph/graph-directory.ts';
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
import { readReference } from './journeys/keep-reference.ts';
import { repairBookings } from './journeys/repair-bookings.ts';
import { activityRefusal, requestRefusal } from './local-mode.ts';
import type { Log } from './log.ts';
import type { Scheme } from './mentoring/people/scheme.ts';
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
};

const repairPauseMs = 2000;

/** Config → adapters → journeys → doors. Nothing listens yet. */
export function compose(config: Config, { store, scheme, tabFolder, log, clock: given }: Outside) {
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
  const adapter = new CloudAdapter(authentication);
  const signIns = userTokenSignIns({
    authentication,
    botId: config.bot.botId,
    connection: config.bot.connection,
    userIdOf: async person => (await readReference({ store }, person))?.fromId,
  });
  const world = { store, scheme, clock, ids, signIns };
  const chat = teamsChat({
    adapter,
    appId: config.bot.appId,
    referenceOf: async person => asReference((await readReference({ store }, person))?.reference),
    render: notice => noticeActivity(journeys, notice),
  });
  const ports: Ports = { ...world, chat, calendar: graphCalendar(client), directory: graphDirectory(client) };
  const journeys = { ...ports, register: liveRegister(store, scheme) };

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
    routes: routes(tabJourneys(journeys, background.run)),
    validateTabToken: tokens.validate,
    operations: {
      checks: { store: () => reachable(store), signInKeys: tokens.keysAtHand },
      metrics: { text: async () => counted.text(), mayRead: async () => localMode !== undefined },
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
    startSchedule: () =>
      every(
        repairPauseMs,
        () => repairBookings(ports, (meetingId, problem) => log('repair', problem, { meetingId })),
        problem => report('schedule', problem),
      ),
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
