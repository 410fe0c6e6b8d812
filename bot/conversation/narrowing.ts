import { readTalk, saveTalk } from '../journeys/keep-talk.ts';
import type { Criteria } from '../matching/criteria.ts';
import { criterionIds, withCriterion, without } from '../matching/criterion.ts';
import { findingWording } from './cards/finding-wording.ts';
import { takenOffCard } from './cards/left-out-cards.ts';
import { whyNotOthersCard } from './cards/refine-card.ts';
import { wording } from './cards/wording.ts';
import { type Search, search } from './finding.ts';
import { showAgain } from './leaving-out.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The search goes on without this criterion; its chip makes room for a line with the way back. */
export async function takeOff(turn: Turn, criterionId: string): Promise<Reply> {
  const before = await searchOf(turn);
  if (!before) return { messages: [{ text: wording.nothingSought }] };
  const { criteria } = before;
  const chip = criterionIds(criteria).find(({ id }) => id === criterionId);
  if (!chip) return { messages: [{ text: findingWording.notAsked }] };
  const left = without(criteria, criterionId);
  const undo = { takenOff: criterionId, criteria };
  const card = takenOffCard(criterionId, chip.words);
  if (criterionIds(left).length > 0) return { ...(await goOn(turn, before, left, undo)), card };
  const nothing = { criteria: left, ranked: [], shown: 0, lastShown: [], undo };
  await saveTalk(turn.ports, turn.person, { id: 'talk', type: 'talk', search: nothing });
  return { card, messages: [{ text: findingWording.nothingLeft }] };
}

/** Back to what it was, where that was the last thing done; otherwise the criterion is asked for as well. */
export async function putOn(turn: Turn, criterionId: string): Promise<Reply> {
  const before = await searchOf(turn);
  if (!before) return { messages: [{ text: wording.nothingSought }] };
  const { undo, criteria } = before;
  const isLast = undo !== undefined && 'takenOff' in undo && undo.takenOff === criterionId;
  return goOn(turn, before, isLast ? undo.criteria : withCriterion(criteria, criterionId));
}

/** The answer to "Newcastle: which one?". */
export async function choosePlace(
  turn: Turn,
  { takeOff: off, putOn: on }: { readonly takeOff: readonly string[]; readonly putOn: string },
): Promise<Reply> {
  const before = await searchOf(turn);
  if (!before) return { messages: [{ text: wording.nothingSought }] };
  return goOn(turn, before, withCriterion(off.reduce(without, before.criteria), on));
}

/** "Without Leeds", "not online": off where it is asked for; otherwise it is a wish of its own. */
export async function takeOffNamed(turn: Turn, named: string, sentence: string): Promise<Reply | undefined> {
  const before = await searchOf(turn);
  if (!before) return undefined;
  const wanted = plainWords(named);
  const meant = criterionIds(before.criteria).filter(({ words, id }) => {
    const own = [...plainWords(words), ...plainWords(id)];
    return wanted.length > 0 && wanted.every(word => own.includes(word));
  });
  const [only, another] = meant;
  if (!only || another) return undefined;
  return /^not\b/i.test(sentence) && !only.id.startsWith('not:')
    ? withoutAndAgainst(turn, before, only.id, sentence)
    : takeOff(turn, only.id);
}

/** The last thing taken off, or the last mentor left out, comes back. */
export async function undo(turn: Turn): Promise<Reply> {
  const last = (await searchOf(turn))?.undo;
  if (!last) return { messages: [{ text: findingWording.nothingToUndo }] };
  return 'takenOff' in last ? putOn(turn, last.takenOff) : showAgain(turn, last.leftOut);
}

export async function whyNotOthers(turn: Turn): Promise<Reply> {
  const before = await searchOf(turn);
  if (!before) return { messages: [{ text: wording.nothingSought }] };
  return { messages: [{ cards: [whyNotOthersCard(before.hidden ?? [])] }] };
}

/** "Not online" where online was asked for: no longer, and rather not. */
async function withoutAndAgainst(
  turn: Turn,
  before: Search,
  criterionId: string,
  sentence: string,
): Promise<Reply> {
  return search(
    turn,
    { sentence, before: without(before.criteria, criterionId) },
    { notForMe: before.notForMe ?? [] },
    { takenOff: criterionId, criteria: before.criteria },
  );
}

async function goOn(
  turn: Turn,
  { notForMe = [] }: Search,
  criteria: Criteria,
  undo?: Search['undo'],
): Promise<Reply> {
  return search(turn, { criteria }, { notForMe }, undo);
}

async function searchOf(turn: Turn): Promise<Search | undefined> {
  return (await readTalk(turn.ports, turn.person)).search;
}

const small = new Set(['the', 'a', 'an', 'in', 'near', 'on', 'at', 'from', 'someone', 'not']);

function plainWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(word => !small.has(word)).map(word => word.replace(/s$/, ''));
}
