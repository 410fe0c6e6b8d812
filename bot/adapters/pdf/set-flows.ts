import type { StructureElement } from 'pdfkit';
import type { Flow, ListItem } from './flow-of-text.ts';
import { type Line, linesOf } from './lines-of.ts';
import { type Piece, shownText } from './shown-text.ts';

/** Lengths in points. */
export type Style = {
  readonly font: 'regular' | 'bold';
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
};

/** Text of one structure element. */
export type Words = { readonly tag: string; readonly element: StructureElement; readonly style: Style };

/** A line at its place: `x` from the left edge of the page, `top` from where its column begins. */
export type SetLine = { readonly of: Words; readonly line: Line; readonly x: number; readonly top: number };

export type Column = { readonly lines: readonly SetLine[]; readonly height: number };

/** How the typeface and the document behind it answer. */
export type Typesetter = {
  hasGlyph(codePoint: number): boolean;
  widthOf(text: string, style: Style): number;
  struct(
    type: string,
    options?: { readonly scope?: 'Row' | 'Column'; readonly numbering?: 'Disc' | 'Decimal' },
  ): StructureElement;
};

const betweenParagraphs = 4;
const listIndent = 16;

type Place = { readonly x: number; readonly width: number; readonly style: Style };

/** One after the other, each a structure element in `parent`. */
export function setFlows(
  setter: Typesetter,
  parent: StructureElement,
  flows: readonly Flow[],
  place: Place,
): Column {
  const lines: SetLine[] = [];
  let top = 0;
  for (const flow of flows) {
    if (top > 0) top += betweenParagraphs;
    const column =
      flow.is === 'paragraph'
        ? setWords(setter, parent, 'P', flow.text, place, top)
        : setList(setter, parent, flow.items, place, top);
    lines.push(...column.lines);
    top += column.height;
  }
  return { lines, height: top };
}

export function setWords(
  setter: Typesetter,
  parent: StructureElement,
  tag: string,
  text: string,
  { x, width, style }: Place,
  top = 0,
): Column {
  const element = setter.struct(tag);
  parent.add(element);
  const pieces: readonly Piece[] = shownText(text, setter.hasGlyph);
  const broken = linesOf(pieces, width, words => setter.widthOf(words, style));
  const of = { tag, element, style };
  const lines = broken.map((line, index) => ({
    of,
    line,
    x,
    top: top + index * style.leading,
  }));
  return { lines, height: lines.length * style.leading };
}

function setList(
  setter: Typesetter,
  parent: StructureElement,
  items: readonly ListItem[],
  place: Place,
  top: number,
): Column {
  const numbering = items.some(({ label }) => label === '•') ? 'Disc' : 'Decimal';
  const list = setter.struct('L', { numbering });
  parent.add(list);
  const lines: SetLine[] = [];
  let height = 0;
  const inner = { ...place, x: place.x + listIndent, width: place.width - listIndent };
  for (const { label, text } of items) {
    const item = setter.struct('LI');
    list.add(item);
    const bullet = setWords(setter, item, 'Lbl', label, place, top + height);
    const body = setWords(setter, item, 'LBody', text, inner, top + height);
    lines.push(...bullet.lines, ...body.lines);
    height += Math.max(bullet.height, body.height);
  }
  return { lines, height };
}
