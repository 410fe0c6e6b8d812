import type { Side } from '../chemistry/change-meeting.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { NewLink, PartRef } from './contract-chain.ts';
import type { ContractKind } from './contract-document.ts';
import type { ContractHead } from './contract-head.ts';

/** How it stands after an act, and what the act adds to the chain. */
export type Changed = { readonly head: ContractHead; readonly links: readonly NewLink[] };

export const sides: readonly Side[] = ['mentee', 'mentor'];

export function otherSide(side: Side): Side {
  return side === 'mentee' ? 'mentor' : 'mentee';
}

/** `parts`: what names and ties the two parties. Ids are random, `at` an ISO instant. */
export function opened(asked: {
  readonly id: string;
  readonly pairId: string;
  readonly kind: ContractKind;
  readonly parties: ContractHead['parties'];
  readonly at: string;
  readonly parts: readonly PartRef[];
}): Changed {
  const { id, pairId, kind, parties, at, parts } = asked;
  return {
    head: { id, pairId, kind, stage: 'drafting', parties, openedAt: at, isDrafting: true, versions: 0 },
    links: [{ kind: 'opened', contract: id, how: kind, parties, parts }],
  };
}

/** Whether fields and shared goals may be changed, and commented on. */
export function mayDraft(head: ContractHead): Refusal | undefined {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  if (head.proposed) return { refused: 'already proposed' };
  return head.isDrafting ? undefined : { refused: 'not drafting' };
}

/** Freezes the parts, given in reading order. Nobody has signed by proposing. */
export function proposed(
  head: ContractHead,
  { by, digest, parts }: { readonly by: Side; readonly digest: string; readonly parts: readonly PartRef[] },
): Changed | Refusal {
  const refusal = mayDraft(head);
  if (refusal) return refusal;
  const number = head.versions + 1;
  const { active } = head;
  return {
    head: {
      ...head,
      stage: active === undefined ? 'proposed' : 'active',
      proposed: { version: number, digest, by, signedBy: [] },
      isDrafting: false,
      versions: number,
    },
    links: [{ kind: 'proposed', by: head.parties[by], version: { number, digest }, parts }],
  };
}

/** By either: who proposed it takes it back, the other wants something changed. What was signed of it lapses. */
export function takenBack(head: ContractHead, by: Side): Changed | Refusal {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  const { proposed: frozen, ...rest } = head;
  if (!frozen) return { refused: 'not proposed' };
  return {
    head: { ...rest, stage: head.active === undefined ? 'drafting' : 'active', isDrafting: true },
    links: [{ kind: 'taken back', by: head.parties[by], version: versionOf(frozen) }],
  };
}

/** `digest`: of the version that the signer saw. The second signature makes that version the active one. */
export function signed(
  head: ContractHead,
  { by, digest }: { readonly by: Side; readonly digest: string },
): Changed | Refusal {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  const { proposed: frozen, ...rest } = head;
  if (!frozen) return { refused: 'not proposed' };
  if (frozen.digest !== digest) return { refused: 'not this version' };
  if (frozen.signedBy.includes(by)) return { refused: 'already signed' };
  const links: NewLink[] = [{ kind: 'signed', by: head.parties[by], version: versionOf(frozen) }];
  const signedBy = [...frozen.signedBy, by];
  if (!sides.every(side => signedBy.includes(side)))
    return { head: { ...head, proposed: { ...frozen, signedBy } }, links };
  return { head: { ...rest, stage: 'active', active: frozen.version }, links };
}

/** Opens the fields of an active contract; what was signed binds until a later version is signed by both. */
export function amending(head: ContractHead): Changed | Refusal {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  if (head.active === undefined) return { refused: 'not active' };
  if (head.proposed) return { refused: 'already proposed' };
  if (head.isDrafting) return { refused: 'already drafting' };
  return { head: { ...head, isDrafting: true }, links: [] };
}

export function amendmentDropped(head: ContractHead): Changed | Refusal {
  const refusal = head.active === undefined ? ({ refused: 'not active' } as const) : mayDraft(head);
  return refusal ?? { head: { ...head, isDrafting: false }, links: [] };
}

/** By either, without fault, at any time; `by` absent: both together, or nobody of the two. From now on it is read only. */
export function ended(
  head: ContractHead,
  asked: {
    readonly by?: Side;
    readonly at: string;
    readonly keepUntil: string;
    readonly how: string;
    readonly payload?: readonly string[];
  },
): Changed | Refusal {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  const { by, at, keepUntil, how, payload } = asked;
  const { proposed: _frozen, ...rest } = head;
  const link = { kind: 'ended', how, ...(payload ? { payload } : {}) } as const;
  return {
    head: { ...rest, stage: 'ended', isDrafting: false, endedAt: at, keepUntil },
    links: [by ? { ...link, by: head.parties[by] } : link],
  };
}

/** `parts`: what is taken out; nobody's own part is empty. `by` absent: the last keeping time has passed. */
export function erased(
  head: ContractHead,
  { by, parts }: { readonly by?: Side; readonly parts: readonly PartRef[] },
): Changed | Refusal {
  if (head.stage !== 'ended') return { refused: 'not ended' };
  if (by && parts.length === 0) return { refused: 'already erased' };
  return { head, links: [{ kind: 'erased', parts, ...(by ? { by: head.parties[by] } : {}) }] };
}

/** Something that happened to it and changes no version: a review that was held, a conflict that was declared. */
export function noted(head: ContractHead, link: NewLink): Changed | Refusal {
  if (head.stage === 'ended') return { refused: 'contract ended' };
  return { head, links: [link] };
}

export type ActsNow =
  | 'draft'
  | 'comment'
  | 'propose'
  | 'take back'
  | 'sign'
  | 'amend'
  | 'drop amendment'
  | 'end'
  | 'erase';

/** What this side may do now, of what the contract's own state decides. `hasErased`: their part is gone already. */
export function actsNow(head: ContractHead, side: Side, hasErased: boolean): readonly ActsNow[] {
  const isOpen = !mayDraft(head);
  const unsigned = head.proposed !== undefined && !head.proposed.signedBy.includes(side);
  const may: readonly (readonly [ActsNow, boolean])[] = [
    ['draft', isOpen],
    ['comment', isOpen],
    ['propose', isOpen],
    ['take back', head.proposed !== undefined],
    ['sign', unsigned],
    ['amend', !isRefusal(amending(head))],
    ['drop amendment', !isRefusal(amendmentDropped(head))],
    ['end', head.stage !== 'ended'],
    ['erase', head.stage === 'ended' && !hasErased],
  ];
  return may.flatMap(([act, is]) => (is ? [act] : []));
}

function versionOf({ version, digest }: NonNullable<ContractHead['proposed']>): {
  readonly number: number;
  readonly digest: string;
} {
  return { number: version, digest };
}
