import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Addresses, parts } from './addresses.ts';
import { CannotStart } from './cannot-start.ts';

const names: Readonly<Record<keyof Addresses, string>> = {
  app: 'the app',
  graph: 'the local Graph',
  teams: 'the local Teams page',
  issuer: 'the local sign-in',
};

/** Throws CannotStart naming the first port that something else listens on. */
export async function needFreePorts(addresses: Addresses): Promise<void> {
  for (const part of parts) {
    const port = Number(new URL(addresses[part]).port);
    if (await isTaken(port)) {
      throw new CannotStart(
        `Port ${port} for ${names[part]} is taken: set PORT to move all four, as in PORT=4978 npm start`,
      );
    }
  }
}

async function isTaken(port: number): Promise<boolean> {
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return true;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return false;
}
