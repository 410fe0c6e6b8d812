import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export type PageFiles = {
  /** False when it is none of the page's files. */
  serve(res: ServerResponse, pathname: string): boolean;
};

const here = (name: string) => fileURLToPath(new URL(`./page/${name}`, import.meta.url));

let bundled: Promise<ReadonlyMap<string, string | Uint8Array>> | undefined;

/** In memory, once per process: nothing is written and nothing is fetched. */
async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root: here('.'),
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: here('main.ts'),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The page was not built');
  return new Map(
    first.output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

/** The page itself. Its policy lets it load nothing but its own files and frame nothing but the app. */
export async function pageFiles(appUrl: string): Promise<PageFiles> {
  bundled ??= bundle();
  const [files, index] = await Promise.all([bundled, readFile(here('index.html'), 'utf8')]);
  const app = new URL(appUrl).origin;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${app}`,
    "connect-src 'self'",
    `frame-src ${app}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const send = (res: ServerResponse, type: string, body: string | Uint8Array) => {
    res.writeHead(200, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    res.end(body);
  };
  return {
    serve(res, pathname) {
      const file = files.get(pathname);
      if (pathname === '/') send(res, 'text/html; charset=utf-8', index);
      else if (file !== undefined && pathname.endsWith('.js'))
        send(res, 'text/javascript; charset=utf-8', file);
      else if (file !== undefined && pathname.endsWith('.css')) send(res, 'text/css; charset=utf-8', file);
      else return false;
      return true;
    },
  };
}
