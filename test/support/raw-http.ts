import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends a request exactly as written, which no well-behaved client would, and gives the whole answer as text. */
export async function rawHttp(
  url: string,
  requestLine: string,
  headers: readonly string[] = [],
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', chunk => chunks.push(Buffer.from(chunk)));
  const host = headers.some(header => /^host:/i.test(header)) ? [] : ['Host: 127.0.0.1'];
  socket.write([`${requestLine} HTTP/1.1`, ...host, 'Connection: close', ...headers, '', ''].join('\r\n'));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}
