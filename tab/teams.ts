import { app, authentication, pages } from '@microsoft/teams-js';
import { type Place, placeOf } from './place.ts';

export type ThemeName = 'default' | 'dark' | 'contrast';

export type Opened = { readonly theme: ThemeName; readonly place: Place };

const handshakeMs = 5_000;

/** `localOrigins`: further pages that may frame the tab, known to the server in local mode only. */
export async function openInTeams(localOrigins: readonly string[]): Promise<Opened | 'outside Teams'> {
  try {
    await soon(app.initialize([...localOrigins]));
    app.notifyAppLoaded();
    const context = await soon(app.getContext());
    return { theme: themeName(context.app.theme), place: placeOf(context.page.subPageId) };
  } catch {
    return 'outside Teams';
  }
}

export function followTheme(changed: (theme: ThemeName) => void): void {
  app.registerOnThemeChangeHandler(theme => changed(themeName(theme)));
}

/** Something to look at is there, be it only a message that says what went wrong. */
export function tellShown(): void {
  app.notifySuccess();
}

/** The page itself broke: Teams shows its own error and way to try again. */
export function tellBroken(): void {
  app.notifyFailure({ reason: app.FailedReason.Other });
}

/** teams-js and Teams keep the token while it is good; asking each time is what they expect. */
export function getToken(): Promise<string> {
  return authentication.getAuthToken();
}

/** Opens the sign-in window, where a person agrees to what the calendar needs, and ends when they are back. */
export async function signIn(): Promise<void> {
  const url = `${location.origin}/tab/sign-in`;
  if (location.protocol === 'https:') {
    await authentication.authenticate({ url, width: 600, height: 600 });
    return;
  }
  // teams-js opens https addresses only; on one machine there is none.
  window.open(url, '_blank', 'noopener');
  await new Promise(resolve => window.addEventListener('focus', resolve, { once: true }));
}

/** The end of the sign-in window. */
export async function endSignIn(localOrigins: readonly string[], refused: string | undefined): Promise<void> {
  await soon(app.initialize([...localOrigins]));
  if (refused === undefined) authentication.notifySuccess();
  else authentication.notifyFailure(refused);
}

/** The chat with the bot is the page `conversations` of a personal app. */
export async function openChat(appId: string): Promise<void> {
  if (pages.isSupported()) await pages.navigateToApp({ appId, pageId: 'conversations' });
  else await app.openLink(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/conversations`);
}

/** What "Copy link" in Teams leads to. */
export function shareLink(subPageId: string): void {
  if (pages.isSupported()) void pages.shareDeepLink({ subPageId, subPageLabel: 'Mentoring' });
}

export async function openMeeting(joinUrl: string): Promise<void> {
  await app.openLink(joinUrl);
}

function themeName(theme: string): ThemeName {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

/** A host that teams-js does not accept is never answered: it would wait a minute. */
function soon<T>(promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('Teams did not answer')), handshakeMs);
  });
  return Promise.race([promise, late]);
}
