import type { Api } from '../api.ts';

/** The file that has been fetched, for a link that the person can press; `forget` once that link is gone. */
export type PdfAtHand = { readonly name: string; readonly url: string; forget(): void };

/**
 * Fetches the contract's PDF and saves it. Teams may drop, without a word, a download that a page begins for itself, above all
 * the second one (https://github.com/MicrosoftDocs/msteams-docs/issues/9904): so the page shows a link to the same file too.
 */
export async function openPdf(api: Pick<Api, 'contractPdf'>, pairId: string): Promise<PdfAtHand> {
  const { name, blob } = await api.contractPdf(pairId);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return { name, url, forget: () => URL.revokeObjectURL(url) };
}
