/** A stretch of text. `meant` stands where other characters are shown in its place. */
export type Piece = { readonly shown: string; readonly meant?: string };

/** U+FFFD, which the typeface has. */
export const standIn = '\ufffd';

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * What the typeface can show of a text. Characters that it lacks are shown by a stand-in each and kept beside it. Control,
 * zero-width and direction-changing characters, which can make a text read as another, are left out.
 */
export function shownText(text: string, hasGlyph: (codePoint: number) => boolean): readonly Piece[] {
  const pieces: { shown: string; meant?: string }[] = [];
  for (const { segment } of graphemes.segment(visible(text))) {
    const isShown = [...segment].every(character => hasGlyph(character.codePointAt(0) ?? 0));
    const last = pieces.at(-1);
    if (isShown) {
      if (last && last.meant === undefined) last.shown += segment;
      else pieces.push({ shown: segment });
    } else if (last?.meant !== undefined) {
      last.shown += standIn;
      last.meant += segment;
    } else pieces.push({ shown: standIn, meant: segment });
  }
  return pieces;
}

function visible(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}
