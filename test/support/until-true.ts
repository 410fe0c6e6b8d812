import type { Frame } from 'playwright-core';

/**
 * Asks the frame again and again for 5 seconds. Playwright's own waiting evaluates its string inside the page, which the
 * tab's policy forbids.
 */
export async function untilTrue(frame: Frame, expression: string): Promise<void> {
  for (let tried = 0; tried < 100; tried += 1) {
    if (await frame.evaluate<boolean>(`Boolean(${expression})`)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Not within 5 seconds: ${expression}`);
}
