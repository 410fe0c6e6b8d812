import type { ContractDocument } from '../mentoring/contract/contract-document.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { ContractPdf } from '../ports/contract-pdf.ts';

/**
 * The version that binds the pair; before there is one, the version that is proposed. Anyone outside the pair is refused
 * with "not found", as is one of the two who has no contract.
 */
export type ContractDocumentOf = (who: PersonId, pairId: string) => Promise<ContractDocument | Refusal>;

/** `version`: 0 for a draft. */
export type ContractCopy = { readonly version: number; readonly bytes: Uint8Array };

/** A copy of the contract for one of its two parties to keep. */
export async function contractAsPdf(
  ports: { readonly contractPdf: ContractPdf; readonly contractDocumentOf: ContractDocumentOf },
  asked: { readonly by: PersonId; readonly pairId: string },
): Promise<ContractCopy | Refusal> {
  const document = await ports.contractDocumentOf(asked.by, asked.pairId);
  if (isRefusal(document)) return document;
  return { version: document.version, bytes: await ports.contractPdf.write(document) };
}
