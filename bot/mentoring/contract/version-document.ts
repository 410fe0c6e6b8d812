import { wallTime } from '../availability/wall-day.ts';
import type { Side } from '../chemistry/change-meeting.ts';
import { zone } from '../zone.ts';
import type { PartRef } from './contract-chain.ts';
import type { ContractDocument, ContractPart, PartOf } from './contract-document.ts';
import { type ContractSectionName, sections } from './contract-field.ts';
import { contractField } from './contract-fields.ts';
import { type ContractFacts, contentsOfVersion, erasedParts, partsOfVersion } from './kept-parts.ts';
import { partKey } from './version-parts.ts';

/** What stands where words were taken out. */
export const erasedWords = 'Erased';

/** One version as it is read, with what it changes of the version in force marked and what was erased said. */
export function versionDocument(
  facts: ContractFacts,
  number: number,
  schemeName: string,
): ContractDocument | undefined {
  const { head, links } = facts;
  const link = links.find(({ kind, version }) => kind === 'proposed' && version?.number === number);
  if (!link?.version) return undefined;
  const { digest } = link.version;
  const signatures = links.flatMap(({ kind, version, by, at }) => {
    const side = by === undefined ? undefined : sideOfParty(facts, by);
    return kind === 'signed' && version?.digest === digest && side ? [{ side, at }] : [];
  });
  const binding = head.active === undefined || head.active === number ? undefined : head.active;
  const shownParts = partsOfVersion(facts, number).flatMap(ref => shownPart(facts, ref, binding) ?? []);
  return {
    schemeName,
    kind: head.kind,
    version: number,
    parties: { mentee: nameOf(facts, 'mentee'), mentor: nameOf(facts, 'mentor') },
    sections: sections.flatMap(({ id, heading: usual }) => {
      const here = shownParts.filter(({ section }) => section.id === id);
      const heading = here[0]?.section.heading ?? usual;
      return here.length > 0 ? [{ id, heading, parts: here.map(({ part }) => part) }] : [];
    }),
    signatures,
    digest,
  };
}

/** As they are named in the latest version, or at the opening where there is none. */
export function nameOf(facts: ContractFacts, side: Side): ContractDocument['parties'][Side] {
  for (let version = facts.head.versions; version >= 0; version -= 1) {
    const found = contentsOfVersion(facts, version).find(({ key }) => key === partKey.name(side));
    if (found?.name) return found.name;
  }
  return { name: erasedWords };
}

export function sideOfParty({ head }: Pick<ContractFacts, 'head'>, party: string): Side | undefined {
  if (party === head.parties.mentee) return 'mentee';
  return party === head.parties.mentor ? 'mentor' : undefined;
}

/** The date of an ISO instant on the clocks of the United Kingdom. */
export function dayOf(at: string): string {
  return wallTime(Date.parse(at), zone).on;
}

type Shown = {
  readonly section: { readonly id: string; readonly heading: string };
  readonly part: ContractPart;
};

function shownPart(facts: ContractFacts, ref: PartRef, binding: number | undefined): Shown | undefined {
  const erasedAt = erasedParts(facts).get(ref.digest);
  const content = erasedAt === undefined ? facts.parts.get(ref.digest)?.content : undefined;
  if (!content) return gonePart(facts, ref, erasedAt);
  const { key, section, label, text, of } = content;
  if (!section) return undefined;
  const isChanged =
    binding !== undefined &&
    key !== partKey.about &&
    contentsOfVersion(facts, binding).find(part => part.key === key)?.text !== text;
  return {
    section,
    part: { id: idOf(key), ...(label ? { label } : {}), text, of, ...(isChanged ? { isChanged } : {}) },
  };
}

/** What stood there is known by its key alone. */
function gonePart(facts: ContractFacts, { key, digest }: PartRef, at: string | undefined): Shown | undefined {
  const [what = '', id = ''] = key.split(':');
  if (what === 'tie') return undefined;
  const field = what === 'field' ? contractField(id) : undefined;
  const sectionId = field?.section ?? ({ goal: 'goals', clause: 'local' }[what] || 'parties');
  const section: ContractSectionName | undefined = sections.find(each => each.id === sectionId);
  const by = facts.links.find(
    ({ kind, parts }) => kind === 'erased' && parts?.some(each => each.digest === digest),
  );
  const of: PartOf = (by?.by !== undefined && sideOfParty(facts, by.by)) || 'both';
  const label = field?.label ?? { mentee: 'Mentee', mentor: 'Mentor' }[id];
  if (!section) return undefined;
  return {
    section,
    part: {
      id: idOf(key),
      ...(label ? { label } : {}),
      text: '',
      of,
      ...(at === undefined ? {} : { erasedOn: dayOf(at) }),
    },
  };
}

/** Fields, clauses and goals go by their own ids. */
function idOf(key: string): string {
  return /^(field|clause|goal):/.test(key) ? key.slice(key.indexOf(':') + 1) : key;
}
