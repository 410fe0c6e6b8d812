import type { ContractDocument } from '../mentoring/contract/contract-document.ts';

/** A contract on paper, or for those who keep files: a tagged PDF in British English. */
export type ContractPdf = {
  /** The same document gives the same bytes, on every machine and day. */
  write(document: ContractDocument): Promise<Uint8Array>;
};
