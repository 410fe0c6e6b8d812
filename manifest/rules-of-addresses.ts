import type { Judge } from './package-parts.ts';

const tunnels =
  /(^|\.)(ngrok(-free)?\.(io|app|dev)|devtunnels\.ms|loca\.lt|trycloudflare\.com|serveo\.net)$/i;
const sharedHosts =
  /^(azurewebsites\.net|azurestaticapps\.net|windows\.net|github\.io|nhs\.uk|onmicrosoft\.com|sharepoint\.com)$/i;
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const tokenService = 'token.botframework.com';

/** M-06: only hosts of one's own, and that of the sign-in card. */
export const domains: Judge = ({ manifest }) => {
  const found: string[] = [];
  for (const domain of manifest.validDomains) {
    if (domain.includes('*')) found.push(`The domain ${domain} stands for hosts of other people.`);
    else if (!hostName.test(domain)) found.push(`The domain ${domain} is no public host name.`);
    else if (tunnels.test(domain)) found.push(`The domain ${domain} is a tunnel.`);
    else if (sharedHosts.test(domain)) found.push(`The domain ${domain} is shared with other people.`);
  }
  if (manifest.bots.length > 0 && !manifest.validDomains.includes(tokenService))
    found.push(`The domain ${tokenService} is missing: the sign-in card opens it.`);
  for (const { entityId, contentUrl } of manifest.staticTabs) {
    if (contentUrl === undefined) continue;
    const host = URL.parse(contentUrl)?.hostname ?? contentUrl;
    if (!manifest.validDomains.includes(host))
      found.push(`The tab ${entityId} is on ${host}, which is not a valid domain.`);
  }
  return found;
};

/** M-07: pages that anybody can open, and what single sign-on needs. Whether they are live cannot be seen from here. */
export const pages: Judge = ({ manifest }) => {
  const { developer, webApplicationInfo } = manifest;
  const found: string[] = [];
  for (const name of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const) {
    const url = URL.parse(developer[name]);
    if (url?.protocol !== 'https:' || !hostName.test(url.hostname))
      found.push(`${name} is not an https address.`);
    else if (/(^|\.)(login\.microsoftonline\.com|sharepoint\.com)$|intranet/i.test(url.hostname))
      found.push(`${name} needs a sign-in: Teams shows it to people before they have one.`);
  }
  if (!webApplicationInfo?.id || !webApplicationInfo.resource) {
    found.push('webApplicationInfo has no id or no resource, which single sign-on needs.');
    return found;
  }
  const wanted = `api://${hostOfTabs(manifest.staticTabs)}/botid-${manifest.bots[0]?.botId}`;
  if (webApplicationInfo.resource !== wanted)
    found.push(`webApplicationInfo.resource is not ${wanted}, which an app with a tab and a bot needs.`);
  return found;
};

function hostOfTabs(tabs: readonly { contentUrl?: string | undefined }[]): string {
  const [first] = tabs.flatMap(({ contentUrl }) => (contentUrl === undefined ? [] : [contentUrl]));
  return URL.parse(first ?? '')?.hostname ?? '';
}
