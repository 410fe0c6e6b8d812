import assert from 'node:assert/strict';
import { contractInBrowser } from '../support/contract-in-browser.ts';
import { button } from '../support/tab-in-browser.ts';

describe('Reading a contract on to its end', function () {
  this.timeout(60_000);
  const { open } = contractInBrowser();

  for (const [width, height] of [
    [680, 900],
    [375, 560],
  ] as const) {
    it(`takes no more than its own button, in ${width} by ${height} px`, async () => {
      const sam = await open('mentee', 'purpose');
      await sam.page.setViewportSize({ width, height });
      const purpose = sam.tab.getByLabel(/^What the mentee wants/);
      await purpose.fill('To decide. '.repeat(90));
      await purpose.blur();
      await sam.tab.getByText('· Saved').waitFor();
      await button(sam, /^Propose for signing$/).click();
      const sign = button(sam, /^Sign version 1$/);
      await sign.waitFor();
      const readOn = button(sam, /^Read on$/);
      for (let presses = 0; presses < 40 && (await readOn.isVisible()); presses += 1) {
        await readOn.click();
        await sam.tab.waitForTimeout(100);
      }
      await sam.tab.getByText('You have seen all of it.').waitFor();
      assert.equal(await sign.getAttribute('aria-disabled'), null);
    });
  }
});
