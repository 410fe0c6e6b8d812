import type { PersonWhoSignsIn } from '../../../infra/local/sign-in/person-who-signs-in.ts';
import { type SignIn, type SignInSettings, startSignIn } from '../../../infra/local/sign-in/start-sign-in.ts';

export const trusts = '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0a01';
export const council = '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0a02';
export const tabClientId = '7c9a1f34-0000-4000-8000-000000000002';

export function somebody(given: Partial<PersonWhoSignsIn> = {}): PersonWhoSignsIn {
  const id = given.id ?? crypto.randomUUID();
  return {
    id,
    tenantId: trusts,
    email: `${id}@leeds.example.nhs.uk`,
    name: 'Sam Okoro',
    consented: true,
    ...given,
  };
}

export function signInFor(
  people: readonly PersonWhoSignsIn[],
  settings: Partial<SignInSettings> = {},
): Promise<SignIn> {
  return startSignIn({
    port: 0,
    people: () => people,
    tabClientId,
    connection: 'graph',
    directoryTenants: [trusts],
    ...settings,
  });
}
