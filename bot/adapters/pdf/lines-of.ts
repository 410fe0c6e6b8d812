import type { Piece } from './shown-text.ts';

export type Line = readonly Piece[];

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * Lines no wider than `width`, in the unit of `widthOf`. Breaks after spaces, and within a word only where the word alone is
 * too wide. Each line but the last ends in the space that it broke at, so that words stay apart when the text is read out.
 */
export function linesOf(
  pieces: readonly Piece[],
  width: number,
  widthOf: (text: string) => number,
): readonly Line[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let shown = '';
  const endLine = () => {
    lines.push(line);
    line = [];
    shown = '';
  };
  const add = (word: readonly Piece[]) => {
    line.push(...word);
    shown += text(word);
  };
  const space = widthOf(' ');
  const fits = (words: string) => widthOf(words) <= width + (words.endsWith(' ') ? space : 0);
  for (const word of wordsOf(pieces)) {
    if (shown !== '' && !fits(shown + text(word))) endLine();
    if (fits(text(word))) add(word);
    else {
      for (const part of word.flatMap(characters)) {
        if (shown !== '' && !fits(shown + part.shown)) endLine();
        add([part]);
      }
    }
  }
  if (line.length > 0) endLine();
  return lines.map(joined);
}

/** Words with the space after them. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.meant === undefined ? piece.shown.split(/(?<= )/) : [piece.shown];
    for (const shown of parts) {
      words.at(-1)?.push(piece.meant === undefined ? { shown } : piece);
      if (shown.endsWith(' ')) words.push([]);
    }
  }
  return words.filter(word => word.length > 0);
}

function characters(piece: Piece): Piece[] {
  if (piece.meant === undefined)
    return [...graphemes.segment(piece.shown)].map(({ segment }) => ({ shown: segment }));
  const meant = [...graphemes.segment(piece.meant)];
  return meant.map(({ segment }) => ({ shown: piece.shown.slice(0, 1), meant: segment }));
}

function joined(line: readonly Piece[]): Line {
  const pieces: { shown: string; meant?: string }[] = [];
  for (const { shown, meant } of line) {
    const last = pieces.at(-1);
    if (last && meant === undefined && last.meant === undefined) last.shown += shown;
    else if (last?.meant !== undefined && meant !== undefined) {
      last.shown += shown;
      last.meant += meant;
    } else pieces.push(meant === undefined ? { shown } : { shown, meant });
  }
  return pieces;
}

function text(pieces: readonly Piece[]): string {
  return pieces.map(({ shown }) => shown).join('');
}
