import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tabPolicy } from './door-headers.ts';

/** Told to the tab's pages. `localOrigins` is empty outside local mode. */
export type TabSettings = {
  /** The Teams app's id: opens the chat with the bot. */
  readonly appId: string;
  readonly localOrigins: readonly string[];
  /** Where a person consents to what the calendar needs; absent: nothing to consent to. */
  readonly consentUrl?: string;
};

export type TabAnswer = {
  readonly status: 200 | 302 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** `path` is what follows `/tab`. */
export type TabFiles = (path: string, headers: IncomingHttpHeaders) => TabAnswer | undefined;

/** Stands in the built pages where each answer puts its own. */
const nonceMark = '%NONCE%';
const settingsMark = '%SETTINGS%';

const notBuilt = 'The tab has not been built: run "npm run build"';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Reads the built tab once, so that no request ever names a file on disk. Throws when it has not been built. */
export function tabFiles(folder: string, settings: TabSettings): TabFiles {
  const files = new Map(builtFiles(folder).map(path => [`/${path}`, readFileSync(join(folder, path))]));
  const html = files.get('/index.html')?.toString('utf8');
  if (html === undefined) throw new Error(notBuilt);
  files.delete('/index.html');
  const assets = new Map([...files].map(asset));
  return (path, headers) => {
    if (path === '') return redirect('/tab/');
    if (path === '/sign-in' && settings.consentUrl) return redirect(settings.consentUrl);
    if (path === '/' || path === '/signed-in') return page(html, settings);
    return assets.get(path)?.(headers);
  };
}

function builtFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('.') && extname(entry.name) in mediaTypes)
      .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (cause) {
    throw new Error(notBuilt, { cause });
  }
}

function page(html: string, settings: TabSettings): TabAnswer {
  const nonce = randomBytes(16).toString('base64');
  const told = JSON.stringify({ appId: settings.appId, localOrigins: settings.localOrigins });
  const body = html.replaceAll(nonceMark, nonce).replaceAll(settingsMark, () => attribute(told));
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': tabPolicy(nonce, settings.localOrigins),
    },
    body: Buffer.from(body),
  };
}

function asset([path, bytes]: [string, Buffer]): [string, (headers: IncomingHttpHeaders) => TabAnswer] {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const packed = gzipSync(bytes, { level: 9 });
  const headers = {
    'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  };
  return [
    path,
    asked => {
      if (asked['if-none-match'] === etag) return { status: 304, headers, body: Buffer.alloc(0) };
      const acceptsGzip = /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/.test(
        asked['accept-encoding'] ?? '',
      );
      return acceptsGzip
        ? { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: packed }
        : { status: 200, headers, body: bytes };
    },
  ];
}

function redirect(to: string): TabAnswer {
  return { status: 302, headers: { Location: to }, body: Buffer.alloc(0) };
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}
