import assert from 'node:assert/strict';
import { contractInStore } from '../support/contract-in-store.ts';
import { aMeeting } from '../support/meetings.ts';
import { button, focused, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations, type TabWindow } from '../support/tab-window.ts';

const pairId = 'pair-of-sam-and-priya';
const fields = {
  'first-review-on': '2027-03-01',
  'review-every': 'no more',
  minutes: '60',
  'how-often': 'Every month',
};

describe('Reviews and endings in the tab', function () {
  this.timeout(90_000);
  const { open, door } = tabInBrowser();
  beforeEach(async () => {
    const meeting = aMeeting({ id: 'first', pairId, at: '2026-11-17T09:00:00Z' });
    await contractInStore(door().mentors.ports, { meeting, fields });
    door().now = Date.parse('2027-03-01T10:00:00Z');
  });

  const at = (who: 'sam' | 'priya', section: string, told: Record<string, string> = {}) =>
    open({
      told: { token: who, subPageId: `contract/${pairId}/${section}`, ...told },
      window: { viewport: { width: 1280, height: 900 } },
    });
  const writes = async (window: TabWindow, question: RegExp, words: string) => {
    await window.tab.getByLabel(question).fill(words);
    await button(window, /^(Send|Save) my (answers|words)$/).click();
  };

  it('shows no answer before both have answered, and lets the two agree on what comes of it', async () => {
    const sam = await at('sam', 'review');
    await sam.tab.getByLabel(/^What works well/).waitFor();
    assert.match(await focused(sam), /^Reviews$/);
    await writes(sam, /^What works well/, 'Time to think');
    await sam.tab.getByText(/You have answered\./).waitFor();
    const priya = await at('priya', 'review');
    await priya.tab.getByText('What works well?').waitFor();
    assert.equal(await priya.tab.getByText('Time to think').count(), 0);
    await writes(priya, /^What works well/, 'Your questions');
    await priya.tab.getByText('Time to think').waitFor();
    await button(priya, /^Go on as it is$/).click();
    await priya.tab.getByText(/We have asked .?Sam Okoro/).waitFor();
    const again = await at('sam', 'review');
    await again.tab.getByText('Your questions').waitFor();
    await again.tab.getByText(/Priya Varghese.? would like “Go on as it is”/).waitFor();
    await button(again, /^Go on as it is$/).click();
    await again.tab.getByText('You agreed to go on as it is.').waitFor();
    for (const window of [sam, priya, again]) assert.deepEqual(window.complaints, []);
  });

  it('ends only after it was asked, says until when it is kept, and lets one say what was gained', async () => {
    const sam = await at('sam', 'ending');
    await button(sam, /^End it now$/).click();
    const dialog = sam.tab.getByRole('alertdialog');
    await dialog.getByText(/You need no reason/).waitFor();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await button(sam, /^End it now$/).click();
    await dialog.getByRole('button', { name: 'End it now' }).click();
    await sam.tab
      .getByText(/ended on Monday 1 March 2027, without fault\. .+ until Thursday 1 March 2029/)
      .waitFor();
    await writes(sam, /^What have you gained/, 'The courage to ask');
    await sam.tab.getByText('Your words are saved').waitFor();
    const priya = await at('priya', 'ending');
    await priya.tab.getByText('The courage to ask').waitFor();
    for (const window of [sam, priya]) assert.deepEqual(window.complaints, []);
  });

  it('gives the mentee a note for their manager, with no name of the mentor’s in it', async () => {
    const sam = await at('sam', 'manager');
    const note = sam.tab.getByText(
      /I have a mentor through Hub\. The time agreed: 60 minutes, every month\./,
    );
    await note.waitFor();
    assert.doesNotMatch(String(await note.textContent()), /Priya|Varghese/);
    await button(sam, /^Open a chat with it$/).click();
    await sam.tab.getByText(/Write an e-mail address/).waitFor();
  });

  for (const theme of ['default', 'dark', 'contrast'])
    it(`is without faults that axe can find, in ${theme}`, async () => {
      for (const section of ['review', 'ending', 'manager']) {
        const window = await at('sam', section, { theme });
        await window.tab.locator('h1').waitFor();
        await window.tab.locator('section').first().waitFor();
        assert.deepEqual(await axeViolations(window.tab), [], section);
        if (theme === 'default' && process.env.SHOTS)
          await window.page.screenshot({ path: `${process.env.SHOTS}/${section}.png`, fullPage: true });
      }
    });
});
