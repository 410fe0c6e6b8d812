/** Words that are not saved yet, for as long as this window is open: a lost connection or a page loaded again takes nothing. */
export type KeptWords = {
  readonly typed: string;
  /** What the server had when the typing began. */
  readonly base?: { readonly value: string; readonly etag: string };
};

const prefix = 'contract:';

export function keepWords(contractId: string, id: string, words: KeptWords): void {
  try {
    sessionStorage.setItem(keyOf(contractId, id), JSON.stringify(words));
  } catch {
    // A browser that keeps nothing for pages inside others, or is full.
  }
}

export function letWordsGo(contractId: string, id: string): void {
  try {
    sessionStorage.removeItem(keyOf(contractId, id));
  } catch {
    // Nothing was kept.
  }
}

export function keptWords(contractId: string, id: string): KeptWords | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(contractId, id)) ?? 'null');
    return isKept(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(contractId: string, id: string): string {
  return `${prefix}${contractId}:${id}`;
}

function isKept(found: unknown): found is KeptWords {
  if (typeof found !== 'object' || found === null) return false;
  if (!('typed' in found) || typeof found.typed !== 'string') return false;
  if (!('base' in found)) return true;
  const { base } = found;
  return (
    typeof base === 'object' &&
    base !== null &&
    'value' in base &&
    typeof base.value === 'string' &&
    'etag' in base &&
    typeof base.etag === 'string'
  );
}
