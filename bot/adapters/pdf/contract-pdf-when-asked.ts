import type { ContractPdf } from '../../ports/contract-pdf.ts';

/** Loads the library and the typeface with the first PDF that somebody asks for: the app starts sooner and smaller. */
export function contractPdfWhenAsked(): ContractPdf {
  let loaded: Promise<ContractPdf> | undefined;
  return {
    async write(document) {
      loaded ??= import('./pdfkit-contract-pdf.ts').then(({ pdfkitContractPdf }) => pdfkitContractPdf());
      return (await loaded).write(document);
    },
  };
}
