import assert from 'node:assert/strict';
import { releaseTimes } from '../../bot/mentoring/chemistry/blind-answer.ts';
import { aMeeting } from '../support/meetings.ts';
import { button, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

describe('The tab, after a meeting', function () {
  this.timeout(60_000);
  const { open, door } = tabInBrowser();
  const at = '2026-11-30T09:00:00Z';
  const times = releaseTimes(Date.parse('2026-11-30T09:30:00Z'));
  const pressed = (title: string) =>
    `[...document.querySelectorAll('button[aria-pressed=true]')].map(e => e.textContent).join() === '${title}'`;

  it('asks in private whether to go on, and lets the answer be changed until both are told', async () => {
    door().meetings = [aMeeting({ at, id: 'm', pairId: 'p', after: times })];
    const window = await open();
    await window.tab.getByRole('heading', { name: 'Do you want to go on?' }).waitFor();
    await window.tab.getByText('if not at 9am on Thursday 3 December 2026').waitFor();
    await button(window, /^Go on$/).click();
    await untilTrue(window.tab, pressed('Go on'));
    await button(window, /^Another meeting first$/).click();
    await untilTrue(window.tab, pressed('Another meeting first'));
    assert.deepEqual(await axeViolations(window.tab), []);
    assert.deepEqual(window.complaints, []);
  });

  it('shows what was released, and asks no more', async () => {
    const released = { outcome: 'not going ahead', at: times.decidesAt } as const;
    door().meetings = [aMeeting({ at, id: 'm', pairId: 'p', after: { ...times, released } })];
    const window = await open();
    await window.tab.getByText('Not going ahead').waitFor();
    assert.equal(await window.tab.getByRole('heading', { name: 'Do you want to go on?' }).count(), 0);
    assert.equal(await button(window, /^Go on$/).count(), 0);
  });

  it('puts the contract first while two who go on write it, and then the next session', async () => {
    const released = { outcome: 'going on', at: times.endedAt } as const;
    door().meetings = [aMeeting({ at, id: 'm', pairId: 'p', after: { ...times, released } })];
    const window = await open();
    const contract = async (stage: 'drafting' | 'active') => {
      await window.page.route('**/api/me/mentoring', async route => {
        const home = await (await route.fetch()).json();
        const mentors = [{ ...home.mentors[0], goesOn: true, contract: stage }];
        await route.fulfill({ json: { ...home, mentors } });
      });
      await window.tab.evaluate("window.dispatchEvent(new Event('focus'))");
    };
    await contract('drafting');
    await button(window, /^Write the contract$/).waitFor();
    assert.deepEqual(await axeViolations(window.tab), []);
    await contract('active');
    await window.tab
      .getByRole('region', { name: 'What now' })
      .getByRole('button', { name: 'Book a session in chat' })
      .waitFor();
  });
});
