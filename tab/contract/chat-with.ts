const address = /^[^\s@/\\?#,;&]{1,64}@[^\s@/\\?#,;&]{1,190}$/;

/** Opens a chat with the note written and not sent; the address goes nowhere else. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function chatWith(to: string, note: string): string | undefined {
  const known = to.trim();
  if (!address.test(known)) return undefined;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(known)}&message=${encodeURIComponent(note)}`;
}
