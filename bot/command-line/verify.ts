import { verifyContracts } from '../journeys/verify-contracts.ts';
import { sayDay } from '../mentoring/availability/say-time.ts';
import type { Ports } from '../ports/ports.ts';

type VerifyCommand = Pick<Ports, 'store' | 'digests'> & { readonly print: (line: string) => void };

/** One line for each contract, by ids. The exit code: 1 where digests, signatures or chain of one do not hold. */
export async function verifyCommand({ print, ...ports }: VerifyCommand): Promise<number> {
  const counts = { whole: 0, not: 0 };
  for await (const { pairId, contractId, problems, erasedOn } of verifyContracts(ports)) {
    const isWhole = problems.length === 0;
    counts[isWhole ? 'whole' : 'not'] += 1;
    const says = isWhole
      ? `whole${erasedOn === undefined ? '' : `, erased on ${sayDay(erasedOn)}`}`
      : `NOT WHOLE: ${problems.join('; ')}`;
    print(`contract ${contractId} of pair ${pairId}: ${says}`);
  }
  print(`${counts.whole + counts.not} checked, ${counts.whole} whole, ${counts.not} not`);
  return counts.not === 0 ? 0 : 1;
}
