import type { ContractFor } from '../../mentoring/contract/contract-for.ts';
import { type Card, card, type Element, type Link, line, opens, press, pressOnly } from './card.ts';
import { contractWords } from './contract-words.ts';

/** `placeLink`: the way to a place in the tab. */
export type ContractCard = {
  readonly seen: ContractFor;
  readonly now: number;
  readonly placeLink: (place: string) => string;
};

/** How a contract stands, for one of the two: who has signed, what waits for whom, and the ways to it. */
export function contractCard({ seen, now, placeLink }: ContractCard): Card {
  const { contract, stands, iAm } = seen;
  const waits = contractWords.waits(seen);
  const suggested = contractWords.suggested(seen);
  const hasVersion = contract.active !== undefined || contract.proposed !== undefined;
  return card(
    contractWords.title(seen),
    [
      line(contractWords.stands(seen, now)),
      ...(waits ? [line(waits, { isSubtle: true, spacing: 'Small' })] : []),
      ...(suggested ? [line(suggested, { spacing: 'Small' })] : []),
    ],
    [
      openContract(seen, contractWords.open, placeLink),
      ...(hasVersion ? [opens(contractWords.pdf, placeLink(`contract/${contract.pairId}/pdf`))] : []),
      ...(iAm === 'mentee' && stands !== 'ended' && contract.active !== undefined
        ? [pressOnly(contractWords.tell, 'manager-note', { pairId: contract.pairId })]
        : []),
    ],
  );
}

/** To the very part that waits. */
export function openContract(
  { contract, stands }: Pick<ContractFor, 'contract' | 'stands'>,
  title: string,
  placeLink: (place: string) => string,
): Link {
  const section = stands === 'review' ? '/review' : stands === 'ended' ? '/ending' : '';
  const names = { review: contractWords.review, ended: contractWords.ending };
  const said =
    title === contractWords.open && (stands === 'review' || stands === 'ended') ? names[stands] : title;
  return opens(said, placeLink(`contract/${contract.pairId}${section}`));
}

/** The note itself, to copy; with a field for the one who is to have it. */
export function managerNoteCard(note: string, pairId: string): Card {
  const field: Element = {
    type: 'Input.Text',
    id: 'address',
    label: contractWords.addressLabel,
    style: 'email',
    isRequired: true,
    errorMessage: contractWords.addressError,
    maxLength: 254,
  };
  return card(
    contractWords.noteTitle,
    [
      line(note),
      line(contractWords.noteLine, { isSubtle: true, size: 'Small' }),
      line(contractWords.noteCopy, { isSubtle: true, size: 'Small' }),
      field,
    ],
    [press(contractWords.writeChat, 'manager-chat', { pairId })],
  );
}

export function managerChatCard(note: string, link: string): Card {
  return card(
    contractWords.noteTitle,
    [line(note), line(contractWords.noteReady, { isSubtle: true, size: 'Small' })],
    [opens(contractWords.openChat, link)],
  );
}
