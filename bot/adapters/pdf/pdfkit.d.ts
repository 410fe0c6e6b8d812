/** What is used of pdfkit 0.20: the types on npm are of 0.17 and know neither PDF/UA nor a header's scope. https://pdfkit.org/docs/accessibility.html */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  import type { Font } from 'fontkit';

  export type MarkedContent = { readonly refs: readonly object[] };

  export type StructureElement = {
    /** As it will be in the file; `A` holds attributes. */
    readonly dictionary: { readonly data: Record<string, unknown> };
    add(child: StructureElement | MarkedContent): StructureElement;
    end(): void;
  };

  type Options = {
    readonly autoFirstPage: boolean;
    readonly bufferPages: boolean;
    readonly size: string;
    /** Points. */
    readonly margin: number;
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: boolean;
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly info: Readonly<Record<string, string | Date>>;
    /** Null: none, where Helvetica, which is never embedded, would be there from the start. */
    readonly font: null;
  };

  export class PDFDocument extends Readable {
    constructor(options: Options);
    readonly page: { readonly width: number; readonly height: number };
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): unknown;
    registerFont(name: string, font: Font): this;
    font(name: string): this;
    fontSize(points: number): this;
    widthOfString(text: string): number;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(points: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x: number, y: number, options: { lineBreak: false; baseline?: 'alphabetic' }): this;
    struct(type: string, options?: { readonly scope?: 'Row' | 'Column' }): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(tag: string): MarkedContent;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    markContent(tag: 'Span', options: { readonly actual: string }): this;
    endMarkedContent(): this;
    end(): void;
  }
}

/** What is used of fontkit 2.0, on which pdfkit stands. */
declare module 'fontkit' {
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean };
  export function create(file: Uint8Array): Font;
}
