import type { Activity } from 'botbuilder';

/** What was typed, without the mark-up that Teams puts around it and without a mention of the bot. */
export function wordsOf({ text, textFormat }: Pick<Activity, 'text' | 'textFormat'>): string {
  const unmentioned = (text ?? '').slice(0, 30_000).replace(/<at>[^<]*<\/at>/g, ' ');
  if (textFormat === 'plain') return unmentioned;
  return unmentioned
    .replace(/<(br|\/p|\/div)\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
