import type { LocalAnswer, LocalRequest, LocalRoute } from './local-route.ts';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import type { SignInBook } from './sign-in-book.ts';

/** Where a browser is sent to sign in and consent, at the address that Entra has it. */
export const signInPath = '/organizations/oauth2/v2.0/authorize';

/** One page: who it is, what the app asks for, yes or no. Goes back to a `redirect_uri` on this machine. */
export function signInPage(parts: {
  readonly book: SignInBook;
  readonly people: () => readonly PersonWhoSignsIn[];
}): LocalRoute {
  return ({ method, url, body }: LocalRequest) => {
    if (!/^\/[^/]+\/oauth2\/v2\.0\/authorize$/.test(url.pathname)) return undefined;
    const hint = url.searchParams.get('login_hint')?.toLowerCase();
    if (method === 'GET') return page(form(parts.people().filter(asked(parts.book, hint))));
    if (method !== 'POST') return undefined;
    const answer = new URLSearchParams(body);
    const person = parts.people().find(({ id }) => id === answer.get('person'));
    const agreed = answer.get('agree') === 'yes' && person !== undefined;
    if (agreed) parts.book.signIn(person);
    return (
      back(url, agreed) ??
      page(`<p>${agreed ? 'You are signed in.' : 'Nothing was changed.'} You can close this window.</p>`)
    );
  };
}

/** Without a hint: whoever has still to agree. */
function asked(book: SignInBook, hint: string | undefined): (person: PersonWhoSignsIn) => boolean {
  return person => (hint ? person.email === hint || person.id === hint : !book.hasConsented(person));
}

function back(url: URL, agreed: boolean): LocalAnswer | undefined {
  const to = URL.parse(url.searchParams.get('redirect_uri') ?? '');
  if (to?.protocol !== 'http:' || !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(to.hostname)) return undefined;
  const result: Record<string, string> = agreed ? { code: 'local' } : { error: 'access_denied' };
  const state = url.searchParams.get('state');
  for (const [name, value] of Object.entries({ ...result, ...(state === null ? {} : { state }) })) {
    to.searchParams.set(name, value);
  }
  return { status: 303, headers: { location: to.href } };
}

function form(people: readonly PersonWhoSignsIn[]): string {
  const options = people.map(
    ({ id, name, email }) => `<option value="${id}">${text(`${name}, ${email}`)}</option>`,
  );
  return `<form method="post">
<p><label for="person">Who are you?</label><br><select id="person" name="person">${options.join('')}</select></p>
<p>Mentoring would like to read your profile and to read and change your calendar.</p>
<p><button name="agree" value="yes">Accept</button> <button name="agree" value="no">Cancel</button></p>
</form>`;
}

function page(content: string): LocalAnswer {
  const style =
    'body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}';
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Sign in</title><style>${style}</style><h1>Sign in</h1>${content}</html>`,
  };
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
