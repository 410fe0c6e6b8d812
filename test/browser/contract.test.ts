import assert from 'node:assert/strict';
import { contractInBrowser, pairId } from '../support/contract-in-browser.ts';
import { button, focused } from '../support/tab-in-browser.ts';
import { axeViolations, type TabWindow } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

const purpose = /^What the mentee wants/;
const minutes = /^Minutes for each meeting/;

describe('The contract in the tab', function () {
  this.timeout(90_000);
  const { open } = contractInBrowser();

  const heading = (window: TabWindow, name: RegExp) => window.tab.getByRole('heading', { name });
  const toTheEnd = (window: TabWindow) =>
    window.tab.evaluate("document.querySelector('.page').scrollTop = 1e6");
  const write = async (window: TabWindow, label: RegExp, words: string) => {
    await window.tab.getByLabel(label).fill(words);
    await window.tab.getByLabel(label).blur();
    await window.tab.getByText('· Saved').first().waitFor();
  };
  const readAndSign = async (window: TabWindow, version: number) => {
    await heading(window, /read and sign|Read the contract and sign/).waitFor();
    await toTheEnd(window);
    await window.tab.getByText('You have seen all of it.').waitFor();
    await button(window, new RegExp(`^Sign version ${version}$`)).click();
  };

  it('is written by two at once, proposed, signed by both, changed and signed again', async () => {
    const [sam, priya] = [await open('mentee', 'purpose'), await open('mentor', 'meetings')];
    await Promise.all([
      write(sam, purpose, 'To decide whether management is for me.'),
      write(priya, minutes, '50'),
    ]);
    await priya.tab.locator('.sheet').getByText('To decide whether management is for me.').waitFor();
    await sam.tab.locator('.sheet').getByText('50', { exact: true }).waitFor();
    await priya.tab
      .getByRole('status')
      .getByText(/Sam Okoro.? changed: What the mentee wants/)
      .waitFor();

    await button(sam, /^Propose for signing$/).click();
    await heading(sam, /^Read the contract and sign it$/).waitFor();
    assert.match(await focused(sam), /^Read the contract and sign it$/);
    await heading(priya, /Sam Okoro.? has proposed the contract: read and sign/).waitFor();
    await readAndSign(sam, 1);
    await heading(sam, /^Waiting for .?Priya Varghese.? to sign$/).waitFor();
    await readAndSign(priya, 1);
    for (const window of [sam, priya]) await heading(window, /is in force$/).waitFor();
    assert.equal(await sam.tab.getByText(/^Signed version 1 on /).count(), 2);

    await button(priya, /^Suggest a change$/).click();
    await heading(priya, /are changing the contract$/).waitFor();
    await button(priya, /^Write here in When and how we meet$/).click();
    await write(priya, minutes, '60');
    await button(priya, /^Propose for signing$/).click();
    await heading(sam, /has proposed the contract/).waitFor();
    await sam.tab.getByText('1 thing is different from version 1').waitFor();
    await sam.tab.locator('.changed').getByText('Before: 50').waitFor();
    await readAndSign(sam, 2);
    await readAndSign(priya, 2);
    for (const window of [sam, priya]) {
      await heading(window, /is in force$/).waitFor();
      await window.tab.getByText('Version 2 came into force').waitFor();
      assert.deepEqual(window.complaints, []);
    }
  });

  it('can be signed only once it has been seen to its end, and says so to everyone', async () => {
    const sam = await open('mentee', 'purpose');
    await write(sam, purpose, 'To decide.');
    await button(sam, /^Propose for signing$/).click();
    await heading(sam, /^Read the contract and sign it$/).waitFor();
    const sign = button(sam, /^Sign version 1$/);
    await sign.focus();
    assert.equal(await sign.getAttribute('aria-disabled'), 'true');
    assert.equal(
      await sam.tab.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent",
      ),
      'Read the contract to its end, then you can sign it.',
    );
    const readOn = button(sam, /^Read on$/);
    for (let presses = 0; presses < 30 && (await readOn.isVisible()); presses += 1) {
      await readOn.focus();
      await sam.page.keyboard.press('Enter');
      assert.equal(
        await sam.tab.evaluate("document.activeElement.closest('.sheet') !== null"),
        true,
        'the keyboard goes on where the reading stopped',
      );
      await sam.page.keyboard.press('PageDown');
      await sam.tab.waitForTimeout(200);
    }
    await sign.focus();
    await sam.page.keyboard.press('Enter');
    await heading(sam, /^Waiting for/).waitFor();
    assert.match(await focused(sam), /^Waiting for/);
  });

  it('never puts words over words that were not seen: both stand until one is chosen', async () => {
    const [sam, priya] = [await open('mentee', 'purpose'), await open('mentor', 'purpose')];
    await sam.tab.getByLabel(purpose).fill('Mine');
    await priya.tab.getByLabel(purpose).fill('Hers');
    await sam.tab.getByLabel(purpose).blur();
    await sam.tab.getByText('· Saved').waitFor();
    await priya.tab.getByLabel(purpose).blur();
    await priya.tab
      .getByRole('alert')
      .getByText(/Sam Okoro.? changed this meanwhile/)
      .waitFor();
    assert.equal(await priya.tab.getByLabel(purpose).inputValue(), 'Hers');
    assert.equal(await priya.tab.locator('blockquote').textContent(), 'Mine');
    assert.deepEqual(await axeViolations(priya.tab), []);
    await button(priya, /^Propose for signing$/).click();
    await priya.tab.getByRole('alert').getByText('Something you typed is not saved yet.').waitFor();
    await button(priya, /^Keep mine/).click();
    await sam.tab.locator('.sheet').getByText('Hers', { exact: true }).waitFor();
    assert.equal(await sam.tab.getByLabel(purpose).inputValue(), 'Hers');
    await sam.tab.getByLabel(purpose).fill('Mine again');
    await priya.tab.getByLabel(purpose).fill('Hers again');
    await priya.tab.getByLabel(purpose).blur();
    await priya.tab.getByText('· Saved').waitFor();
    await sam.tab.getByLabel(purpose).blur();
    await button(sam, /^Take theirs/).click();
    assert.equal(await sam.tab.getByLabel(purpose).inputValue(), 'Hers again');
  });

  it('keeps what was typed through a lost connection, a token that ran out, and loading again', async () => {
    const sam = await open('mentee', 'purpose');
    const field = sam.tab.getByLabel(purpose);
    await field.waitFor();
    await sam.page.context().setOffline(true);
    await field.fill('Typed while offline');
    await field.blur();
    await sam.tab.getByText(/Not saved yet\./).waitFor();
    assert.equal(await field.inputValue(), 'Typed while offline');
    await sam.page.context().setOffline(false);
    await sam.tab.getByText('· Saved').waitFor();

    await sam.page.route('**/api/contracts/**', route => route.fulfill({ status: 401, json: {} }));
    await field.fill('Typed without a token');
    await field.blur();
    await sam.tab.getByText(/Not saved yet\./).waitFor();
    await sam.page.unroute('**/api/contracts/**');
    await sam.tab.getByText('· Saved').waitFor({ timeout: 8_000 });

    await field.pressSequentially(', and on');
    await sam.tab.evaluate('location.reload()');
    await untilTrue(sam.tab, "document.querySelector('textarea')");
    assert.equal(await sam.tab.getByLabel(purpose).inputValue(), 'Typed without a token, and on');
    await sam.tab.getByText('· Saved').waitFor();
  });

  it('holds comments beside a field, and goals that are shared or private', async () => {
    const [sam, priya] = [await open('mentee', 'purpose'), await open('mentor', 'goals')];
    await button(sam, /^Comment on What we talk about$/).click();
    await sam.tab.getByLabel('Comment on “What we talk about”').fill('Shall we name the course?');
    await button(sam, /^Add comment$/).click();
    await sam.tab.getByText('Shall we name the course?').waitFor();
    await button(priya, /^Add a goal$/).click();
    await priya.tab.getByLabel(/^What do you want to reach/).fill('Help Sam choose');
    await priya.tab.getByLabel('Only you. It is no part of the contract').check();
    await button(priya, /^Save goal$/).click();
    await priya.tab.getByText('Only you can see this').waitFor();
    await button(priya, /^Add a goal$/).click();
    await priya.tab.getByLabel(/^What do you want to reach/).fill('Sam leads a ward round');
    await button(priya, /^Save goal$/).click();
    await sam.tab.locator('.sheet').getByText('Sam leads a ward round').waitFor();
    assert.equal(await sam.tab.getByText('Help Sam choose').count(), 0);
    await button(priya, /^Write here in What it is for$/).click();
    await button(priya, /^1 comment on What we talk about$/).click();
    await priya.tab.getByText('Shall we name the course?').waitFor();
    assert.deepEqual(await axeViolations(priya.tab), []);
  });

  it('is reached from the home page, where it stands under what waits for you', async () => {
    const sam = await open('mentee', undefined, { subPageId: 'home' });
    await sam.page.route('**/api/me/mentoring', async route => {
      const answer = await route.fetch();
      const [mentor] = (await answer.json()).mentors;
      const mentors = [{ ...mentor, pairId, contract: 'proposed', contractAsks: 'sign' }];
      await route.fulfill({ json: { ...(await answer.json()), mentors } });
    });
    await sam.tab.evaluate("window.dispatchEvent(new Event('focus'))");
    const waiting = sam.tab.getByRole('region', { name: /^Waiting for you/ });
    await waiting.getByText('The contract has been proposed and waits for your signature').waitFor();
    await button(sam, /^Contract: to be signed/).waitFor();
    assert.deepEqual(await axeViolations(sam.tab), []);
    await waiting.getByRole('button', { name: /^Read and sign/ }).click();
    await heading(sam, /^Contract with/).waitFor();
    assert.equal(new URL(sam.tab.url()).hash, `#contract/${pairId}`);
    await button(sam, /^Back to my mentoring$/).click();
    await waiting.waitFor();
  });

  for (const theme of ['default', 'dark', 'contrast']) {
    it(`has nothing that axe finds, and nothing to scroll sideways to, in the ${theme} theme`, async () => {
      const sam = await open('mentee', 'purpose', { theme });
      await sam.tab.getByLabel(purpose).waitFor();
      await eachWidth(sam);
      await write(sam, purpose, `To decide ${'x'.repeat(120)}`);
      await sam.page.setViewportSize({ width: 375, height: 800 });
      await button(sam, /^Read as a document$/).click();
      await eachWidth(sam);
      await button(sam, /^Propose for signing$/).click();
      await heading(sam, /^Read the contract and sign it$/).waitFor();
      await eachWidth(sam);
      assert.deepEqual(sam.complaints, []);
    });
  }
});

async function eachWidth(window: TabWindow): Promise<void> {
  for (const width of [1280, 375, 320]) {
    await window.page.setViewportSize({ width, height: 900 });
    await untilTrue(window.tab, `innerWidth === ${width}`);
    const [content, room] = await window.tab.evaluate<[number, number]>(
      "(page => [Math.max(page.scrollWidth, document.documentElement.scrollWidth), page.clientWidth])(document.querySelector('.page'))",
    );
    assert.ok(content <= room, `${content} px in ${room} px`);
    if (width !== 320) assert.deepEqual(await axeViolations(window.tab), [], `${width} px`);
  }
}
