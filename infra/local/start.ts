import { resolve } from 'node:path';
import { type Addresses, highestPort } from './addresses.ts';
import { needBuiltTab } from './built-tab.ts';
import { CannotStart } from './cannot-start.ts';
import { startProduct } from './start-product.ts';

/** `npm start`, with `-- --fresh` for sample data anew. */
async function start(): Promise<number> {
  const args = process.argv.slice(2);
  const unknown = args.find(arg => arg !== '--fresh');
  if (unknown !== undefined) throw new CannotStart('npm start takes --fresh and nothing else');
  const product = await startProduct({
    port: firstPort(process.env.PORT?.trim() || '3978'),
    dataDir: resolve(process.env.DATA_DIR?.trim() || '.local'),
    fresh: args.includes('--fresh'),
    entries: { app: 'bot/main.ts', register: 'bot/register-main.ts' },
    // A copy: the bundler sets NODE_ENV in this process.
    terminal: { ...process.env },
    prepare: needBuiltTab,
    say: line => void process.stdout.write(`${line}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      asked = true;
      product.end();
    });
  }
  endWithNpm(product.end);
  if (product.ready) process.stdout.write(words(product.addresses));
  return product.ended;
}

let asked = false;

function firstPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= highestPort) return port;
  throw new CannotStart(`PORT takes a number from 1 to ${highestPort}`);
}

/** The shell that npm starts does not pass signals on, so npm's end is seen by this process getting another parent. */
function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    asked = true;
    end();
  }, 500);
  watching.unref();
}

function words(addresses: Addresses): string {
  return `
Mentoring runs on this machine. Open the Teams page to begin; Ctrl-C ends everything.

  Teams page  ${addresses.teams}/
  App         ${addresses.app}/
  Graph       ${addresses.graph}/v1.0/
  Sign-in     ${addresses.issuer}/

`;
}

try {
  const code = await start();
  if (!asked) process.stderr.write(`The app ended with exit code ${code}, and everything with it\n`);
  process.exitCode = asked ? 0 : code;
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
