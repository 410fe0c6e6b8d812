import assert from 'node:assert/strict';
import { SignInRequired } from '../../bot/ports/sign-in.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';
import { button, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations } from '../support/tab-window.ts';

describe('The tab, whatever happens', function () {
  this.timeout(60_000);
  const { open, door } = tabInBrowser();

  describe('shows how things stand', () => {
    it('in the final layout while it loads', async () => {
      let answer = () => undefined as unknown;
      const window = await open({
        prepare: page =>
          page.route('**/api/me/mentoring', async route => {
            await new Promise<void>(resolve => {
              answer = resolve as () => unknown;
            });
            await route.continue();
          }),
      });
      await window.tab.getByLabel('Loading your meetings').waitFor();
      assert.deepEqual(await axeViolations(window.tab), []);
      answer();
      await window.tab.getByText('Priya Varghese').first().waitFor();
      assert.equal(await window.tab.getByLabel('Loading your meetings').count(), 0);
    });

    it('with one sentence and one action when there is nothing yet', async () => {
      door().meetings = [];
      const window = await open();
      await button(window, /^Find a mentor in chat$/).click();
      await window.page.waitForFunction("fakeTeams.calls.some(call => call[0] === 'pages.navigateToApp')");
      assert.equal(await window.tab.getByRole('button').count(), 1);
      assert.deepEqual(await axeViolations(window.tab), []);
    });

    it('with what to do when something broke, and goes on from there', async () => {
      door().failure = new Error('down');
      const window = await open();
      await window.tab.getByRole('alert').getByText('Something went wrong on our side').waitFor();
      assert.deepEqual(await axeViolations(window.tab), []);
      door().failure = undefined;
      await button(window, /Try again/).click();
      await window.tab.getByText('What now').waitFor();
      assert.equal(await window.tab.getByRole('alert').count(), 0);
    });

    it('keeping what it knows while offline, and loads it again after', async () => {
      const window = await open();
      await window.tab.getByText('What now').waitFor();
      await window.page.context().setOffline(true);
      await window.tab.getByText('You are offline.').waitFor();
      assert.ok(await window.tab.getByText('Thursday 3 December 2026').first().isVisible());
      door().meetings = [aMeeting({ at: '2026-12-09T09:00:00Z' })];
      await window.page.context().setOffline(false);
      await window.tab.getByText('Wednesday 9 December 2026, 9am').waitFor();
      assert.equal(await window.tab.getByText('You are offline.').count(), 0);
    });

    it('with what the bot could not say in Teams, over the page and at the meeting itself', async () => {
      const waits = aMeeting({ id: 'w', stage: 'waiting', at: '2026-12-10T09:00:00Z' });
      const off = aMeeting({ id: 'c', stage: 'cancelled', at: '2026-12-11T09:00:00Z' });
      door().meetings = [aMeeting({ id: 'm', pairId: 'p' }), waits, off];
      door().unreachable = {
        since: '2026-11-30T09:00:00.000Z',
        why: 'blocked',
        untold: ['m', 'w', 'c', 'somebody else'],
      };
      const window = await open();
      await window.tab.getByText('We could not reach you in Teams: 3 meetings here.').waitFor();
      await window.tab.getByText('Unblock the chat with Mentoring').waitFor();
      assert.equal(await window.tab.getByText('We could not tell you about this in Teams').count(), 3);
      assert.deepEqual(await axeViolations(window.tab), []);
      door().unreachable = undefined;
      await window.tab.evaluate("window.dispatchEvent(new Event('focus'))");
      await window.tab.getByText('We could not reach you in Teams').waitFor({ state: 'detached' });
      assert.equal(await window.tab.getByText('We could not tell you about this in Teams').count(), 0);
    });

    it('as the chat beside it changes it', async () => {
      const window = await open();
      await window.tab.getByText('What now').waitFor();
      door().meetings = [aMeeting({ at: '2026-12-09T09:00:00Z' })];
      await window.tab.evaluate("window.dispatchEvent(new Event('focus'))");
      await window.tab.getByText('Wednesday 9 December 2026, 9am').waitFor();
    });
  });

  describe('signs people in', () => {
    it('asks Teams once more when a token has run out', async () => {
      let times = 0;
      const window = await open({
        prepare: page =>
          page.route('**/api/me/mentoring', route => {
            times += 1;
            return times === 1 ? route.fulfill({ status: 401, json: {} }) : route.continue();
          }),
      });
      await window.tab.getByText('What now').waitFor();
      assert.equal((await window.calls()).filter(call => call === 'authentication.getAuthToken').length, 2);
    });

    it('offers to sign in when the calendar needs it, and does then what was wanted', async () => {
      door().meetings = [
        aMeeting({ stage: 'waiting', mentee: priya, mentor: sam, menteeName: 'Priya Varghese' }),
      ];
      const window = await open();
      await button(window, /^Accept/).waitFor();
      door().failure = new SignInRequired(sam);
      await button(window, /^Accept/).click();
      await window.tab.getByText('Sign in so that we can reach your Outlook calendar.').waitFor();
      door().failure = undefined;
      const consent = window.page.context().waitForEvent('page');
      await button(window, /^Sign in$/).click();
      const consentPage = await consent;
      await consentPage.waitForURL('**/consent');
      await consentPage.close();
      await window.tab.evaluate("window.dispatchEvent(new Event('focus'))");
      await window.tab.getByRole('status').getByText('You are meeting').waitFor();
      assert.equal(await window.tab.getByRole('alert').count(), 0);
    });

    it('says so when Teams gives no token', async () => {
      const window = await open({ told: { refuse: 'yes' } });
      await window.tab.getByText('Teams could not sign you in.').waitFor();
    });
  });
});
