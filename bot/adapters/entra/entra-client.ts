import { ConfidentialClientApplication } from '@azure/msal-node';
import { managedIdentityAssertion } from './managed-identity-assertion.ts';
import { entraUrl, networkTo } from './network-to.ts';

export type EntraClientSettings = {
  readonly clientId: string;
  /** Stands in for Entra's own address beneath the library. */
  readonly networkUrl: string | undefined;
  readonly assertion: { readonly managedIdentity: string } | { readonly fixed: string };
};

/** The app registration, proved by a managed identity instead of a secret. */
export function entraClient({
  clientId,
  networkUrl,
  assertion,
}: EntraClientSettings): ConfidentialClientApplication {
  const clientAssertion =
    'fixed' in assertion ? async () => assertion.fixed : managedIdentityAssertion(assertion.managedIdentity);
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `${entraUrl}/organizations`, clientAssertion },
    system: { networkClient: networkTo(networkUrl ?? entraUrl) },
  });
}
