import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendJson } from './json-http.ts';

export type LoopbackServer = {
  /** Without a slash at the end. */
  readonly url: string;
  /** What fails is answered with 502 and the reason. */
  serve(handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>): void;
  close(): Promise<void>;
};

/** On 127.0.0.1 alone. Port 0 takes any free one. */
export async function loopbackServer(port: number): Promise<LoopbackServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    serve(handle) {
      server.on('request', (req, res) => {
        handle(req, res).catch((error: unknown) => {
          const message = error instanceof Error ? error.message : 'Unknown';
          if (res.headersSent) res.destroy();
          else sendJson(res, 502, { error: { code: 'BadGateway', message } });
        });
      });
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
