import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { aMeeting } from './meetings.ts';
import type { TabDoor } from './tab-door.ts';
import { openTabHouse, type TabHouse, type TabWindow } from './tab-window.ts';

/**
 * One browser for a describe block, a door of its own with one agreed meeting for each test in it, and every window
 * closed after.
 */
export function tabInBrowser(): { open: TabHouse['open']; door(): TabDoor; browser(): Browser } {
  let browser: Browser;
  let house: TabHouse;
  const opened: TabWindow[] = [];

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    house = await openTabHouse(browser);
    house.door.meetings = [aMeeting({ id: 'm', pairId: 'p' })];
  });
  afterEach(async () => {
    for (const window of opened.splice(0)) await window.page.context().close();
    await house?.close();
  });

  return {
    open: async opening => {
      const window = await house.open(opening);
      opened.push(window);
      return window;
    },
    door: () => house.door,
    browser: () => browser,
  };
}

export function button(window: TabWindow, name: RegExp): Locator {
  return window.tab.getByRole('button', { name });
}

/** What has the keyboard, by its label or its text. */
export function focused(window: TabWindow): Promise<string> {
  return window.tab.evaluate<string>(
    "(e => (e.getAttribute('aria-label') ?? e.textContent).trim())(document.activeElement)",
  );
}
