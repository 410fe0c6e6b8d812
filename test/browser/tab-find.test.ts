import assert from 'node:assert/strict';
import { aMentor } from '../matching/a-mentor.ts';
import { fiveMentors } from '../support/mentors-of-tests.ts';
import { button, focused, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations, type TabWindow } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

const sentence = 'I want to move into management near Leeds on Thursdays Zyxqwv';
const found = 'find/focus:moving-into-management,place:leeds,day:thursday';

describe('Finding a mentor in the tab', function () {
  this.timeout(60_000);
  const { open, door } = tabInBrowser();
  beforeEach(() => door().mentors.put(...fiveMentors));

  const names = ({ tab }: TabWindow) => tab.locator('.results h3').allTextContents();
  const address = ({ tab }: TabWindow) => new URL(tab.url()).hash;
  const tabTo = async (window: TabWindow, label: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (label.test(await focused(window))) return;
      await window.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard never came to ${label}`);
  };

  it('goes by keyboard alone from a sentence to results, takes off a chip, opens a profile and comes back', async () => {
    const window = await open();
    const { keyboard } = window.page;
    await window.tab.getByRole('tab', { name: 'Home' }).waitFor();
    await window.tab.getByRole('tab', { name: 'Home' }).focus();
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await window.tab.getByLabel('What would you like from a mentor?').waitFor();
    for (let presses = 0; presses < 5; presses += 1) {
      if (await window.tab.evaluate("document.activeElement.id === 'what-you-need'")) break;
      await keyboard.press('Tab');
    }
    await keyboard.type(sentence);
    await keyboard.press('Enter');
    await window.tab.locator('#results-heading:focus').waitFor();
    assert.deepEqual(await names(window), ['Priya Varghese', 'Ruth Adeyemi', 'Aled Pryce']);
    await window.tab
      .getByRole('status')
      .getByText('1 mentor has all of that. The others come close. 3 shown.')
      .waitFor();
    assert.equal(address(window), `#${found}`);
    assert.deepEqual(await axeViolations(window.tab), []);

    await keyboard.press('Shift+Tab');
    await tabTo(window, /./);
    await button(window, /^near Leeds/).focus();
    await keyboard.press('Delete');
    await untilTrue(window.tab, "!location.hash.includes('leeds')");
    await window.tab.getByRole('button', { name: /^near Leeds/ }).waitFor({ state: 'detached' });
    await untilTrue(window.tab, "document.activeElement.closest('.chips')");

    await tabTo(window, /^Priya Varghese$/);
    await keyboard.press('Enter');
    await window.tab.locator('#profile-heading:focus').waitFor();
    assert.match(address(window), /\/mentor\/priya$/);
    assert.deepEqual(await axeViolations(window.tab), []);
    await button(window, /^Back to mentors$/).focus();
    await keyboard.press('Enter');
    await window.tab.locator('#mentor-priya:focus').waitFor();
    assert.deepEqual(window.complaints, []);
  });

  it('holds ids in its address and gives the same when it is loaded again, copied, or gone back to', async () => {
    const bodies: string[] = [];
    const asked: string[] = [];
    const window = await open({
      told: { subPageId: 'find' },
      prepare: async page =>
        page.on('request', request => {
          asked.push(request.url());
          if (request.postData()) bodies.push(request.postData() ?? '');
        }),
    });
    await window.tab.getByLabel('What would you like from a mentor?').fill(sentence);
    await button(window, /^Find mentors$/).click();
    await window.tab.locator('.results h3').first().waitFor();
    const first = await names(window);
    assert.equal(address(window), `#${found}`);
    assert.equal(bodies.filter(body => body.includes('Zyxqwv')).length, 1, 'the sentence is sent once');
    assert.ok(!asked.some(url => /Zyxqwv|management%20|near/i.test(url)));
    assert.ok(!JSON.stringify(await window.argsOf('shareDeepLink')).includes('Zyxqwv'));
    assert.equal(
      await window.tab.evaluate('JSON.stringify({ ...sessionStorage }).includes("Zyxqwv")'),
      false,
    );

    await window.tab.evaluate('location.reload()');
    await button(window, /^near Leeds/).waitFor();
    await untilTrue(window.tab, "document.querySelectorAll('.results h3').length");
    assert.deepEqual(await names(window), first);

    const copied = await open({ told: { subPageId: found } });
    await copied.tab.locator('.results h3').first().waitFor();
    assert.deepEqual([await names(copied), address(copied)], [first, `#${found}`]);

    await copied.tab.getByLabel(/^Thursday/).waitFor({ state: 'hidden' });
    await copied.tab.getByRole('button', { name: /^Thursdays/ }).press('Delete');
    await untilTrue(copied.tab, "!location.hash.includes('thursday')");
    await copied.tab.evaluate('history.back()');
    await untilTrue(copied.tab, `location.hash === '#${found}'`);
    await copied.tab.getByRole('button', { name: /^Thursdays/ }).waitFor();
    assert.deepEqual(await names(copied), first);
  });

  it('ticks what it counts, keeps the keyboard there, and says which one thing to leave out', async () => {
    const window = await open({ told: { subPageId: 'find' } });
    await window.tab.getByText('3 mentors have a place now.').waitFor();
    await window.tab.getByLabel('Wales (1)').check();
    await window.tab.locator('.results h3').first().waitFor();
    assert.deepEqual(await names(window), ['Aled Pryce']);
    assert.match(await window.tab.evaluate<string>('document.activeElement.type'), /checkbox/);
    await window.tab.evaluate("location.hash = 'find/profession:pharmacy,day:thursday'");
    await window.tab.getByRole('heading', { name: 'Nobody has all of that.' }).waitFor();
    await button(window, /^Without “someone in pharmacy”: 2 mentors$/).click();
    await window.tab.locator('#results-heading:focus').waitFor();
    assert.deepEqual((await names(window)).toSorted(), ['Priya Varghese', 'Ruth Adeyemi']);
    await button(window, /^Why not others/).click();
    await window.tab.getByText('1 is taking a break').waitFor();
  });

  it('puts aside, with a reason or none, and shows again; finds more like one', async () => {
    const window = await open({ told: { subPageId: found } });
    await button(window, /^Not for me: Priya/).click();
    await window.tab.getByRole('menuitem', { name: 'Too far away' }).click();
    await window.tab.getByText('1 mentor is put aside.').waitFor();
    assert.deepEqual((await names(window)).toSorted(), ['Aled Pryce', 'Ruth Adeyemi']);
    assert.equal(address(window), `#${found}`);
    await button(window, /^Show this one again$/).click();
    await window.tab.locator('#mentor-priya').waitFor();
    await button(window, /^More like this: Priya/).click();
    await window.tab.getByText('like Priya Varghese').waitFor();
    assert.match(address(window), /,like:priya$/);
    assert.equal((await names(window))[0], 'Ruth Adeyemi');
  });

  it('has the bot write the times into the chat and opens it, or says what to do first', async () => {
    const window = await open({ told: { subPageId: found } });
    await button(window, /^Book a chemistry meeting with Priya/).click();
    await window.page.waitForFunction("fakeTeams.calls.some(call => call[0] === 'pages.navigateToApp')");
    assert.deepEqual(await window.argsOf('pages.navigateToApp'), [
      { appId: 'app-1', pageId: 'conversations' },
    ]);
    const [told] = door().mentors.told;
    assert.ok(told?.about === 'times' && told.profileId === 'priya');
    assert.deepEqual(told.wish.days, ['Thursday']);
    door().mentors.isUnreachable = true;
    await button(window, /^Book a chemistry meeting with Priya/).click();
    await window.tab.getByRole('alert').getByText('We cannot write to you in the chat yet.').waitFor();
  });

  it('shows more than a page, with the focus on the first new one', async () => {
    await door().mentors.put(
      ...Array.from({ length: 15 }, (_, at) => aMentor({ id: `like-${at}`, name: `Like ${at}` })),
    );
    const window = await open({ told: { subPageId: 'find/profession:nursing' } });
    await button(window, /^Show more mentors$/).click();
    await untilTrue(window.tab, "document.querySelectorAll('.results h3').length > 10");
    const shown = await names(window);
    assert.equal(new Set(shown).size, shown.length);
    await untilTrue(
      window.tab,
      "document.activeElement === document.querySelectorAll('.results h3 button')[10]",
    );
  });

  it('keeps what was typed when something broke, and waits in the final layout', async () => {
    let answer = () => undefined as unknown;
    const window = await open({
      told: { subPageId: 'find' },
      prepare: page =>
        page.route('**/api/search', async route => {
          await new Promise<void>(resolve => {
            answer = resolve as () => unknown;
          });
          await route.continue();
        }),
    });
    await window.tab.getByLabel('Loading mentors').waitFor();
    assert.deepEqual(await axeViolations(window.tab), []);
    await window.page.unroute('**/api/search');
    answer();
    await window.tab.getByText('3 mentors have a place now.').waitFor();
    door().failure = new Error('down');
    const field = window.tab.getByLabel('What would you like from a mentor?');
    await field.fill(sentence);
    await button(window, /^Find mentors$/).click();
    await window.tab.getByRole('alert').getByText('Something went wrong on our side').waitFor();
    assert.equal(await field.inputValue(), sentence);
    door().failure = undefined;
    await button(window, /^Try again$/).click();
    await window.tab.locator('.results h3').first().waitFor();
    assert.equal(address(window), `#${found}`);
  });

  it('keeps nothing in the address of a sentence that speaks of harm, and puts help first', async () => {
    const window = await open({ told: { subPageId: 'find' } });
    await window.tab
      .getByLabel('What would you like from a mentor?')
      .fill('I feel suicidal and want confidence');
    await button(window, /^Find mentors$/).click();
    await window.tab.getByText('These people can help now').waitFor();
    await window.tab.getByRole('link', { name: 'Samaritans' }).waitFor();
    assert.equal(address(window), '#find');
    assert.deepEqual(await axeViolations(window.tab), []);
  });

  for (const theme of ['default', 'dark', 'contrast']) {
    it(`has nothing that axe finds, and nothing to scroll sideways to, in the ${theme} theme`, async () => {
      await door().mentors.put(
        aMentor({
          id: 'long',
          name: `${'Wolfeschlegelstein'.repeat(4)} ${'x'.repeat(60)}`,
          jobTitle: 'y'.repeat(90),
        }),
        aMentor({ id: 'rtl', name: 'محمد بن عبد الله الحسيني' }),
      );
      for (const subPageId of [found, `${found}/mentor/long`]) {
        const window = await open({ told: { theme, subPageId } });
        await window.tab
          .locator(subPageId === found ? '.results h3' : '#profile-heading')
          .first()
          .waitFor();
        for (const width of [1280, 768, 375, 320]) {
          await window.page.setViewportSize({ width, height: 900 });
          await untilTrue(window.tab, `innerWidth === ${width}`);
          const [content, room] = await window.tab.evaluate<[number, number]>(
            "(page => [Math.max(page.scrollWidth, document.documentElement.scrollWidth), page.clientWidth])(document.querySelector('.page'))",
          );
          assert.ok(content <= room, `${content} px in ${room} px`);
          if (width === 1280 || width === 375)
            assert.deepEqual(await axeViolations(window.tab), [], `${width} px`);
        }
        assert.deepEqual(window.complaints, []);
      }
    });
  }
});
