import type { IncomingMessage } from 'node:http';

/**
 * Keeps everything in infra/local to this machine: a loopback Host, nothing forwarded, no Origin but the local pages',
 * and JSON where there is a body. A sentence, or undefined: it may pass.
 */
export function guard(
  request: Pick<IncomingMessage, 'headers'>,
  options: { readonly pages?: readonly string[]; readonly anyBody?: boolean } = {},
): string | undefined {
  const { host = '', origin, ...headers } = request.headers;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) return 'The Host is not this machine';
  if (Object.keys(headers).some(name => /^(forwarded|via|x-forwarded(-.*)?|x-real-ip)$/i.test(name))) {
    return 'The request was forwarded';
  }
  if (origin !== undefined && origin !== `http://${host}` && !options.pages?.includes(origin)) {
    return 'The Origin is not a local page';
  }
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  return hasBody && !isJson && !options.anyBody ? 'The body is not JSON' : undefined;
}
