import type {
  ContractDocument,
  ContractPart,
  ContractSection,
} from '../../bot/mentoring/contract/contract-document.ts';

export const digestOfTests = '3f8a61c0d97be24415e0b8a7c6d5f4e39281706f5e4d3c2b1a09f8e7d6c5b4a3';

/** A contract as two people would have it: 35 parts in the headings that a scheme has, signed by both. */
export function aContract(changes: Partial<ContractDocument> = {}): ContractDocument {
  return {
    schemeName: 'Thames Valley mentoring',
    kind: 'one-to-one',
    version: 2,
    parties: {
      mentee: { name: 'Siân Ŵyn-Ŷork', organisation: 'Royal Berkshire NHS Foundation Trust' },
      mentor: { name: 'Zoë Łukaszewicz', organisation: 'Oxford Health NHS Foundation Trust' },
    },
    sections,
    signatures: [
      { side: 'mentee', at: '2026-11-22T14:30:00.000Z' },
      { side: 'mentor', at: '2026-11-23T09:05:00.000Z' },
    ],
    digest: digestOfTests,
    ...changes,
  };
}

export function aPart(id: string, text: string, changes: Partial<ContractPart> = {}): ContractPart {
  return { id, text, of: 'both', ...changes };
}

export function aSection(id: string, heading: string, parts: readonly ContractPart[]): ContractSection {
  return { id, heading, parts };
}

function answers(of: Readonly<Record<string, string>>): readonly ContractPart[] {
  return Object.entries(of).map(([label, text]) =>
    aPart(label.toLowerCase().replaceAll(' ', '-'), text, { label }),
  );
}

const clause = (id: string, text: string): ContractPart => ({ id, text, of: 'scheme' });

const sections: readonly ContractSection[] = [
  aSection('purpose', 'Purpose', [
    ...answers({
      'Start date': '1 December 2026',
      Purpose: 'To prepare for a first post as a ward manager, and to find a way of leading that is my own.',
      'In scope': 'Leading a team, difficult conversations, applying for posts, work and life.',
    }),
    clause(
      'not-this',
      'Mentoring is not line management, clinical supervision, appraisal, therapy or clinical advice.',
    ),
  ]),
  aSection('goals', 'Goals', [
    aPart(
      'goal-1',
      'Lead the weekly huddle on my own.\n- Measure: six huddles in a row, with feedback from two colleagues\n- Target: 31 March 2027',
      { label: 'Goal 1' },
    ),
    aPart('goal-2', 'Apply for one band 7 post.\n- Measure: application sent\n- Target: 30 June 2027', {
      label: 'Goal 2',
    }),
  ]),
  aSection('meetings', 'Meetings', [
    ...answers({
      'How many': 'Eight',
      'How often': 'Every four weeks',
      Length: '60 minutes',
      'Online or in person': 'Online in Teams; the first and the last in person',
      'Who books': 'The mentee',
      'Who sets the agenda': 'The mentee, by the day before',
      'Notice to cancel': 'Two working days',
      'Missed meetings': 'Who misses one writes within two days and offers two new times.',
    }),
  ]),
  aSection('between', 'Contact between meetings', [
    ...answers({
      'Is it welcome': 'Yes, for short questions',
      How: 'Teams chat',
      'Time to answer': 'Within three working days',
    }),
  ]),
  aSection('confidentiality', 'Confidentiality', [
    clause('scope', 'What is said stays between the two, but for the limits below.'),
    clause(
      'limits',
      'Either may speak to somebody else where there is:\n1. a risk of harm to anyone\n2. a breach of organisational policy\n3. illegal activity\n4. a duty under a professional code or for safeguarding',
    ),
    ...answers({
      'In the mentor’s supervision': 'Yes, without names',
      'What the line manager may be told': 'That there is a mentor, and the time agreed',
    }),
  ]),
  aSection('records', 'Records', [
    ...answers({
      'What is kept': 'This contract, dates of meetings, actions',
      'Who sees it': 'The two of us',
      'For how long': 'Two years after the ending',
    }),
    clause('no-patients', 'Nothing that identifies a patient is written anywhere.'),
  ]),
  aSection('conflicts', 'Conflicts of interest', [
    clause(
      'no-conflict',
      'The mentor is not the mentee’s manager, appraiser, supervisor, referee or on a panel that selects them. A new conflict is said at once and leads to a review.',
    ),
  ]),
  aSection('responsibilities', 'Responsibilities and protected time', [
    ...answers({
      Mentee: 'Comes prepared, does what was agreed, says what helps and what does not.',
      Mentor: 'Listens, asks, shares experience, keeps the time free.',
      'Protected time': 'One hour every four weeks, agreed',
      'Manager informed on': '25 November 2026',
    }),
  ]),
  aSection('review', 'Review', [
    ...answers({
      'First review': '1 March 2027',
      Questions: 'What works, what does not, are these still the right goals?',
    }),
    clause('amend', 'Either may propose a change at any time. It counts once both have signed it.'),
  ]),
  aSection('ending', 'Ending and concerns', [
    ...answers({
      'Planned end': '31 August 2027',
      'Code of ethics': 'EMCC Global Code of Ethics, version 3',
      Adjustments: 'Captions on in Teams; agenda in writing beforehand',
    }),
    clause(
      'no-fault',
      'Either may end it at any time without fault, with a closing conversation if both want one.',
    ),
    clause('concerns', 'Concerns go to the scheme’s coordinator, mentoring@thamesvalley.example.'),
  ]),
];
