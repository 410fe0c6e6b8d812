import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { type LocalWorld, startLocalWorld } from '../local/teams/local-world.ts';
import { openBrowser, openWindow } from '../support/browser.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

async function echoTab(): Promise<string> {
  const input = fileURLToPath(new URL('echo-tab.js', import.meta.url));
  const options = {
    write: false,
    target: 'es2022',
    modulePreload: false as const,
    rolldownOptions: { input },
  };
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'silent',
    build: options,
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  assert.ok(chunk);
  return chunk.code;
}

describe('the local Teams page in a browser', function () {
  this.timeout(30_000);
  let world: LocalWorld;
  let browser: Browser;
  const troubles: string[] = [];

  before(async () => {
    [world, browser] = await Promise.all([startLocalWorld(await echoTab()), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await world?.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    assert.deepEqual(troubles.splice(0), [], 'nothing in the console');
  });

  async function openAs(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await openWindow(browser, { viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    page.on('console', line => {
      if (line.type() === 'error') troubles.push(line.text());
    });
    page.on('pageerror', error => troubles.push(String(error)));
    await page.goto(`${world.teams.url}/?as=${name}@aire.example`);
    await page.getByRole('log').getByText('Welcome').waitFor();
    return page;
  }

  const say = async (page: Page, text: string) => {
    await page.getByLabel('Type a message').fill(text);
    await page.keyboard.press('Enter');
  };

  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(await readFile(axePath, 'utf8'));
    return page.evaluate(
      `axe.run({ exclude: ['iframe'] }).then(found => found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' ').slice(0, 300)))`,
    );
  }

  it('offers the people of the directory and opens as the one chosen', async () => {
    const context = await openWindow(browser);
    const page = await context.newPage();
    await page.goto(world.teams.url);
    await page.getByLabel('Name, job or organisation').fill('head nursing');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: /Priya Varghese/ }).click();
    await page.getByRole('button', { name: /^Priya Varghese/ }).waitFor();
  });

  it('sends what is typed, checks a required field, presses, and shows the new card where the old one was', async () => {
    const page = await openAs('sam.okoro');
    await say(page, 'card');
    const card = page.locator('.card').last();
    await card.getByText('Send', { exact: true }).click();
    await card.getByText('Write at least one word').waitFor();
    const words = 'Thank you for your time. '.repeat(25);
    await card.getByLabel('What you want to say').fill(words);
    await card.getByText('Send', { exact: true }).click();
    await page.locator('.card').last().getByText('op-1, again true').waitFor();
    await page.locator('.card').last().getByText('Sent: Thank you for your time').waitFor();
    assert.equal(
      await page.evaluate(`document.activeElement.closest('.card') !== null`),
      true,
      'focus is kept',
    );
  });

  it('says that something went wrong, and keeps what was typed', async () => {
    const page = await openAs('sam.okoro');
    await say(page, 'card');
    const card = page.locator('.card').last();
    await card.getByLabel('What you want to say').fill('Kept');
    await card.getByText('Fail', { exact: true }).click();
    await card.getByText('Something went wrong. Try again.').waitFor();
    assert.equal(await card.getByLabel('What you want to say').inputValue(), 'Kept');
  });

  it('shows two people their own chats at once, live, and again after a reload', async () => {
    const [sam, priya] = await Promise.all([openAs('sam.okoro'), openAs('priya.varghese')]);
    await say(sam, 'change');
    await sam.getByRole('log').getByText('After', { exact: true }).waitFor();
    await say(priya, 'only mine');
    await priya.getByRole('log').getByText('You said only mine').waitFor();
    await world.bot.tellEveryone('Tomorrow at **4pm**');
    for (const page of [sam, priya])
      await page.getByRole('log').getByText('Tomorrow at 4pm').last().waitFor();
    assert.equal(await sam.getByText('only mine').count(), 0);
    await sam.reload();
    await sam.getByRole('log').getByText('Tomorrow at 4pm').waitFor();
    assert.equal(await sam.getByRole('log').getByText('Before', { exact: true }).count(), 0);
  });

  it('lets a suggestion be pressed and a carousel be read', async () => {
    const page = await openAs('sam.okoro');
    await say(page, 'three');
    await page.getByRole('group', { name: '3 cards side by side' }).waitFor();
    await say(page, 'suggest');
    await page.getByRole('button', { name: 'change', exact: true }).click();
    await page.getByRole('log').getByText('After', { exact: true }).last().waitFor();
    assert.equal(await page.getByRole('button', { name: 'change', exact: true }).count(), 0);
  });

  it('signs in from a sign-in card', async () => {
    const page = await openAs('sam.okoro');
    await say(page, 'sign in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('log').getByText('Signed in with token-of-Sam Okoro').waitFor();
  });

  it('answers the tab as Teams does: who, where, token, theme, and the way to the chat', async () => {
    const page = await openAs('sam.okoro');
    const tab = page.frameLocator('iframe[title="Mentoring"]');
    await tab.getByText('sam.okoro@aire.example aaaaaaaa').waitFor();
    await tab.getByText('token-of-Sam Okoro').waitFor();
    await tab.getByText('at home').waitFor();
    await tab.getByText('theme default').waitFor();
    await page.getByRole('button', { name: /^Sam Okoro/ }).click();
    await page.getByLabel('Dark').check();
    await tab.getByText('theme dark').waitFor();
    await page.keyboard.press('Escape');
    await tab.getByText('Open a meeting').click();
    await tab.getByText('at meeting/7').waitFor();
    await tab.getByText('Open the chat').click();
    await page.getByLabel('Type a message').waitFor();
    assert.equal(await page.locator('iframe').isVisible(), false);
  });

  it('can be used by everybody in every theme', async () => {
    const page = await openAs('priya.varghese');
    await say(page, 'three');
    await page.locator('.carousel').last().waitFor();
    await page.getByText('Loading Mentoring').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Priya Varghese/ }).click();
    for (const theme of ['Light', 'Dark', 'High contrast']) {
      await page.getByLabel(theme).check();
      assert.deepEqual(await violations(page), [], theme);
    }
  });

  it('needs no sideways scrolling at 320 pixels', async () => {
    const page = await openAs('sam.okoro', { viewport: { width: 320, height: 640 } });
    await say(page, 'card');
    await page.getByText('How was it?').last().waitFor();
    const [wide, seen] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    assert.ok(wide <= seen, `${wide} in ${seen}`);
  });
});
