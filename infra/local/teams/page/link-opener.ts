/** Links that Teams keeps to itself lead to the tab or the chat; any other web link opens a window of its own. */
export function linkOpener(inside: {
  openTab(subPageId?: string): void;
  openChat(): void;
}): (url: string) => boolean {
  return url => {
    if (!URL.canParse(url)) return false;
    const { protocol, host, pathname, searchParams } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:') return false;
    const [, l, kind, , pageId] = pathname.split('/');
    const isTeams = /^teams\.(microsoft\.com|cloud\.microsoft)$/.test(host) && l === 'l';
    if (isTeams && kind === 'chat') inside.openChat();
    else if (isTeams && kind === 'entity' && pageId === 'conversations') inside.openChat();
    else if (isTeams && kind === 'entity') inside.openTab(subPageIn(searchParams.get('context')));
    else window.open(url, '_blank', 'noopener');
    return true;
  };
}

function subPageIn(context: string | null): string | undefined {
  try {
    const known: unknown = JSON.parse(context ?? '');
    if (typeof known !== 'object' || known === null) return undefined;
    if ('subPageId' in known && typeof known.subPageId === 'string') return known.subPageId;
    return 'subEntityId' in known && typeof known.subEntityId === 'string' ? known.subEntityId : undefined;
  } catch {
    return undefined;
  }
}
