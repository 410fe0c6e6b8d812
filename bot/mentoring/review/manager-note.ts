/**
 * What the mentee may tell their manager: that they have a mentor, and the time agreed; never who that is, nor anything
 * else of the contract. `time`: as the contract says it, "60 minutes, once a month".
 */
export function managerNote({
  schemeName,
  time,
}: {
  readonly schemeName: string;
  readonly time: string;
}): string {
  const agreed = time === '' ? '' : ` The time agreed: ${time}.`;
  return `I have a mentor through ${schemeName}.${agreed} I am telling you so that you know about the time. What we talk about stays between my mentor and me.`;
}

const chat = 'https://teams.microsoft.com/l/chat/0/0';
const address = /^[^\s@/\\?#,;&]{1,64}@[^\s@/\\?#,;&]{1,190}$/;

/** Opens a chat with the note written and not sent. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function chatLink(to: string, note: string): string | undefined {
  const known = to.trim();
  const parts = [`users=${encodeURIComponent(known)}`, `message=${encodeURIComponent(note)}`];
  return address.test(known) ? `${chat}?${parts.join('&')}` : undefined;
}
