import assert from 'node:assert/strict';
import { aMeeting, priya, sam } from '../support/meetings.ts';
import { button, focused, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

describe('The tab, carrying out decisions', function () {
  this.timeout(60_000);
  const { open, door } = tabInBrowser();

  it('cancels by keyboard alone: asked once, with the focus going in and coming back', async () => {
    const window = await open();
    await button(window, /^Cancel: meeting with Priya Varghese/).waitFor();
    const { keyboard } = window.page;
    await window.tab.locator('body').press('Tab');
    for (let presses = 0; presses < 10 && !/^Cancel:/.test(await focused(window)); presses += 1)
      await keyboard.press('Tab');
    await keyboard.press('Enter');
    const dialog = window.tab.getByRole('alertdialog', { name: 'Cancel the meeting with' });
    await dialog.waitFor();
    assert.deepEqual(await axeViolations(window.tab), []);
    await untilTrue(window.tab, "document.activeElement.closest('[role=alertdialog]')");
    for (let presses = 0; presses < 4; presses += 1) {
      await keyboard.press('Tab');
      assert.ok(await window.tab.evaluate("Boolean(document.activeElement.closest('[role=alertdialog]'))"));
    }
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.match(await focused(window), /^Cancel: meeting with Priya Varghese/);
    assert.deepEqual(door().decisions, []);

    await keyboard.press('Enter');
    await dialog.waitFor();
    for (let presses = 0; presses < 4 && (await focused(window)) !== 'Cancel meeting'; presses += 1)
      await keyboard.press('Tab');
    await keyboard.press('Enter');
    await window.tab.getByRole('status').getByText('cancelled').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await window.tab.getByText('Cancelled by you').waitFor();
    assert.equal(door().meetings[0]?.stage, 'cancelled');
    assert.equal(await focused(window), 'My mentoring');
    assert.deepEqual(await axeViolations(window.tab), []);
    assert.deepEqual(window.complaints, []);
  });

  it('accepts and says not now, each with a word of what was done', async () => {
    const asMentor = {
      mentee: priya,
      mentor: sam,
      menteeName: 'Priya Varghese',
      stage: 'waiting',
    } as const;
    door().meetings = [
      aMeeting(asMentor),
      aMeeting({ ...asMentor, at: '2026-12-08T09:00:00Z', menteeName: 'Aisha Rahman' }),
    ];
    const window = await open();
    await button(window, /^Accept: meeting with Priya/).click();
    await window.tab.getByRole('status').getByText('You are meeting').waitFor();
    assert.equal(await focused(window), 'Thursday 3 December 2026, 9am to 9.30am');
    await button(window, /^Not now: meeting with Aisha/).click();
    await button(window, /^Say not now$/).click();
    await window.tab.getByRole('status').getByText('We let').waitFor();
    assert.deepEqual(
      door().meetings.map(meeting => meeting.stage),
      ['agreed', 'not now'],
    );
  });

  it('tries again as the same decision when the answer was lost, and tells a refusal apart', async () => {
    const sent: string[] = [];
    const window = await open({
      prepare: page =>
        page.route('**/cancel', async route => {
          sent.push(route.request().postDataJSON().opId);
          await (sent.length === 1 ? route.abort() : route.continue());
        }),
    });
    await button(window, /^Cancel: meeting/).click();
    await button(window, /^Cancel meeting$/).click();
    await window.tab.getByText('We could not reach mentoring.').waitFor();
    await button(window, /^Try again$/).click();
    await window.tab.getByRole('status').getByText('cancelled').waitFor();
    assert.equal(sent.length, 2);
    assert.equal(sent[0], sent[1]);

    door().meetings = [aMeeting({ id: 'gone', pairId: 'gone', at: '2026-12-04T09:00:00Z' })];
    await window.tab.evaluate("window.dispatchEvent(new Event('focus'))");
    await button(window, /^Cancel: meeting.*4 December/).waitFor();
    door().meetings = [];
    await button(window, /^Cancel: meeting/).click();
    await button(window, /^Cancel meeting$/).click();
    await window.tab.getByText('That is not here, or it is not yours to see.').waitFor();
    assert.equal(await button(window, /^Try again$/).count(), 0);
  });
});
