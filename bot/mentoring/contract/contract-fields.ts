import { Temporal } from 'temporal-polyfill';
import type { ContractKind } from './contract-document.ts';
import type { ContractField } from './contract-field.ts';
import type { ContractTerms } from './contract-terms.ts';
import { fieldsAboutMeetings } from './fields-about-meetings.ts';

/** All that two people agree on, in reading order. */
export const contractFields: readonly ContractField[] = [
  {
    id: 'starts-on',
    section: 'parties',
    label: 'Starts on',
    input: 'date',
    isRequired: true,
    beginsMonthsAfter: same(0),
  },
  {
    id: 'purpose',
    section: 'purpose',
    label: 'What the mentee wants from this',
    help: 'What should be different at the end? One or two sentences are enough.',
    input: 'long text',
    isRequired: true,
  },
  {
    id: 'scope',
    section: 'purpose',
    label: 'What we talk about',
    input: 'long text',
    isRequired: true,
    begins: {
      'one-to-one': 'Work, learning, and what comes next in the mentee’s career.',
      peer: 'The work and learning of both of us. We take turns.',
      reverse: 'What the mentor knows from their own work and life, and the mentee wants to learn.',
      'one-off': 'One question that the mentee brings.',
    },
  },
  ...fieldsAboutMeetings,
  {
    id: 'manager-hears',
    section: 'confidentiality',
    label: 'What the mentee’s line manager may be told',
    input: 'long text',
    isRequired: true,
    begins: 'That we meet, and how much time it takes. Nothing of what we say.',
  },
  {
    id: 'mentee-does',
    section: 'responsibilities',
    label: 'The mentee',
    help: 'The mentee writes this.',
    input: 'long text',
    isRequired: true,
    owner: 'mentee',
    begins: 'I come prepared, say what I want to talk about, and do what I said I would do.',
  },
  {
    id: 'mentor-does',
    section: 'responsibilities',
    label: 'The mentor',
    help: 'The mentor writes this.',
    input: 'long text',
    isRequired: true,
    owner: 'mentor',
    begins: 'I listen, ask, share what I know, say what I think, and keep our time free.',
  },
  {
    id: 'time-agreed',
    section: 'time',
    label: 'Work has agreed the time',
    input: 'yes or no',
    isRequired: false,
  },
  { id: 'job-plan', section: 'time', label: 'It is in a job plan', input: 'yes or no', isRequired: false },
  {
    id: 'manager-told-on',
    section: 'time',
    label: 'The mentee’s manager was told on',
    help: 'A manager is told, not asked.',
    input: 'date',
    isRequired: false,
  },
  {
    id: 'first-review-on',
    section: 'review',
    label: 'First review on',
    input: 'date',
    isRequired: true,
    beginsMonthsAfter: { 'one-to-one': 3, peer: 3, reverse: 3, 'one-off': 1 },
  },
  {
    id: 'review-every',
    section: 'review',
    label: 'After that, a review',
    input: 'choice',
    choices: [
      { value: '3 months', words: 'Every 3 months' },
      { value: '6 months', words: 'Every 6 months' },
      { value: 'no more', words: 'No further one' },
    ],
    isRequired: true,
    begins: { 'one-to-one': '3 months', peer: '3 months', reverse: '3 months', 'one-off': 'no more' },
  },
  {
    id: 'ends-on',
    section: 'ending',
    label: 'Ends on',
    help: 'Leave it empty to keep it open.',
    input: 'date',
    isRequired: false,
  },
  {
    id: 'mentee-needs',
    section: 'needs',
    label: 'The mentee',
    help: 'Adjustments, or how you like to talk and write. You both see it.',
    input: 'long text',
    isRequired: false,
    owner: 'mentee',
  },
  {
    id: 'mentor-needs',
    section: 'needs',
    label: 'The mentor',
    help: 'Adjustments, or how you like to talk and write. You both see it.',
    input: 'long text',
    isRequired: false,
    owner: 'mentor',
  },
];

export function contractField(id: string): ContractField | undefined {
  return contractFields.find(field => field.id === id);
}

/** What a field holds before anybody has written: the scheme's words, otherwise the product's. `openedOn`: ISO date. */
export function valueAtFirst(
  field: ContractField,
  {
    kind,
    openedOn,
    terms,
  }: { readonly kind: ContractKind; readonly openedOn: string; readonly terms: ContractTerms },
): string {
  const local = terms.defaults[kind]?.[field.id];
  if (local !== undefined) return local;
  const months = field.beginsMonthsAfter?.[kind];
  if (months !== undefined) return Temporal.PlainDate.from(openedOn).add({ months }).toString();
  const { begins = '' } = field;
  return typeof begins === 'string' ? begins : begins[kind];
}

function same<T>(value: T): Readonly<Record<ContractKind, T>> {
  return { 'one-to-one': value, peer: value, reverse: value, 'one-off': value };
}
