import { z } from 'zod';
import type { ContractCopy } from '../journeys/contract-as-pdf.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { fileRoute, type RouteRow } from './route.ts';

export type TabContractPdf = {
  contractPdf(who: PersonId, pairId: string): Promise<ContractCopy | Refusal>;
};

const params = z.strictObject({ pairId: z.string().regex(/^[\w.~-]{1,100}$/) });

export function contractPdfRoutes(tab: TabContractPdf): readonly RouteRow[] {
  return [
    fileRoute({
      path: '/api/contracts/:pairId/contract.pdf',
      summary: 'The contract as a tagged PDF, for one of its two parties',
      mediaType: 'application/pdf',
      params,
      journey: async ({ who, params }) => {
        const copy = await tab.contractPdf(who.person, params.pairId);
        return isRefusal(copy) ? copy : { name: fileName(copy.version), bytes: copy.bytes };
      },
    }),
  ];
}

function fileName(version: number): string {
  return version === 0 ? 'mentoring-contract-draft.pdf' : `mentoring-contract-v${version}.pdf`;
}
