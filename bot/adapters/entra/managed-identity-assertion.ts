import { ManagedIdentityApplication } from '@azure/msal-node';

/** What an app registration trusts instead of a secret: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
export function managedIdentityAssertion(clientId: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return async () => {
    const { accessToken } = await identity.acquireToken({ resource: 'api://AzureADTokenExchange' });
    return accessToken;
  };
}
