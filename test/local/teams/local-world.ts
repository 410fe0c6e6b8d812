import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sendJson } from '../../../infra/local/teams/json-http.ts';
import { loopbackServer } from '../../../infra/local/teams/loopback-server.ts';
import { type LocalTeams, startTeams } from '../../../infra/local/teams/start-teams.ts';
import { type EchoBot, startEchoBot } from '../../support/echo-bot.ts';

export const tenantId = '11111111-1111-4111-8111-111111111111';

const person = (id: string, name: string, jobTitle: string, mailbox = 'cloud') => ({
  id: `aaaaaaaa-0000-4000-8000-00000000000${id}`,
  tenantId,
  email: `${name.toLowerCase().replace(' ', '.')}@aire.example`,
  name,
  jobTitle,
  organisation: 'Airedale and Wharfe Hospitals',
  managerEmail: null,
  mailbox,
});

export const people = [
  person('1', 'Sam Okoro', 'Staff nurse'),
  person('2', 'Priya Varghese', 'Head of nursing'),
  person('3', 'Tom Ashworth', 'Porter', 'none'),
];

export type LocalWorld = {
  readonly bot: EchoBot;
  readonly teams: LocalTeams;
  /** Ends the page's server and starts another on the same data. */
  restartTeams(): Promise<LocalTeams>;
  close(): Promise<void>;
};

/** The page, a bot that echoes, and a directory of three people whose tokens are their names. */
export async function startLocalWorld(tabScript?: string): Promise<LocalWorld> {
  const bot = await startEchoBot(tabScript);
  const graph = await loopbackServer(0);
  graph.serve(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', graph.url);
    const known = people.find(each => each.email === searchParams.get('as'));
    if (pathname === '/local/people') sendJson(res, 200, people);
    else if (pathname === '/local/token' && known) res.end(`token-of-${known.name}`);
    else sendJson(res, 404, {});
  });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'teams-page-'));
  const start = () => startTeams({ port: 0, appUrl: bot.url, graphUrl: graph.url, dataDir });
  let teams = await start();
  return {
    bot,
    get teams() {
      return teams;
    },
    async restartTeams() {
      await teams.close();
      teams = await start();
      return teams;
    },
    async close() {
      await teams.close();
      await bot.close();
      await graph.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
