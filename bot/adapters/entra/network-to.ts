import type { INetworkModule, NetworkResponse } from '@azure/msal-node';

export const entraUrl = 'https://login.microsoftonline.com';

const limitMs = 10_000;

/** Carries the library's requests for Entra to an address: Entra's own, or what stands in for it. */
export function networkTo(address: string): INetworkModule {
  const send = async <T>(
    asked: string,
    init: { method: string; headers?: Record<string, string>; body?: string },
  ): Promise<NetworkResponse<T>> => {
    const url = asked.startsWith(`${entraUrl}/`) ? address + asked.slice(entraUrl.length) : undefined;
    if (url === undefined) throw new Error('The sign-in library asked another host');
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(limitMs) });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(await response.text()),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, { method: 'GET', ...headersOf(options) }),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', ...headersOf(options), body: options?.body ?? '' }),
  };
}

function headersOf(options: { headers?: Record<string, string> } | undefined) {
  return options?.headers ? { headers: options.headers } : {};
}
