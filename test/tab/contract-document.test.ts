import assert from 'node:assert/strict';
import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';
import { changedIn, documentOf } from '../../tab/contract/document-of.ts';
import { sectionsOf } from '../../tab/contract/sections-of.ts';

const field = (given: Partial<FieldView>): FieldView => ({
  id: 'f',
  label: 'A field',
  input: 'text',
  value: '',
  isRequired: false,
  isLocked: false,
  etag: '1',
  comments: [],
  ...given,
});

const contract = (given: Partial<ContractView>): ContractView => ({
  pairId: 'p',
  contractId: 'c',
  kind: 'one-to-one',
  stage: 'drafting',
  iAm: 'mentee',
  myName: 'Sam',
  with: 'Priya',
  schemeName: 'Scheme',
  goals: [],
  timeline: [],
  record: { isWhole: true },
  can: [],
  ...given,
});

const draft = (...fields: FieldView[]) => ({
  seen: 's',
  sections: [{ id: 'meetings', heading: 'Meetings', fields }],
});

function read(view: ContractView, typed: Record<string, string> = {}) {
  return documentOf(view, sectionsOf(view), id => typed[id]);
}

describe('A draft, as the document that it would become', () => {
  it('says values as people read them, and what is typed and not saved yet', () => {
    const [meetings] = read(
      contract({
        draft: draft(
          field({
            id: 'often',
            input: 'choice',
            choices: [{ value: 'm', words: 'Every month' }],
            value: 'm',
          }),
          field({ id: 'on', input: 'date', value: '2026-12-03' }),
          field({ id: 'write', input: 'yes or no', value: 'yes' }),
          field({ id: 'place', value: 'Leeds' }),
        ),
      }),
      { place: 'York' },
    );
    assert.deepEqual(
      meetings?.parts.map(({ text }) => text),
      ['Every month', 'Thursday 3 December 2026', 'Yes', 'York'],
    );
  });

  it('shows goals of both, and never a private one', () => {
    const goal = {
      id: 'g',
      by: 'me' as const,
      etag: '1',
      headline: 'Lead a ward',
      measure: '',
      targetOn: '2027-03-01',
    };
    const sections = read(
      contract({
        draft: draft(field({})),
        goals: [
          { ...goal, seenBy: 'both' },
          { ...goal, id: 'h', headline: 'Find out whether I want this', seenBy: 'me' },
        ],
      }),
    );
    assert.deepEqual(
      sections.find(({ id }) => id === 'goals')?.parts.map(({ text }) => text),
      ['Lead a ward\nBy Monday 1 March 2027'],
    );
  });

  it('marks what differs from the version in force: changed, new, taken out', () => {
    const part = (id: string, text: string) => ({ id, label: id, text, of: 'both' as const });
    const view = contract({
      draft: draft(
        field({ id: 'same', label: 'Same', value: 'x' }),
        field({ id: 'changed', label: 'Changed', value: 'after' }),
        field({ id: 'new', label: 'New', value: 'n' }),
        field({ id: 'gone', label: 'Gone', value: '' }),
        field({ id: 'long gone', label: 'Long gone', value: '' }),
      ),
      active: {
        version: 1,
        sections: [
          {
            id: 'meetings',
            heading: 'Meetings',
            parts: [
              part('same', 'x'),
              part('changed', 'before'),
              part('gone', 'was here'),
              part('long gone', 'Taken out.'),
            ],
          },
          { id: 'goals', heading: 'Goals', parts: [{ id: 'g', text: 'Lead a ward', of: 'mentee' }] },
        ],
        signatures: [],
      },
    });
    const sections = read(view);
    assert.deepEqual(
      changedIn(sections).map(({ id }) => id),
      ['changed', 'new', 'gone', 'g'],
    );
    assert.equal(sections[0]?.parts.find(({ id }) => id === 'gone')?.text, 'Taken out.');
  });
});
