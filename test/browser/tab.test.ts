import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtTab } from '../support/built-tab.ts';
import { aMeeting } from '../support/meetings.ts';
import { button, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

describe('The tab, in Teams', function () {
  this.timeout(60_000);
  const { open, door, browser } = tabInBrowser();

  it('T-01 tells Teams that it has loaded', async () => {
    const window = await open();
    await window.tab.getByText('Thursday 3 December 2026, 9am to 9.30am').waitFor();
    const calls = await window.calls();
    const steps = calls.filter(call => call === 'initialize' || call.startsWith('appInitialization.'));
    assert.deepEqual(steps, ['initialize', 'appInitialization.appLoaded', 'appInitialization.success']);
    assert.deepEqual(window.complaints, []);
  });

  it('T-01 tells Teams so too when there is a message in place of the data', async () => {
    door().failure = new Error('down');
    const window = await open();
    await button(window, /Try again/).waitFor();
    assert.ok((await window.calls()).includes('appInitialization.success'));
  });

  it('T-01 tells Teams that it failed when the page itself breaks, and says what to do', async () => {
    const window = await open({
      prepare: page => page.route('**/api/me/mentoring', route => route.fulfill({ json: {} })),
    });
    await button(window, /Load again/).waitFor();
    assert.ok((await window.calls()).includes('appInitialization.failure'));
    assert.deepEqual(await axeViolations(window.tab), []);
  });

  it('T-02 follows the theme without loading again', async () => {
    const window = await open();
    await window.tab.getByText('What now').waitFor();
    const background = () =>
      window.tab.evaluate<string>("getComputedStyle(document.querySelector('section')).backgroundColor");
    await window.tab.evaluate("document.body.dataset.before = 'yes'");
    const seen = [await background()];
    for (const theme of ['dark', 'contrast', 'default']) {
      await window.page.evaluate(`fakeTeams.pushTheme('${theme}')`);
      const now = "getComputedStyle(document.querySelector('section')).backgroundColor";
      await untilTrue(window.tab, `${now} !== '${seen.at(-1)}'`);
      seen.push(await background());
    }
    assert.deepEqual(seen, ['rgb(255, 255, 255)', 'rgb(41, 41, 41)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    assert.equal(await window.tab.evaluate('document.body.dataset.before'), 'yes');
  });

  it('T-04 opens at the meeting that a link names', async () => {
    door().meetings.push(aMeeting({ id: 'named', at: '2026-12-20T09:00:00Z', mentorName: 'Ruth Adeyemi' }));
    const window = await open({ told: { subPageId: 'meeting/named' } });
    await window.tab.locator('#meeting-named:focus').waitFor();
  });

  it('T-04 joins, and goes to the chat, inside Teams', async () => {
    const window = await open();
    await button(window, /^Join/).click();
    await button(window, /^Move in chat/).click();
    await window.page.waitForFunction("fakeTeams.calls.some(call => call[0] === 'pages.navigateToApp')");
    assert.deepEqual(await window.argsOf('executeDeepLink'), ['https://teams.microsoft.com/l/meetup-join/1']);
    assert.deepEqual(await window.argsOf('pages.navigateToApp'), [
      { appId: 'app-1', pageId: 'conversations' },
    ]);
  });

  it('shows a session as one, and asks for the times of another in the chat', async () => {
    door().meetings = [aMeeting({ id: 'named', pairId: 'p', kind: 'session', minutes: 45 })];
    door().goingOn = new Set(['p']);
    const window = await open();
    await window.tab.getByText('Session with Priya Varghese').waitFor();
    await button(window, /^Book a session in chat with Priya Varghese/).click();
    await window.page.waitForFunction("fakeTeams.calls.some(call => call[0] === 'pages.navigateToApp')");
    assert.deepEqual(door().sessionsAskedFor, ['p']);
    assert.deepEqual(await axeViolations(window.tab), []);
    door().goingOn = new Set();
    await button(window, /^Book a session in chat with Priya Varghese/).click();
    await window.tab.getByRole('alert').getByText('Sessions are for 2 people who both go on.').waitFor();
  });

  it('T-07 says where it works when it is opened outside Teams', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${door().url}/tab/`);
    await page.getByRole('heading', { name: 'Open mentoring in Microsoft Teams' }).waitFor();
    assert.deepEqual(await axeViolations(page.mainFrame()), []);
    await context.close();
  });

  it('sends at most 130 kB of script, packed, before the first page can be seen', async () => {
    const dist = builtTab();
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const first = [...new Set(html.match(/assets\/[\w.-]+\.js/g))];
    const packed = first.map(path => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
    const sum = packed.reduce((total, size) => total + size, 0);
    assert.ok(readdirSync(join(dist, 'assets')).length > first.length);
    assert.ok(sum <= 130_000, `${sum} bytes in ${first.length} files`);
  });
});
