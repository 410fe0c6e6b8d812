import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element that holds text itself. `path`: the roles that lead to it, such as "Document Table TR TH P". */
type Leaf = { readonly path: string; readonly text: string };

export type ReadPdf = {
  readonly pages: number;
  readonly title: unknown;
  readonly language: unknown;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  readonly xmp: string;
  /** In the order of the structure tree, which is the one that is read out. */
  readonly leaves: readonly Leaf[];
  /** Text in the order in which it is drawn, without artifacts. */
  readonly drawn: string;
  /** By page: what is no part of the document, such as its number. */
  readonly artifacts: readonly string[];
  /** The file with its streams unpacked. */
  readonly source: string;
};

type Content = { readonly text: Map<string, string>; readonly drawn: string[]; artifact: string };
type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];
type Opened = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Opened['getPage']>>;

/** Reads a PDF back with PDF.js, as a viewer or a screen reader would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const opened = await task.promise;
  const leaves: { path: string; text: string }[] = [];
  const artifacts: string[] = [];
  const drawn: string[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const page = await opened.getPage(number);
    const content = contentOf((await page.getTextContent({ includeMarkedContent: true })).items);
    addLeaves(leaves, await page.getStructTree(), content.text);
    artifacts.push(content.artifact.trim());
    drawn.push(...content.drawn);
  }
  const { info, metadata } = await opened.getMetadata();
  const marks: unknown = await opened.getMarkInfo();
  const preferences: unknown = await opened.getViewerPreferences();
  const read: ReadPdf = {
    pages: opened.numPages,
    title: 'Title' in info ? info.Title : undefined,
    language: 'Language' in info ? info.Language : undefined,
    isTagged: marks instanceof Map && marks.get('Marked') === true,
    showsTitle: preferences instanceof Map && preferences.get('DisplayDocTitle') === true,
    xmp: String(metadata?.getRaw() ?? ''),
    leaves,
    drawn: drawn.join(''),
    artifacts,
    source: unpacked(Buffer.from(bytes)),
  };
  await task.destroy();
  return read;
}

function contentOf(items: Items): Content {
  const content: Content = { text: new Map(), drawn: [], artifact: '' };
  const open: { id: string | null; tag: unknown }[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id: item.id || null, tag: 'tag' in item ? item.tag : undefined });
      continue;
    }
    // The space that a line ends in is told as the end of the line.
    const str = item.hasEOL ? `${item.str} ` : item.str;
    const id = open.findLast(one => one.id !== null)?.id;
    if (open.some(({ tag }) => tag === 'Artifact')) content.artifact += str;
    else if (typeof id === 'string') {
      content.text.set(id, (content.text.get(id) ?? '') + str);
      content.drawn.push(str);
    } else if (str.trim() !== '') throw new Error('Text that is neither tagged nor an artifact');
  }
  return content;
}

/** An element that goes on on the next page is there again: its text is joined. */
function addLeaves(
  leaves: { path: string; text: string }[],
  node: unknown,
  text: ReadonlyMap<string, string>,
  path: readonly string[] = [],
): void {
  if (!isNode(node)) return;
  const here = node.role === 'Root' ? path : [...path, node.role];
  const ids = node.children.filter(isContent).map(({ id }) => id);
  const own = ids.map(id => text.get(id) ?? '').join('');
  if (ids.length > 0) leaves.push({ path: here.join(' '), text: own.replace(/\s+/g, ' ').trim() });
  for (const child of node.children) addLeaves(leaves, child, text, here);
}

function isNode(node: unknown): node is { readonly role: string; readonly children: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'role' in node && 'children' in node;
}

function isContent(node: unknown): node is { readonly id: string } {
  return typeof node === 'object' && node !== null && 'id' in node && typeof node.id === 'string';
}

function unpacked(file: Buffer): string {
  return file
    .toString('latin1')
    .replace(
      /(\/Filter \/FlateDecode[\s\S]*?stream\r?\n)([\s\S]*?)(\r?\nendstream)/g,
      (all, head, packed, end) => {
        try {
          return head + inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') + end;
        } catch {
          return all;
        }
      },
    );
}
