import type { LocalAnswer } from './local-route.ts';
import type { LocalTokens } from './local-tokens.ts';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';

export type TokenRoute = (request: { readonly query: URLSearchParams }) => Promise<LocalAnswer>;

/** `GET local/token?as=EMAIL&for=tab|graph`: a signed token as sign-in would give it, and nothing else. */
export function tokenRoute(tokens: LocalTokens, people: () => readonly PersonWhoSignsIn[]): TokenRoute {
  return async ({ query }) => {
    const email = query.get('as')?.toLowerCase();
    const person = people().find(someone => someone.email === email);
    const purpose = query.get('for');
    if (!person || (purpose !== 'tab' && purpose !== 'graph')) {
      return { status: 404, body: { error: { code: 'NotFound', message: 'No such person or purpose' } } };
    }
    const signed = await (purpose === 'tab' ? tokens.tabToken(person) : tokens.graphToken(person));
    return { status: 200, body: signed.token };
  };
}
