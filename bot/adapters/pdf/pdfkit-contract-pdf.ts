import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { PDFDocument } from 'pdfkit';
import type { ContractDocument } from '../../mentoring/contract/contract-document.ts';
import type { ContractPdf } from '../../ports/contract-pdf.ts';
import { contractBlocks, missingNote, titleOf } from './contract-blocks.ts';
import { footer, type Setting, setBlocks } from './set-contract.ts';
import type { Typesetter } from './set-flows.ts';
import { page, sheet } from './sheet.ts';

type Fonts = { readonly regular: Font; readonly bold: Font };

/** The typeface is read once. It holds Latin with Welsh, Greek, Cyrillic, Vietnamese and Devanagari. */
export function pdfkitContractPdf(): ContractPdf {
  const fonts = {
    regular: fontOf(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: fontOf(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  };
  return { write: document => written(document, fonts) };
}

async function written(document: ContractDocument, fonts: Fonts): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    font: null,
    info: info(document),
  });
  const bytes = collected(pdf);
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);

  let missing = 0;
  const setter: Typesetter = {
    hasGlyph: codePoint => {
      const has = fonts.regular.hasGlyphForCodePoint(codePoint);
      if (!has) missing += 1;
      return has;
    },
    widthOf: (text, style) => pdf.font(style.font).fontSize(style.size).widthOfString(text),
    struct(type, { scope, numbering } = {}) {
      const element = pdf.struct(type, scope ? { scope } : {});
      if (numbering) element.dictionary.data.A = { O: 'List', ListNumbering: numbering };
      return element;
    },
  };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const setting: Setting = { sheet: sheet(pdf), setter, root };
  for (const _ of setBlocks(setting, contractBlocks(document))) await setImmediate();
  for (const _ of setBlocks(setting, missingNote(missing))) await setImmediate();
  root.end();
  foot(pdf, document);
  pdf.end();
  return bytes;
}

/** No clock: the file is of the day of the last signature. XML is made of these by the library as they are, so no names. */
function info(document: ContractDocument): Record<string, string | Date> {
  const times = document.signatures.map(({ at }) => Date.parse(at));
  return {
    Title: titleOf(document),
    Creator: 'NHS mentoring',
    CreationDate: new Date(Math.max(0, ...times)),
    ...(document.digest !== undefined && { Keywords: `sha256:${document.digest}` }),
  };
}

function foot(pdf: PDFDocument, { version, digest }: ContractDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(footer.font).fontSize(footer.size).fillColor(footer.colour);
    const words = [
      version === 0 ? 'Draft' : `Version ${version}`,
      `page ${index + 1} of ${count}`,
      ...(digest === undefined ? [] : [digest.slice(0, 16)]),
    ];
    pdf.text(words.join(' · '), page.left, pdf.page.height - page.bottom / 2, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
    pdf.endMarkedContent();
  }
}

function collected(pdf: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', chunk => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function fontOf(url: string): Font {
  return create(readFileSync(fileURLToPath(url)));
}
