import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A page that stands in for Teams around a tab: it answers what teams-js asks. `?tab=` is framed; `theme`, `token` and
 * `subPageId` are told to it. `window.fakeTeams` holds the calls (`[func, args]`) and pushes a theme.
 */
const page = `<!doctype html>
<html lang="en-GB"><head><title>Teams</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style></head>
<body><script type="module">
const given = new URLSearchParams(location.search);
const frame = document.createElement('iframe');
frame.title = 'Mentoring';
const supports = { pages: {}, dialog: { url: {} } };
const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports });
const fakeTeams = {
  calls: [],
  tokenRefused: given.has('refuse'),
  pushTheme: theme => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*'),
};
window.fakeTeams = fakeTeams;
const answers = {
  initialize: () => ['content', 'web', runtime, '2.58.0'],
  getContext: () => [{
    theme: given.get('theme') ?? 'default', locale: 'en-gb', entityId: 'home', subEntityId: given.get('subPageId') ?? '',
    userObjectId: 'somebody', tid: 'trust', hostClientType: 'web', hostName: 'Teams', sessionId: 's',
  }],
  'authentication.getAuthToken': () => (fakeTeams.tokenRefused ? [false, 'refused'] : [true, given.get('token') ?? 'sam']),
  'authentication.authenticate': () => [true, 'done'],
  'pages.navigateToApp': () => [true],
  executeDeepLink: () => [true],
};
addEventListener('message', event => {
  if (event.source !== frame.contentWindow) return;
  const { id, uuidAsString, func, args } = event.data;
  fakeTeams.calls.push([func, args]);
  const answer = answers[func];
  if (answer) event.source.postMessage({ id, uuidAsString, args: answer(args) }, event.origin);
});
frame.src = given.get('tab');
document.body.append(frame);
</script></body></html>`;

export type FakeTeamsHost = { readonly origin: string; close(): Promise<void> };

export async function openFakeTeamsHost(): Promise<FakeTeamsHost> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
