import type { ContractView, DocumentView, FieldView, GoalView } from '../../bot/http/contract-shapes.ts';
import { day } from '../when.ts';
import { type DraftSection, goalsSection, isClause } from './sections-of.ts';

export type Sections = DocumentView['sections'];
type Part = Sections[number]['parts'][number];

const takenOut = 'Taken out.';

/** A draft as the document that it would become. `typed`: what this person has typed and the server may not have yet. */
export function documentOf(
  contract: ContractView,
  sections: readonly DraftSection[],
  typed: (fieldId: string) => string | undefined,
): Sections {
  const signed = contract.active && partsOf(contract.active);
  return sections.map(({ id, heading, fields }) => ({
    id,
    heading,
    parts: [
      ...fields.map(field => fieldPart(field, typed(field.id) ?? field.value, signed)),
      ...(id === goalsSection ? goalParts(contract, signed) : []),
    ],
  }));
}

type Signed = ReadonlyMap<string, Part> | undefined;

function fieldPart(field: FieldView, value: string, signed: Signed): Part {
  const { id, label } = field;
  const text = textOf(field, value);
  const isChanged = signed !== undefined && text !== signedText(signed, id);
  return {
    id,
    ...(!isClause(field) && { label }),
    text: isChanged && text === '' ? takenOut : text,
    of: isClause(field) ? 'scheme' : 'both',
    ...(isChanged && { isChanged }),
  };
}

function goalParts({ goals, active }: ContractView, signed: Signed): readonly Part[] {
  const shared = goals.filter(({ seenBy }) => seenBy === 'both');
  const gone = (active?.sections.find(({ id }) => id === goalsSection)?.parts ?? []).filter(
    ({ id, of, text }) => of !== 'scheme' && text !== takenOut && !shared.some(goal => goal.id === id),
  );
  return [
    ...shared.map((goal): Part => {
      const text = goalText(goal);
      const isChanged = signed !== undefined && text !== signedText(signed, goal.id);
      return { id: goal.id, text, of: 'both', ...(isChanged && { isChanged }) };
    }),
    ...gone.map((part): Part => ({ id: part.id, text: takenOut, of: 'both', isChanged: true })),
  ];
}

function goalText({ headline, measure, targetOn }: GoalView): string {
  const how = measure ? [`How we will know: ${measure}`] : [];
  const by = targetOn ? [`By ${day(`${targetOn}T12:00:00Z`)}`] : [];
  return [headline, ...how, ...by].join('\n');
}

/** What was taken out of it before counts as empty. */
function signedText(signed: ReadonlyMap<string, Part>, id: string): string {
  const text = signed.get(id)?.text ?? '';
  return text === takenOut ? '' : text;
}

/** A value as people read it. */
export function textOf({ input, choices }: Pick<FieldView, 'input' | 'choices'>, value: string): string {
  switch (input) {
    case 'choice':
      return choices?.find(choice => choice.value === value)?.words ?? value;
    case 'yes or no':
      return { yes: 'Yes', no: 'No' }[value] ?? value;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(`${value}T12:00:00Z`) : value;
    default:
      return value;
  }
}

export function partsOf(document: DocumentView | undefined): ReadonlyMap<string, Part> {
  return new Map(document?.sections.flatMap(({ parts }) => parts.map(part => [part.id, part] as const)));
}

/** Where a version differs from the one in force, in the document's order. `id`: of the part. */
export function changedIn(
  sections: Sections,
): readonly { readonly section: string; readonly what: string; readonly id: string }[] {
  return sections.flatMap(({ heading, parts }) =>
    parts
      .filter(part => part.isChanged)
      .map(({ id, label, text }) => ({ id, section: heading, what: label ?? text.split('\n')[0] ?? '' })),
  );
}
