import { createDOMRenderer } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { api } from './api.ts';
import { App } from './app.tsx';
import { Broken } from './broken.tsx';
import { readSettings } from './settings.ts';
import { endSignIn, getToken, openInTeams, tellBroken } from './teams.ts';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no root');
const settings = readSettings(container.dataset.settings);
if (location.pathname.endsWith('/signed-in')) void endSignIn(settings.localOrigins, refusal());
else void start(container);

/** The sign-in service says in the address when it refused. */
function refusal(): string | undefined {
  return new URLSearchParams(location.search).get('error') ?? undefined;
}

async function start(container: HTMLElement): Promise<void> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  const root = createRoot(container, {
    onUncaughtError: () => {
      tellBroken();
      createRoot(document.body).render(<Broken renderer={renderer} />);
    },
  });
  const opened = await openInTeams(settings.localOrigins);
  if (opened === 'outside Teams') {
    const { OutsideTeams } = await import('./outside-teams.tsx');
    root.render(<OutsideTeams renderer={renderer} appId={settings.appId} />);
  } else root.render(<App renderer={renderer} opened={opened} appId={settings.appId} api={api(getToken)} />);
}
