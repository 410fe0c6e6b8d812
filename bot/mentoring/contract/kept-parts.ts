import type { Side } from '../chemistry/change-meeting.ts';
import type { Sha256 } from './canonical-bytes.ts';
import { type ChainLink, type PartRef, partDigest } from './contract-chain.ts';
import type { ContractHead } from './contract-head.ts';
import type { KeptPart, PartContent } from './contract-part.ts';

/** What is kept of a contract: how it stands, what happened, and the parts of all its versions by digest. */
export type ContractFacts = {
  readonly head: ContractHead;
  /** In the order of the chain. */
  readonly links: readonly ChainLink[];
  readonly parts: ReadonlyMap<string, KeptPart>;
};

/** The same words under the same key keep their salt and digest; others get new ones. */
export function keptParts(
  contents: readonly PartContent[],
  known: Iterable<KeptPart>,
  { hash, salt }: { readonly hash: Sha256; salt(): string },
): readonly Required<KeptPart>[] {
  const byKey = Map.groupBy(known, ({ content }) => content?.key);
  return contents.map(content => {
    for (const { salt: its, digest } of byKey.get(content.key) ?? [])
      if (its !== undefined && partDigest(hash, its, content) === digest)
        return { digest, salt: its, content };
    const own = salt();
    return { digest: partDigest(hash, own, content), salt: own, content };
  });
}

export function refOf({ digest, content }: Required<KeptPart>): PartRef {
  return { key: content.key, digest };
}

/** The parts of one version, in reading order; those of the opening where `number` is 0. */
export function partsOfVersion({ links }: Pick<ContractFacts, 'links'>, number: number): readonly PartRef[] {
  const link = links.find(({ kind, version }) =>
    number === 0 ? kind === 'opened' : kind === 'proposed' && version?.number === number,
  );
  return link?.parts ?? [];
}

/** What that version says, as far as it is not erased. */
export function contentsOfVersion(facts: ContractFacts, number: number): readonly PartContent[] {
  return partsOfVersion(facts, number).flatMap(({ digest }) => facts.parts.get(digest)?.content ?? []);
}

/** When each erased part was taken out, by digest: an ISO instant. */
export function erasedParts({ links }: Pick<ContractFacts, 'links'>): ReadonlyMap<string, string> {
  return new Map(
    links
      .filter(({ kind }) => kind === 'erased')
      .flatMap(({ parts = [], at }) => parts.map(({ digest }) => [digest, at] as const)),
  );
}

/** Whether this side has taken out their part. */
export function hasErased({ head, links }: Pick<ContractFacts, 'head' | 'links'>, side: Side): boolean {
  return links.some(({ kind, by }) => kind === 'erased' && by === head.parties[side]);
}

/**
 * What one side may take out: their own words, name and tie; when the other has gone before, what both have written too.
 * Absent: all that is left.
 */
export function partsToErase(facts: ContractFacts, side: Side | undefined): readonly PartRef[] {
  const gone = erasedParts(facts);
  const isLast = side !== undefined && hasErased(facts, side === 'mentee' ? 'mentor' : 'mentee');
  return [...facts.parts.values()].flatMap(({ digest, content }) => {
    if (!content || gone.has(digest)) return [];
    const may = side === undefined || content.of === side || (isLast && content.of === 'both');
    return may ? [{ key: content.key, digest }] : [];
  });
}
