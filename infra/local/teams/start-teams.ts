import { guard } from '../guard.ts';
import { chatsIn } from './chats.ts';
import { connectorRoute } from './connector.ts';
import { directoryAt } from './directory.ts';
import { sendJson } from './json-http.ts';
import { loopbackServer } from './loopback-server.ts';
import { pageApi } from './page-api.ts';
import { pageFiles } from './page-files.ts';

export type LocalTeams = {
  /** The page's address, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
};

/** The Teams-like page and the connector behind it, on 127.0.0.1. Port 0 takes any free one. */
export async function startTeams(settings: {
  readonly port: number;
  readonly appUrl: string;
  readonly graphUrl: string;
  /** Where the chats are kept. */
  readonly dataDir: string;
}): Promise<LocalTeams> {
  const files = await pageFiles(settings.appUrl);
  const chats = chatsIn(settings.dataDir);
  const server = await loopbackServer(settings.port);
  const { url } = server;
  const api = pageApi(chats, directoryAt(settings.graphUrl), {
    messagesUrl: new URL('/api/messages', settings.appUrl).href,
    tabUrl: new URL('/tab/', settings.appUrl).href,
    serviceUrl: `${url}/connector/`,
  });

  server.serve(async (req, res) => {
    const refused = guard(req);
    if (refused !== undefined) return sendJson(res, 403, { error: refused });
    const asked = new URL(req.url ?? '/', url);
    const { pathname } = asked;
    if (pathname === '/' && `http://${req.headers.host}` !== url) {
      // The tab knows this page by one address alone.
      res.writeHead(302, { location: asked.href });
      res.end();
    } else if (pathname.startsWith('/connector/')) {
      const found = await connectorRoute(chats.world, req, res, pathname.slice('/connector'.length));
      if (!found) sendJson(res, 404, { error: { code: 'NotFound', message: 'NotFound' } });
    } else if (pathname.startsWith('/api/')) await api.handle(req, res, asked);
    else if (!files.serve(res, pathname)) sendJson(res, 404, { error: 'Not found' });
  });

  return {
    url,
    async close() {
      chats.close();
      await server.close();
    },
  };
}
