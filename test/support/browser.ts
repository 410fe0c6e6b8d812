import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.ts';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function start(): Promise<Browser> {
  const chosen = process.env.BROWSER_PATH;
  if (chosen) return chromium.launch({ executablePath: chosen, args });
  const { executable, fontsFile, libraries } = await packagedChromium();
  const env = { ...process.env, FONTCONFIG_FILE: fontsFile };
  try {
    return await chromium.launch({ executablePath: executable, args, env });
  } catch {
    const withLibraries = {
      ...env,
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    };
    return await chromium.launch({ executablePath: executable, args, env: withLibraries });
  }
}

/** Headless Chromium: the one that BROWSER_PATH names, or else the one inside the npm package. */
export async function openBrowser(): Promise<Browser> {
  try {
    return await start();
  } catch (error) {
    throw new Error(
      'No browser could be started here. Set BROWSER_PATH to an installed Chromium or Edge, or run every test that needs none with: npm run test:core',
      { cause: error },
    );
  }
}

/**
 * A window of its own that reaches this machine alone. teams-js asks a Microsoft address for its list of hosts when it
 * loads: it gets a short one.
 */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  await context.route(
    url => !['127.0.0.1', 'localhost'].includes(url.hostname),
    route =>
      route.request().url().includes('/validDomains.json')
        ? route.fulfill({
            json: { validOrigins: ['teams.microsoft.com'] },
            headers: { 'access-control-allow-origin': '*' },
          })
        : route.abort(),
  );
  return context;
}
