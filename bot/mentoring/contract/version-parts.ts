import { sayDay } from '../availability/say-time.ts';
import type { Side } from '../chemistry/change-meeting.ts';
import type { PersonId } from '../people/person.ts';
import { contractClauses } from './contract-clauses.ts';
import type { ContractKind } from './contract-document.ts';
import { type SectionId, sectionOf, sections, wordsAreOf, wordsOf } from './contract-field.ts';
import { contractFields } from './contract-fields.ts';
import type { PartContent } from './contract-part.ts';
import type { ContractTerms } from './contract-terms.ts';

export type DraftedField = {
  readonly field: string;
  readonly value: string;
  readonly writers: readonly Side[];
};

export type DraftedGoal = {
  readonly goal: string;
  readonly by: Side;
  readonly writers: readonly Side[];
  readonly headline: string;
  readonly measure: string;
  /** ISO date. */
  readonly targetOn?: string;
};

/** All goals of one contract that both see. */
export const mostGoals = 12;

const kindWords: Readonly<Record<ContractKind, string>> = {
  'one-to-one': 'One-to-one mentoring',
  peer: 'Peer mentoring',
  reverse: 'Reverse mentoring',
  'one-off': 'A one-off mentoring meeting',
};
const sideWords: Readonly<Record<Side, string>> = { mentee: 'Mentee', mentor: 'Mentor' };

export const partKey = {
  about: 'about',
  name: (side: Side) => `name:${side}`,
  tie: (side: Side) => `tie:${side}`,
  clause: (id: string) => `clause:${id}`,
  field: (id: string) => `field:${id}`,
  goal: (id: string) => `goal:${id}`,
};

export function namePart(side: Side, name: string, organisation: string | undefined): PartContent {
  return {
    key: partKey.name(side),
    of: side,
    section: sectionOf('parties'),
    label: sideWords[side],
    text: organisation ? `${name}, ${organisation}` : name,
    name: { name, ...(organisation ? { organisation } : {}) },
  };
}

/** Not shown: who the party is. */
export function tiePart(side: Side, party: string, person: PersonId): PartContent {
  const { tenantId, objectId } = person;
  return { key: partKey.tie(side), of: side, text: '', tie: { party, person: { tenantId, objectId } } };
}

/**
 * All parts of a version in reading order: who, each clause, each field that says something, each goal. What the version in
 * force says and this one no longer does is said to be taken out. `people`: names and ties.
 */
export function versionParts(asked: {
  readonly contract: { readonly id: string; readonly kind: ContractKind; readonly version: number };
  readonly schemeName: string;
  readonly terms: ContractTerms;
  readonly people: readonly PartContent[];
  readonly fields: readonly DraftedField[];
  readonly goals: readonly DraftedGoal[];
  readonly before: readonly PartContent[];
}): readonly PartContent[] {
  const { contract, schemeName, terms, people, fields, goals, before } = asked;
  const about: PartContent = {
    key: partKey.about,
    of: 'scheme',
    section: sectionOf('parties'),
    label: 'This contract',
    text: `${kindWords[contract.kind]} in ${schemeName}. Version ${contract.version} of contract ${contract.id}.`,
  };
  const said = [
    about,
    ...people,
    ...contractClauses(terms).map(({ id, section, text }) =>
      shown(partKey.clause(id), section, { of: 'scheme', text }),
    ),
    ...fieldParts(fields),
    ...goals.map(goalPart),
  ];
  const keys = new Set(said.map(({ key }) => key));
  const gone = before.flatMap(part =>
    part.section && !isTakenOut(part) && !keys.has(part.key) ? [withoutWords(part)] : [],
  );
  return inReadingOrder([...said, ...gone]);
}

function withoutWords({ key, section, label }: PartContent): PartContent {
  const rest = { ...(section ? { section } : {}), ...(label ? { label } : {}) };
  return { key, of: 'both', ...rest, text: 'Taken out.', value: '' };
}

function isTakenOut({ value }: PartContent): boolean {
  return value === '';
}

function fieldParts(fields: readonly DraftedField[]): readonly PartContent[] {
  return contractFields.flatMap(field => {
    const drafted = fields.find(each => each.field === field.id);
    if (!drafted || drafted.value === '') return [];
    const { value, writers } = drafted;
    const text = wordsOf(field, value);
    return [
      shown(partKey.field(field.id), field.section, {
        of: wordsAreOf(field, writers),
        label: field.label,
        text,
        ...(text === value ? {} : { value }),
      }),
    ];
  });
}

/** The date is said as people say it; the goal itself lies beside its words. */
function goalPart({ goal, by, writers, headline, measure, targetOn }: DraftedGoal): PartContent {
  const words = [
    headline,
    ...(measure ? [`How we will know: ${measure}`] : []),
    ...(targetOn ? [`By ${sayDay(targetOn)}`] : []),
  ];
  return shown(partKey.goal(goal), 'goals', {
    of: wordsAreOf({ input: 'long text' }, writers),
    text: words.join('\n'),
    goal: { by, headline, measure, ...(targetOn ? { targetOn } : {}) },
  });
}

function shown(key: string, section: SectionId, rest: Omit<PartContent, 'key' | 'section'>): PartContent {
  return { key, section: sectionOf(section), ...rest };
}

/** By section; within one, as they were given. What is not shown comes last. */
function inReadingOrder(parts: readonly PartContent[]): readonly PartContent[] {
  const ids = sections.map(({ id }) => `${id}`);
  const place = ({ section }: PartContent) => (section ? ids.indexOf(section.id) : ids.length);
  return parts.toSorted((a, b) => place(a) - place(b));
}
