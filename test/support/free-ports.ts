import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to whoever asks for any (32768 on Linux), so that no other test is given them meanwhile. */
const [first, each, ofOneWorker] = [12_000, 4, 4_000];
let next = Math.floor(Math.random() * (ofOneWorker / each));

/** The first of four ports in a row that nothing listens on. Files of tests that run at the same time never get the same. */
export async function freePorts(): Promise<number> {
  const own = first + (Number(process.env.MOCHA_WORKER_ID ?? 4) % 5) * ofOneWorker;
  for (let tried = 0; tried < ofOneWorker / each; tried += 1) {
    next = (next + 1) % (ofOneWorker / each);
    const port = own + next * each;
    const free = await Promise.all([0, 1, 2, 3].map(beside => isFree(port + beside)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('No four free ports in a row');
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
