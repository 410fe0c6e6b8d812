import { timeAgreed } from '../contracts/agreed-terms.ts';
import { askedBy } from '../contracts/asked-by.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { managerNote } from '../mentoring/review/manager-note.ts';
import type { Ports } from '../ports/ports.ts';

/** The note that a mentee may send to their manager. Made on demand, kept nowhere, sent by nobody but the mentee. */
export async function noteForManager(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>,
  { person, pairId }: { readonly person: PersonId; readonly pairId: string },
): Promise<{ readonly text: string } | Refusal> {
  const seen = await askedBy(ports, person, pairId);
  if (isRefusal(seen)) return seen;
  const { head } = seen.contract;
  if (seen.side !== 'mentee') return { refused: 'not found' };
  if (head.stage === 'ended') return { refused: 'contract ended' };
  if (head.active === undefined) return { refused: 'not active' };
  return { text: managerNote({ schemeName: ports.scheme.name, time: timeAgreed(seen.contract) }) };
}
