import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../availability/say-time.ts';
import type { Side } from '../chemistry/change-meeting.ts';
import type { ContractKind, PartOf } from './contract-document.ts';

export type FieldInput = 'text' | 'long text' | 'number' | 'date' | 'choice' | 'yes or no';

/** What two people agree on, one matter each. */
export type ContractField = {
  /** Used in addresses, too; the same for ever. */
  readonly id: string;
  readonly section: SectionId;
  readonly label: string;
  readonly help?: string;
  readonly input: FieldInput;
  readonly choices?: readonly { readonly value: string; readonly words: string }[];
  /** Of a number, both included. */
  readonly between?: readonly [number, number];
  readonly isRequired: boolean;
  /** Only this side may write it. */
  readonly owner?: Side;
  readonly begins?: string | Readonly<Record<ContractKind, string>>;
  /** A date: so many months after the contract is opened. */
  readonly beginsMonthsAfter?: Readonly<Record<ContractKind, number>>;
};

/** In the order in which a contract is read. */
export const sections = [
  { id: 'parties', heading: 'Who this is between' },
  { id: 'purpose', heading: 'What it is for' },
  { id: 'goals', heading: 'Goals' },
  { id: 'meetings', heading: 'When and how we meet' },
  { id: 'contact', heading: 'Between meetings' },
  { id: 'confidentiality', heading: 'What stays between us' },
  { id: 'records', heading: 'What is written down' },
  { id: 'conflicts', heading: 'Conflicts of interest' },
  { id: 'responsibilities', heading: 'What each of us does' },
  { id: 'time', heading: 'Protected time' },
  { id: 'review', heading: 'Looking back, and changing this' },
  { id: 'ending', heading: 'Ending' },
  { id: 'concerns', heading: 'If something worries us' },
  { id: 'needs', heading: 'What each of us needs' },
  { id: 'local', heading: 'Also in this scheme' },
] as const;
export type SectionId = (typeof sections)[number]['id'];
export type ContractSectionName = (typeof sections)[number];

export function sectionOf(id: SectionId): ContractSectionName {
  const found = sections.find(section => section.id === id);
  if (!found) throw new RangeError('No section has this name');
  return found;
}

export const longestValue = 2000;

/** What is kept of what somebody typed; undefined where it does not fit the field. Empty always fits. */
export function allowedValue(field: ContractField, typed: string): string | undefined {
  const value = field.input === 'long text' ? asWritten(typed) : asWritten(typed).replace(/\s+/g, ' ');
  if (value === '') return value;
  switch (field.input) {
    case 'text':
    case 'long text':
      return value.length <= longestValue ? value : undefined;
    case 'number':
      return isWholeNumberBetween(value, field.between) ? String(Number(value)) : undefined;
    case 'date':
      return isDate(value) ? value : undefined;
    case 'choice':
      return field.choices?.some(choice => choice.value === value) ? value : undefined;
    case 'yes or no':
      return value === 'yes' || value === 'no' ? value : undefined;
  }
}

/** A value as people read it. */
export function wordsOf({ input, choices }: ContractField, value: string): string {
  if (value === '') return '';
  switch (input) {
    case 'choice':
      return choices?.find(choice => choice.value === value)?.words ?? value;
    case 'yes or no':
      return value === 'yes' ? 'Yes' : 'No';
    case 'date':
      return sayDay(value);
    case 'text':
    case 'long text':
    case 'number':
      return value;
  }
}

/** Whose words they are: what was written freely is its writers', what was chosen is both's. */
export function wordsAreOf(field: Pick<ContractField, 'input' | 'owner'>, writers: readonly Side[]): PartOf {
  const [writer, another] = writers;
  if (writer === undefined) return 'scheme';
  if (field.owner) return field.owner;
  const isFree = field.input === 'text' || field.input === 'long text';
  return isFree && another === undefined ? writer : 'both';
}

/** Without what cannot be seen and what turns the direction of writing; line ends as one character. */
export function asWritten(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch {
    return false;
  }
}

function isWholeNumberBetween(value: string, [least, most]: readonly [number, number] = [0, 999]): boolean {
  return /^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most;
}
