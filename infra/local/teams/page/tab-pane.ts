import type { ListedPerson } from '../directory.ts';
import { element } from './element.ts';
import { type Theme, themeForTab } from './theme.ts';

export type TabPane = {
  readonly element: HTMLElement;
  /** Loads the tab the first time, or again at another place in it. */
  open(subPageId?: string): void;
  themeChanged(theme: Theme): void;
};

export type TabHost = {
  readonly tabUrl: string;
  readonly me: ListedPerson;
  theme(): Theme;
  token(): Promise<string | undefined>;
  /** True when this page knows where the link leads or has opened it. */
  openLink(url: string): boolean;
  openChat(): void;
};

type Answer = readonly unknown[];
type Asked = {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
};

const isAsked = (data: unknown): data is Asked =>
  typeof data === 'object' &&
  data !== null &&
  'func' in data &&
  typeof data.func === 'string' &&
  'args' in data &&
  Array.isArray(data.args);

const sdkVersion = '2.58.0';
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: {} },
});
const longestLoadMs = 10_000;

/** The tab in its frame, with the part of Teams that teams-js speaks to: what each function is asked and answered. */
export function tabPane(host: TabHost): TabPane {
  const origin = new URL(host.tabUrl).origin;
  const state = element('p', { class: 'tab-state', role: 'status' });
  const holder = element('section', { class: 'tab', 'aria-label': 'Mentoring tab' }, state);
  const sessionId = crypto.randomUUID();
  let frame: HTMLIFrameElement | undefined;
  let signIn: { readonly window: Window; readonly answer: (answer: Answer) => void } | undefined;
  let subPage: string | undefined;
  let timer = 0;

  const tell = (text: string) => {
    clearTimeout(timer);
    state.textContent = text;
  };

  const context = () => ({
    entityId: 'home',
    ...(subPage === undefined ? {} : { subEntityId: subPage }),
    userObjectId: host.me.id,
    tid: host.me.tenantId,
    loginHint: host.me.email,
    userPrincipalName: host.me.email,
    theme: themeForTab(host.theme()),
    locale: 'en-gb',
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId,
    appSessionId: sessionId,
  });

  function openSignIn(url: unknown): Answer | Promise<Answer> {
    const opened = window.open(String(url), 'sign-in', 'popup,width=600,height=600');
    if (!opened) return [false, 'FailedToOpenWindow'];
    return new Promise(answer => {
      signIn = { window: opened, answer };
      const watch = window.setInterval(() => {
        if (!opened.closed) return;
        clearInterval(watch);
        if (signIn?.window === opened) endSignIn([false, 'CancelledByUser']);
      }, 300);
    });
  }

  function endSignIn(answer: Answer): void {
    const ended = signIn;
    signIn = undefined;
    ended?.answer(answer);
    ended?.window.close();
  }

  async function token(): Promise<Answer> {
    const known = await host.token().catch(() => undefined);
    return known ? [true, known] : [false, 'SignInRefused'];
  }

  function navigate(to: unknown): Answer {
    const page = typeof to === 'object' && to !== null ? to : {};
    if ('pageId' in page && page.pageId === 'conversations') host.openChat();
    else open('subPageId' in page && typeof page.subPageId === 'string' ? page.subPageId : undefined);
    return [true];
  }

  function hear(
    func: string,
    [first]: readonly unknown[],
    inWindow: boolean,
  ): Answer | Promise<Answer> | undefined {
    switch (func) {
      case 'initialize':
        return [inWindow ? 'authentication' : 'content', 'web', runtime, sdkVersion];
      case 'getContext':
        return [context()];
      case 'appInitialization.appLoaded':
      case 'appInitialization.success':
        tell('');
        return undefined;
      case 'appInitialization.failure':
        tell('There was a problem reaching this app. Open it again.');
        return undefined;
      case 'authentication.getAuthToken':
        return token();
      case 'authentication.authenticate':
        return openSignIn(first);
      case 'authentication.authenticate.success':
        endSignIn([true, first]);
        return undefined;
      case 'authentication.authenticate.failure':
        endSignIn([false, first]);
        return undefined;
      case 'pages.navigateToApp':
        return navigate(first);
      case 'executeDeepLink':
        return host.openLink(String(first)) ? [true] : [false, 'The link cannot be opened'];
      default:
        return undefined;
    }
  }

  async function reply(event: MessageEvent<unknown>): Promise<void> {
    const { data, origin: from, source } = event;
    const inWindow = signIn !== undefined && source === signIn.window;
    if (from !== origin || !source || !isAsked(data)) return;
    if (!inWindow && source !== frame?.contentWindow) return;
    const args = await hear(data.func, data.args, inWindow);
    if (args)
      source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, { targetOrigin: from });
  }
  window.addEventListener('message', event => void reply(event));

  function open(subPageId?: string): void {
    subPage = subPageId;
    frame?.remove();
    frame = element('iframe', { title: 'Mentoring', src: host.tabUrl, allow: 'clipboard-write' });
    holder.append(frame);
    tell('Loading Mentoring');
    timer = window.setTimeout(() => tell(''), longestLoadMs);
  }

  return {
    element: holder,
    open,
    themeChanged: theme =>
      frame?.contentWindow?.postMessage({ func: 'themeChange', args: [themeForTab(theme)] }, origin),
  };
}
