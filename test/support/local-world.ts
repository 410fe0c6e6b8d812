import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { movableClock } from '../../bot/adapters/clock/movable-clock.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { schemeFile } from '../../bot/adapters/scheme/scheme-file.ts';
import { registerCommand } from '../../bot/command-line/register.ts';
import { compose } from '../../bot/compose.ts';
import { type Environment, readConfig } from '../../bot/config.ts';
import { jsonLog } from '../../bot/log.ts';
import { openStore } from '../../bot/open-store.ts';
import type { Store } from '../../bot/ports/store.ts';
import { type GraphOptions, type RunningGraph, startGraph } from '../../infra/local/graph/start-graph.ts';
import { councilTenantId, trustsTenantId } from '../../infra/local/people/organisations.ts';
import { sampleRegister } from '../../infra/local/people/sample-register.ts';
import { localPeople } from '../../infra/local/people/staff.ts';
import { graphAudience } from '../../infra/local/sign-in/local-tokens.ts';
import { startSignIn } from '../../infra/local/sign-in/start-sign-in.ts';
import { heldToContract } from './held-to-contract.ts';
import { openTeams, type TeamsClient } from './teams-client.ts';
import type { TeamsPerson } from './teams-person.ts';

const tabClientId = '7c1f9a52-3f0e-4a0e-8c51-0d5f0c9c4d11';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type LocalWorld = {
  readonly teams: TeamsClient;
  readonly graph: RunningGraph;
  readonly store: Store;
  readonly scheme: ReturnType<typeof schemeFile>;
  /** Settings with which an app process joins this world. */
  readonly environment: Record<string, string>;
  readonly appUrl: string;
  /** Everything that the app has written to its log. */
  readonly log: readonly string[];
  /** Somebody of the directory, by their name or by e-mail address, in Teams. */
  person(who: string): TeamsPerson;
  /** The same in another Teams, which speaks to another process. */
  personIn(teams: TeamsClient, who: string): TeamsPerson;
  /** Takes what the token service holds for that person away, until they sign in again. */
  signOut(who: string): Promise<void>;
  emailOf(who: string): string;
  /** Graph as that person sees it. */
  graphAs(who: string, path: string, init?: { method?: string; body?: object }): Promise<GraphReply>;
  local(path: string, init?: { method?: string; body?: object }): Promise<GraphReply>;
  /** What Teams has to exchange for that person. */
  tabToken(who: string): Promise<string>;
  /** All that goes on after people have been answered has ended. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export type GraphReply = { readonly status: number; readonly body: Record<string, unknown> };

export type WorldOptions = {
  /** The time at which the world stands when it opens, epoch milliseconds; the real one without it. */
  readonly now?: number;
  readonly wrapStore?: (store: Store) => Store;
  /** Without an app of its own: tests start theirs as processes. Teams speaks to the app at this address. */
  readonly withoutApp?: boolean;
  readonly appUrl?: string;
  /** The real time, which leases go by, as the app sees it. */
  readonly real?: () => number;
  /** Sees every call to Graph with its answer. */
  readonly onCall?: GraphOptions['onCall'];
  /** Further settings of the app: a store elsewhere on this machine. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** The whole product on loopback: the real app, the local Graph, the local sign-in, a Teams client. */
export async function openLocalWorld(options: WorldOptions = {}): Promise<LocalWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-'));
  let graph: RunningGraph | undefined;
  const signIn = await startSignIn({
    port: 0,
    people: () => graph?.people() ?? [],
    tabClientId,
    connection: 'graph',
    directoryTenants: [trustsTenantId],
  });
  graph = await startGraph({
    port: 0,
    people: localPeople(options.now ?? Date.now()),
    verifyToken: async token => {
      const caller = await signIn.tokens.verifyGraphToken(token);
      return caller && { ...caller, audience: graphAudience };
    },
    onCall: exchange => {
      heldToContract(exchange);
      options.onCall?.(exchange);
    },
  });
  const running = graph;
  if (options.now !== undefined) {
    await ask(`${running.url}/local/clock`, { method: 'POST', body: { now: options.now } }, {});
  }
  const environment = {
    LOCAL_MODE: '1',
    DATA_DIR: folder,
    SCHEME_FILE: here('../../infra/local/scheme.json'),
    TAB_CLIENT_ID: tabClientId,
    TENANTS: `${trustsTenantId},${councilTenantId}`,
    GRAPH_URL: running.url,
    CLOCK_URL: `${running.url}/local/clock`,
    ENTRA_URL: signIn.url,
    BOT_TOKEN_SERVICE_URL: signIn.url,
    BOT_OAUTH_CONNECTION: 'graph',
    ...options.settings,
  };
  const config = readConfig(environment satisfies Environment);
  const scheme = schemeFile(environment.SCHEME_FILE);
  const store = openStore(config);
  const register = join(folder, 'register.csv');
  writeFileSync(register, sampleRegister());
  await registerCommand({ store, scheme, ids: nodeIds(), file: register, print: () => undefined });

  const log: string[] = [];
  const app = options.withoutApp
    ? undefined
    : compose(config, {
        store: options.wrapStore?.(store) ?? store,
        scheme,
        tabFolder: here('tab-of-tests'),
        log: jsonLog(line => log.push(line)),
        ...(options.real ? { clock: { ...movableClock(environment.CLOCK_URL), real: options.real } } : {}),
      });
  const appUrl = app ? await listening(app.server) : (options.appUrl ?? 'http://127.0.0.1:9');
  const schedule = app?.startSchedule();
  const teams = await openTeams(appUrl);
  const personIn = (client: TeamsClient, who: string) => {
    const { id, tenantId, name } = known(who);
    return client.person({ objectId: id, tenantId, name });
  };
  const known = (who: string) => {
    const found = running.people().find(each => each.name === who || each.email === who);
    if (!found) throw new Error(`Nobody of that name: ${who}`);
    return found;
  };

  return {
    teams,
    graph: running,
    store,
    scheme,
    environment,
    appUrl,
    log,
    person: who => personIn(teams, who),
    personIn,
    async signOut(who) {
      const asked = new URLSearchParams({
        userId: `29:${known(who).id}`,
        connectionName: 'graph',
        channelId: 'msteams',
      });
      await fetch(`${signIn.url}/api/usertoken/SignOut?${asked}`, { method: 'DELETE' });
    },
    emailOf: who => known(who).email,
    async graphAs(who, path, init = {}) {
      const { token } = await signIn.tokens.graphToken(known(who));
      return ask(`${running.url}/v1.0${path}`, init, { authorization: `Bearer ${token}` });
    },
    local: (path, init = {}) => ask(`${running.url}/local/${path}`, init, {}),
    tabToken: async who => (await signIn.tokens.tabToken(known(who))).token,
    settled: async () => app?.settled(),
    async close() {
      await schedule?.stop();
      await app?.settled();
      app?.server.close();
      await teams.close();
      await running.close();
      await signIn.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(
  url: string,
  { method = 'GET', body }: { method?: string; body?: object },
  headers: Record<string, string>,
): Promise<GraphReply> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

function listening(server: ReturnType<typeof compose>['server']): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
