/** What the server wrote into the page. `localOrigins` is empty outside local mode. */
export type Settings = { readonly appId: string; readonly localOrigins: readonly string[] };

/** A page that the server has not filled in gets settings with nothing in them. */
export function readSettings(text: string | undefined): Settings {
  try {
    const given: unknown = JSON.parse(text ?? '');
    if (typeof given !== 'object' || given === null) return nothing;
    const appId = 'appId' in given && typeof given.appId === 'string' ? given.appId : '';
    const origins: unknown = 'localOrigins' in given ? given.localOrigins : [];
    const localOrigins = Array.isArray(origins) ? origins.filter(origin => typeof origin === 'string') : [];
    return { appId, localOrigins };
  } catch {
    return nothing;
  }
}

const nothing: Settings = { appId: '', localOrigins: [] };
