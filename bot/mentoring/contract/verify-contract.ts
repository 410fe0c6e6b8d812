import { isRefusal, type Refusal } from '../refusal.ts';
import type { Sha256 } from './canonical-bytes.ts';
import type { Changed } from './change-contract.ts';
import { amending, ended, erased, noted, opened, proposed, signed, takenBack } from './change-contract.ts';
import { type ChainLink, draftDigest, noLink, type PartRef, versionDigest } from './contract-chain.ts';
import type { ContractHead } from './contract-head.ts';
import { type ContractFacts, erasedParts } from './kept-parts.ts';
import { dayOf, sideOfParty } from './version-document.ts';

export type ContractRead = ContractFacts & {
  readonly chain: { readonly length: number; readonly last: string };
  /** What the head says of the fields and shared goals, and their digests as they are. */
  readonly draft: { readonly says: string; readonly records: readonly { readonly digest: string }[] };
  /** Ids of records that are not as they were written; nothing else here is from one of them. */
  readonly damaged: readonly string[];
};

/** `problems`: what does not agree, by ids; none: it is whole. `erasedOn`: ISO date of the last erasing. */
export type Verified = { readonly problems: readonly string[]; readonly erasedOn?: string };

/**
 * Whether digests, signatures and chain agree with what is kept. It finds what was changed by somebody who did not reckon
 * all digests anew; it cannot find what was replaced as a whole. That shows only against a digest kept elsewhere.
 */
export function verifyContract(read: ContractRead, hash: Sha256): Verified {
  const problems = [...recordProblems(read, hash)];
  // What is in a changed record is not to be looked at any closer.
  if (problems.length === 0)
    problems.push(...chainProblems(read), ...partProblems(read, hash), ...storyProblems(read, hash));
  const last = read.links.findLast(({ kind }) => kind === 'erased');
  return { problems, ...(last && problems.length === 0 ? { erasedOn: dayOf(last.at) } : {}) };
}

function* recordProblems({ damaged, draft }: ContractRead, hash: Sha256): Iterable<string> {
  for (const id of damaged) yield `${id} was changed`;
  if (draftDigest(hash, draft.records) !== draft.says) yield 'the draft is not as it was left';
}

function* chainProblems({ links, chain }: ContractRead): Iterable<string> {
  let previous = noLink;
  for (const [at, link] of links.entries()) {
    if (link.seq !== at + 1) yield `link ${at + 1} is not there`;
    if (link.previous !== previous) yield `link ${link.seq} does not follow the one before`;
    previous = link.digest;
  }
  if (links.length !== chain.length || previous !== chain.last)
    yield 'the chain does not end where it should';
}

function* partProblems({ links, parts }: ContractRead, hash: Sha256): Iterable<string> {
  const gone = erasedParts({ links });
  const named = new Map<string, PartRef>();
  for (const { kind, version, parts: refs = [] } of links) {
    if (kind !== 'erased') for (const ref of refs) named.set(ref.digest, ref);
    if (kind === 'proposed' && version?.digest !== versionDigest(hash, refs))
      yield `version ${version?.number} is not what its parts say`;
  }
  for (const { digest, key } of named.values()) {
    const part = parts.get(digest);
    if (!part) yield `part ${digest} is not there`;
    else if (gone.has(digest) && part.content) yield `part ${digest} should be erased`;
    else if (!gone.has(digest) && part.content?.key !== key) yield `part ${digest} is not what it was`;
  }
  for (const digest of parts.keys()) if (!named.has(digest)) yield `part ${digest} belongs to no version`;
}

/** Plays the chain again by the rules of the contract, and holds the outcome against how it says that it stands. */
function* storyProblems({ head, links }: ContractRead, hash: Sha256): Iterable<string> {
  let told: ContractHead | undefined;
  for (const link of links) {
    const after = next(told, link, head, hash);
    if (!after || isRefusal(after)) return yield `link ${link.seq} could not have come there`;
    told = after.head;
  }
  if (!told || outcome(told) !== outcome(head)) yield 'it does not stand as its chain says';
}

function next(
  told: ContractHead | undefined,
  link: ChainLink,
  { pairId, keepUntil = '' }: ContractHead,
  hash: Sha256,
): Changed | Refusal | undefined {
  const { kind, at, how = '', contract = '', parties, parts = [], version } = link;
  if (!told) {
    const isKind = how === 'one-to-one' || how === 'peer' || how === 'reverse' || how === 'one-off';
    if (kind !== 'opened' || !parties || !isKind) return undefined;
    return opened({ id: contract, pairId, kind: how, parties, at, parts });
  }
  const by = link.by === undefined ? undefined : sideOfParty({ head: told }, link.by);
  const who = by ? { by } : {};
  switch (kind) {
    case 'opened':
      return undefined;
    case 'proposed': {
      const open = told.isDrafting ? told : amending(told);
      const asked = by && version?.number === told.versions + 1;
      if (isRefusal(open) || !asked) return undefined;
      return proposed('head' in open ? open.head : open, { by, parts, digest: versionDigest(hash, parts) });
    }
    case 'taken back':
      return by && takenBack(told, by);
    case 'signed':
      return by && signed(told, { by, digest: version?.digest ?? '' });
    case 'ended':
      return ended(told, { ...who, at, keepUntil, how });
    case 'erased':
      return erased(told, { ...who, parts });
    case 'reviewed':
    case 'conflict':
      return told.stage === 'ended' ? { head: told, links: [] } : noted(told, link);
  }
}

/** All that the chain decides. Whether a change is being drafted it does not. */
function outcome(head: ContractHead): string {
  const { id, kind, stage, parties, openedAt, active, proposed: frozen, versions, endedAt } = head;
  const { version, digest, by, signedBy } = frozen ?? {};
  const facts = [id, kind, stage, parties.mentee, parties.mentor, openedAt, active, versions, endedAt];
  return JSON.stringify([...facts, version, digest, by, signedBy]);
}
