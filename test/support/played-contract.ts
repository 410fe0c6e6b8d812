import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import type { Side } from '../../bot/mentoring/chemistry/change-meeting.ts';
import { isAsWritten } from '../../bot/mentoring/contract/as-written.ts';
import * as contract from '../../bot/mentoring/contract/change-contract.ts';
import {
  type ChainLink,
  draftDigest,
  type NewLink,
  noLink,
  recordDigest,
  versionDigest,
} from '../../bot/mentoring/contract/contract-chain.ts';
import type { ContractHead } from '../../bot/mentoring/contract/contract-head.ts';
import type { KeptPart, PartContent } from '../../bot/mentoring/contract/contract-part.ts';
import {
  type ContractFacts,
  keptParts,
  partsToErase,
  refOf,
} from '../../bot/mentoring/contract/kept-parts.ts';
import { verifyContract } from '../../bot/mentoring/contract/verify-contract.ts';
import { namePart, tiePart } from '../../bot/mentoring/contract/version-parts.ts';
import { isRefusal, type Refusal } from '../../bot/mentoring/refusal.ts';
import { priya, sam } from './meetings.ts';

type Played = contract.Changed | Refusal;
type Given = { readonly digest?: string; readonly words?: string };

const { sha256: hash } = nodeDigests();

/** A contract in memory, played by its pure rules: head, chain and parts as the store would keep them. */
export function playedContract() {
  let made = 0;
  const salt = () => {
    made += 1;
    return made.toString(16).padStart(64, '0');
  };
  const people: readonly PartContent[] = [
    namePart('mentee', 'Sam Okoro', undefined),
    namePart('mentor', 'Priya Varghese', undefined),
    tiePart('mentee', 'party-1', sam),
    tiePart('mentor', 'party-2', priya),
  ];
  const parts = new Map<string, KeptPart>();
  const links: (ChainLink & { readonly id: string; readonly type: string; readonly is: string })[] = [];
  const at = () => new Date(Date.UTC(2026, 11, 1) + links.length * 60_000).toISOString();
  let head: ContractHead;

  const follow = (link: NewLink) => {
    const seq = links.length + 1;
    const base = { id: `contract:0001:link:${seq}`, type: 'contract', is: 'link' };
    const whole = { ...base, ...link, seq, previous: links.at(-1)?.digest ?? noLink, at: at() };
    links.push({ ...whole, digest: recordDigest(hash, whole) });
  };
  const kept = (contents: readonly PartContent[]) => {
    const all = keptParts(contents, parts.values(), { hash, salt });
    for (const part of all) parts.set(part.digest, part);
    return all.map(refOf);
  };
  const opening = contract.opened({
    id: 'contract-1',
    pairId: 'pair-1',
    kind: 'one-to-one',
    parties: { mentee: 'party-1', mentor: 'party-2' },
    at: at(),
    parts: kept(people),
  });
  head = opening.head;
  opening.links.forEach(follow);

  const facts = (): ContractFacts => ({ head, links, parts });
  const decide = (what: string, by: Side, { digest = '', words = '' }: Given): Played => {
    switch (what) {
      case 'propose': {
        const about: PartContent = { key: 'about', of: 'scheme', text: `Version ${head.versions + 1}` };
        const own: PartContent = { key: 'field:purpose', of: by, text: words };
        const refs = contract.mayDraft(head) ? [] : kept([about, ...people, own]);
        return contract.proposed(head, { by, digest: versionDigest(hash, refs), parts: refs });
      }
      case 'take back':
        return contract.takenBack(head, by);
      case 'sign':
        return contract.signed(head, { by, digest });
      case 'amend':
        return contract.amending(head);
      case 'drop amendment':
        return contract.amendmentDropped(head);
      case 'end':
        return contract.ended(head, { by, at: at(), keepUntil: '2028-12-31', how: 'early' });
      default:
        return contract.erased(head, { by, parts: partsToErase(facts(), by) });
    }
  };

  return {
    facts,
    /** The digests of all versions, the first one first. */
    versions: () =>
      links.flatMap(({ kind, version }) => (kind === 'proposed' && version ? [version.digest] : [])),
    signersOf: (digest: string): Side[] =>
      contract.sides.filter(side =>
        links.some(
          ({ kind, by, version }) =>
            kind === 'signed' && by === head.parties[side] && version?.digest === digest,
        ),
      ),
    act(what: string, by: Side, given: Given): Played {
      const outcome = decide(what, by, given);
      if (isRefusal(outcome)) return outcome;
      const erasing = outcome.links
        .filter(({ kind }) => kind === 'erased')
        .flatMap(({ parts: gone = [] }) => gone);
      head = outcome.head;
      outcome.links.forEach(follow);
      for (const { digest } of erasing) parts.set(digest, { digest });
      return outcome;
    },
    verify() {
      const last = links.at(-1)?.digest ?? noLink;
      const records = [...parts.values()].map(part => ({
        id: `contract:0001:part:${part.digest}`,
        type: 'contract',
        is: 'part',
        ...part,
      }));
      const chain = { length: links.length, last };
      const damaged = [...links, ...records].flatMap(each => (isAsWritten(hash, each) ? [] : [each.id]));
      const draft = { says: draftDigest(hash, []), records: [] };
      return verifyContract({ ...facts(), chain, draft, damaged }, hash);
    },
  };
}
