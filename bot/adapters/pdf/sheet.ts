import type { PDFDocument } from 'pdfkit';
import type { Column, SetLine } from './set-flows.ts';

/** Points: A4 with 20 mm at the sides. */
export const page = { left: 57, right: 57, top: 54, bottom: 66 };

/** A row no higher than this part of a page is never parted by the end of one. */
const heldTogether = 0.3;

/** How high capitals are in the typeface, as a part of its size. */
const capHeight = 0.714;

export type Sheet = {
  readonly width: number;
  /** Columns beside each other, from here down; on further pages as far as they need. */
  put(columns: readonly Column[]): void;
  skip(points: number): void;
  /** Goes on a new page unless as much as this is left. */
  need(points: number): void;
  rule(colour: string): void;
};

/** Fills pages from the top down. */
export function sheet(pdf: PDFDocument): Sheet {
  pdf.addPage();
  const bottom = pdf.page.height - page.bottom;
  let y = page.top;
  const turn = () => {
    pdf.addPage();
    y = page.top;
  };
  const need = (points: number) => {
    if (y > page.top && y + points > bottom) turn();
  };
  return {
    width: pdf.page.width - page.left - page.right,
    need,
    skip: points => {
      if (y > page.top) y += points;
    },
    put(columns) {
      const height = Math.max(...columns.map(column => column.height));
      if (height <= (bottom - page.top) * heldTogether) need(height);
      let rest = columns.map(({ lines }) => lines);
      while (rest.some(lines => lines.length > 0)) {
        const fits = ({ top, of }: SetLine) => y + top + of.style.leading <= bottom + 0.01;
        for (const lines of rest) draw(pdf, lines.filter(fits), y);
        const left = rest.map(lines => raised(lines.filter(line => !fits(line))));
        if (left.some(lines => lines.length > 0)) {
          turn();
        } else y += Math.max(...rest.flatMap(lines => lines.map(({ top, of }) => top + of.style.leading)));
        rest = left;
      }
    },
    rule(colour) {
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf.lineWidth(0.75).strokeColor(colour);
      pdf
        .moveTo(page.left, y)
        .lineTo(pdf.page.width - page.right, y)
        .stroke();
      pdf.endMarkedContent();
    },
  };
}

/** What goes on at the top of the next page. */
function raised(lines: readonly SetLine[]): readonly SetLine[] {
  const first = Math.min(...lines.map(({ top }) => top));
  return lines.map(line => ({ ...line, top: line.top - first }));
}

/** Lines of one element that follow each other are one stretch of its content. */
function draw(pdf: PDFDocument, lines: readonly SetLine[], y: number): void {
  let before: SetLine | undefined;
  for (const line of lines) {
    if (before?.of !== line.of) {
      if (before) pdf.endMarkedContent();
      line.of.element.add(pdf.markStructureContent(line.of.tag));
    }
    drawLine(pdf, line, y + line.top);
    before = line;
  }
  if (before) pdf.endMarkedContent();
}

function drawLine(pdf: PDFDocument, { line, x, of: { style } }: SetLine, top: number): void {
  pdf.font(style.font).fontSize(style.size).fillColor(style.colour);
  const baseline = top + (style.leading + capHeight * style.size) / 2;
  let at = x;
  for (const { shown, meant } of line) {
    if (meant !== undefined) pdf.markContent('Span', { actual: meant });
    pdf.text(shown, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    if (meant !== undefined) pdf.endMarkedContent();
    at += pdf.widthOfString(shown);
  }
}
