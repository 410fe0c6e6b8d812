import { listContracts } from '../journeys/list-contracts.ts';
import { noteForManager } from '../journeys/note-for-manager.ts';
import { type ContractFor, contractFor } from '../mentoring/contract/contract-for.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { chatLink } from '../mentoring/review/manager-note.ts';
import { contractCard, managerChatCard, managerNoteCard } from './cards/contract-card.ts';
import { contractWords } from './cards/contract-words.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { placeLinks } from './place-link.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

const mostShown = 10;

/** A card for each contract, those that wait for this person first. */
export async function myContracts(turn: Turn): Promise<Reply> {
  const { ports, person } = turn;
  const [now, contracts] = await Promise.all([ports.clock.now(), listContracts(ports, person)]);
  const seen = contracts
    .flatMap(each => contractFor(person, each, now) ?? [])
    .sort((a, b) => urgency(a) - urgency(b));
  if (seen.length === 0) return { messages: [{ text: contractWords.none }] };
  const placeLink = placeLinks(ports.scheme);
  const cards = seen.slice(0, mostShown).map(each => contractCard({ seen: each, now, placeLink }));
  return { messages: [{ cards }] };
}

/** In words: the note of the one contract that there is to tell of; where there are several, they are shown. */
export async function tellManager(turn: Turn): Promise<Reply> {
  const contracts = await listContracts(turn.ports, turn.person);
  const now = await turn.ports.clock.now();
  const fits = contracts
    .flatMap(each => contractFor(turn.person, each, now) ?? [])
    .filter(({ iAm, contract, stands }) => iAm === 'mentee' && contract.active && stands !== 'ended');
  const [only, ...more] = fits;
  if (!only) return { messages: [{ text: contractWords.noteLater }] };
  return more.length > 0 ? myContracts(turn) : noteToManager(turn, only.contract.pairId);
}

/** The note to copy. Nothing is sent, and nobody but the mentee gets it. */
export async function noteToManager(turn: Turn, pairId: string): Promise<Reply> {
  const note = await noteForManager(turn.ports, { person: turn.person, pairId });
  if (isRefusal(note)) return { messages: [{ text: refusalWords(note.refused) }] };
  return { card: managerNoteCard(note.text, pairId) };
}

/** A chat with the manager in which the note is written; the address goes into the link and is not kept. */
export async function managerChat(turn: Turn, pairId: string, address: string): Promise<Reply> {
  const note = await noteForManager(turn.ports, { person: turn.person, pairId });
  if (isRefusal(note)) return { messages: [{ text: refusalWords(note.refused) }] };
  const link = chatLink(address, note.text);
  if (link === undefined) return { messages: [{ text: contractWords.addressError }] };
  return { card: managerChatCard(note.text, link) };
}

function urgency({ stands, waitsFor }: ContractFor): number {
  if (stands === 'ended') return 3;
  if (waitsFor === 'me' || waitsFor === 'both') return 0;
  return waitsFor === 'other' ? 1 : 2;
}
