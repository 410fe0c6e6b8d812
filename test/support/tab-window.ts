import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { tabFiles } from '../../bot/http/tab-files.ts';
import { openWindow } from './browser.ts';
import { builtTab } from './built-tab.ts';
import { type FakeTeamsHost, openFakeTeamsHost } from './fake-teams-host.ts';
import { openTabDoor, type TabDoor } from './tab-door.ts';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export type TabWindow = {
  readonly page: Page;
  /** The tab inside the page. */
  readonly tab: Frame;
  /** What the console and uncaught errors said, but for refused requests, which the tests cause. */
  readonly complaints: readonly string[];
  calls(): Promise<string[]>;
  argsOf(func: string): Promise<unknown>;
};

export type Opening = {
  /** Told by Teams: `theme`, `token`, `subPageId`, `refuse`. */
  readonly told?: Record<string, string>;
  readonly window?: BrowserContextOptions;
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
};

export type TabHouse = {
  readonly door: TabDoor;
  /** Opens the tab in the stand-in for Teams. */
  open(opening?: Opening): Promise<TabWindow>;
  close(): Promise<void>;
};

/** The real door with the built tab, framed by a page of another origin. */
export async function openTabHouse(browser: Browser): Promise<TabHouse> {
  const host = await openFakeTeamsHost();
  const consentUrl = `${host.origin}/consent`;
  const tab = tabFiles(builtTab(), { appId: 'app-1', localOrigins: [host.origin], consentUrl });
  const door = await openTabDoor({ tab });
  return {
    door,
    open: opening => openTab(browser, host, door, opening),
    close: async () => {
      await Promise.all([door.close(), host.close()]);
    },
  };
}

async function openTab(
  browser: Browser,
  host: FakeTeamsHost,
  door: TabDoor,
  { told = {}, window = {}, prepare }: Opening = {},
): Promise<TabWindow> {
  const context = await openWindow(browser, window);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  await prepare?.(page);
  await page.goto(`${host.origin}/?${new URLSearchParams({ tab: `${door.url}/tab/`, ...told })}`);
  const handle = await page.waitForSelector('iframe');
  const tab = await handle.contentFrame();
  if (!tab) throw new Error('The page frames no tab');
  return {
    page,
    tab,
    complaints,
    calls: () => page.evaluate<string[]>('fakeTeams.calls.map(call => call[0])'),
    argsOf: func =>
      page.evaluate(`fakeTeams.calls.findLast(call => call[0] === ${JSON.stringify(func)})?.[1]`),
  };
}

/** What fades in has other colours until it is there; what moves for ever is not waited for. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().iterations !== Infinity).map(one => one.finished)).then(() => undefined)`;

/** Every rule of axe, best practice too. Gives one line for each violation. */
export async function axeViolations(tab: Frame): Promise<string[]> {
  await tab.evaluate(settled);
  await tab.evaluate(axeSource);
  return tab.evaluate<
    string[]
  >(`axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))`);
}
