import { ManagedIdentityApplication } from '@azure/msal-node';

/** A credential for Azure's data services by the app's own user-assigned identity. `expiresOnTimestamp` in epoch milliseconds. */
export function managedIdentityCredential(clientId: string) {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return {
    async getToken(scopes: string | string[]) {
      const [scope = ''] = [scopes].flat();
      const result = await identity.acquireToken({ resource: scope.replace(/\/\.default$/, '') });
      return { token: result.accessToken, expiresOnTimestamp: result.expiresOn?.getTime() ?? 0 };
    },
  };
}
