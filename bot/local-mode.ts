import { type Config, isLoopbackHost } from './config.ts';

/** Without tokens the bot's endpoint may be reached from this machine alone. A sentence, or undefined: it may start. */
export function refusalToStart(config: Config): string | undefined {
  if (!config.localMode) return undefined;
  if (config.production) return refused('NODE_ENV is production');
  if (!isLoopbackHost(config.listen.host)) return refused('HOST is not a loopback address');
  if (config.bot.appId !== '') return refused('MICROSOFT_APP_ID is set');
  const beyond = addressesOf(config).find(([, address]) => !isLoopbackUrl(address));
  return beyond && refused(`${beyond[0]} is not on this machine`);
}

function refused(why: string): string {
  return `Local mode takes activities without a token, so it does not start: ${why}`;
}

function addressesOf(config: Config): [string, string][] {
  const { store, tab, bot } = config;
  const given: [string, string | undefined][] = [
    ['COSMOS_ENDPOINT', store.kind === 'cosmos' ? store.endpoint : undefined],
    ['GRAPH_URL', config.graphUrl],
    // Without one of its own the library asks Microsoft's.
    ['BOT_TOKEN_SERVICE_URL', bot.tokenServiceUrl ?? 'https://api.botframework.com'],
    ['CLOCK_URL', config.clockUrl],
    ['PUBLIC_URL', config.publicUrl],
    ['ENTRA_URL', tab.issuer.replace('{tenantId}', 'tenant')],
    ['ENTRA_URL', tab.keysUrl.replace('{tenantId}', 'tenant')],
    ['ENTRA_URL', tab.onBehalfOf.networkUrl ?? 'https://login.microsoftonline.com'],
    ...(config.localMode?.pages ?? []).map((page): [string, string] => ['LOCAL_PAGES', page]),
  ];
  return given.flatMap(([name, address]) => (address === undefined ? [] : [[name, address]]));
}

export type LocalRequest = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/** Every request in local mode. A sentence, or undefined: it may pass. `pages`: origins beside the app's own. */
export function requestRefusal(request: LocalRequest, pages: readonly string[]): string | undefined {
  const { headers } = request;
  const host = String(headers.host ?? '');
  if (!isLoopbackHost(host.replace(/:\d+$/, ''))) return 'The Host is not this machine';
  if (Object.keys(headers).some(isForwarding)) return 'The request was forwarded';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}` && !pages.includes(String(origin))) {
    return 'The Origin is not a local page';
  }
  return hasBody(headers) && !isJson(headers) ? 'The body is not JSON' : undefined;
}

/** The body of a request to the bot's endpoint: answers go where it says. */
export function activityRefusal(body: unknown): string | undefined {
  const serviceUrl =
    typeof body === 'object' && body !== null && 'serviceUrl' in body ? body.serviceUrl : undefined;
  return typeof serviceUrl === 'string' && isLoopbackUrl(serviceUrl)
    ? undefined
    : 'The serviceUrl is not on this machine';
}

function isForwarding(header: string): boolean {
  return /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-original-(host|url|for)|(true-|cf-connecting-|x-)?client-ip|cf-connecting-ip)$/i.test(
    header,
  );
}

function hasBody(headers: LocalRequest['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function isJson(headers: LocalRequest['headers']): boolean {
  return /^application\/json\s*(;|$)/i.test(String(headers['content-type'] ?? ''));
}

function isLoopbackUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname);
}
