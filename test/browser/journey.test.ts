import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openWindow } from '../support/browser.ts';
import { type RunningProduct, runProduct } from '../support/run-product.ts';

const sentence = "I'm a band 6 nurse near Leeds and I want to move into management, Thursdays are best";

describe('finding and booking in a browser', function () {
  this.timeout(120_000);
  let product: RunningProduct;
  let browser: Browser;
  const troubles: string[] = [];

  before(async () => {
    [product, browser] = await Promise.all([runProduct(), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await product?.end();
  });

  async function openAs(email: string): Promise<Page> {
    const context = await openWindow(browser, { viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', error => troubles.push(String(error)));
    page.on('console', line => {
      if (line.type() === 'error') troubles.push(line.text());
    });
    await page.goto(`${product.addresses.teams}/?as=${email}`);
    await page.getByRole('log').getByText('Four things you can type').waitFor();
    return page;
  }

  it('takes a nurse from a sentence to a meeting in both calendars, and out of them again', async () => {
    const sam = await openAs('sam.okoro@example.nhs.uk');
    await sam.getByLabel('Type a message').fill(sentence);
    await sam.keyboard.press('Enter');
    await sam
      .getByRole('log')
      .getByText('Understood: moving into management · near Leeds · Thursdays')
      .waitFor();
    const mentors = sam.locator('.card').filter({ hasText: 'Helps with moving into management' });
    assert.equal(await mentors.count(), 3);

    const mentorName =
      ((await mentors.first().getByText('·').first().textContent()) ?? '').split('·')[1]?.trim() ?? '';
    await mentors.first().getByRole('button', { name: 'Book a chemistry meeting' }).click();
    const times = sam.locator('.card').filter({ hasText: `30 minutes with ${mentorName}` });
    await times.getByText('Works around both calendars').waitFor();
    assert.match((await times.textContent()) ?? '', /Thu \d+ \w+/);
    await times
      .getByRole('button', { name: /^(\d+(\.\d\d)?[ap]m|midday)$/ })
      .first()
      .click();

    const confirm = sam.locator('.card').filter({ hasText: `Book a chemistry meeting with ${mentorName}` });
    await confirm.getByLabel(/What would you like .* to know/).fill('I have led our night team for a year.');
    assert.match((await confirm.textContent()) ?? '', /Thursday \d+ \w+ 20\d\d/);
    await confirm.getByRole('button', { name: 'Book this meeting' }).click();
    await sam
      .locator('.card')
      .filter({ hasText: `Chemistry meeting with ${mentorName}` })
      .getByText('Waiting for')
      .waitFor();

    const mentorEmail = await product.emailOf(mentorName);
    for (const email of ['sam.okoro@example.nhs.uk', mentorEmail]) {
      const [event, ...others] = await product.meetings(email);
      assert.deepEqual(others, []);
      assert.equal(event?.isOnlineMeeting, true);
      assert.equal(event?.sensitivity, 'private');
      assert.ok(!JSON.stringify(event).includes('night team'));
    }

    const mentor = await openAs(mentorEmail);
    const request = mentor
      .locator('.card')
      .filter({ hasText: 'Sam Okoro would like a chemistry meeting with you' });
    await request.getByText('I have led our night team for a year.').waitFor();
    await request.getByRole('button', { name: 'Accept' }).click();
    await mentor.locator('.card').getByText('You said yes. It is in both calendars.').first().waitFor();
    await sam
      .getByRole('log')
      .getByText(/said yes\. It is in both calendars/)
      .first()
      .waitFor();

    await sam.reload();
    await sam.frameLocator('iframe').getByText(mentorName).first().waitFor();

    await sam.getByLabel('Type a message').fill('cancel my meeting');
    await sam.keyboard.press('Enter');
    await sam.getByRole('log').getByText('You cancelled it.').first().waitFor();
    for (const email of ['sam.okoro@example.nhs.uk', mentorEmail]) {
      await product.eventually(async () => (await product.meetings(email)).length === 0);
    }
    await mentor.getByRole('log').getByText('Sam cancelled it.').first().waitFor();
    assert.deepEqual(troubles, []);
  });
});
