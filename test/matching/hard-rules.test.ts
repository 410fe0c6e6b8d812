import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Asker, mayBeShown } from '../../bot/matching/hard-rules.ts';
import { aMentor } from './a-mentor.ts';

const today = '2026-11-24';
const nobody: Asker = { managers: new Set() };

const person = fc.record({
  tenantId: fc.constantFrom('t1', 't2'),
  objectId: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
});
const date = fc.constantFrom('2026-11-01', '2026-11-23', '2026-11-24', '2026-11-25', '2027-01-05');
const address = fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', 'c@x.example');
const organisation = fc.constantFrom('Leeds Hospitals', 'leeds  hospitals', 'York Hospitals', '');
const world = fc.record({
  mentor: fc.record({
    address: address.map(text => text.toLowerCase()),
    organisation,
    capacity: fc.integer({ min: 0, max: 3 }),
    person: fc.option(person, { nil: undefined }),
    pausedUntil: fc.option(date, { nil: undefined }),
  }),
  asker: fc.record({
    person: fc.option(person, { nil: undefined }),
    address: fc.option(address, { nil: undefined }),
    organisation: fc.option(organisation, { nil: undefined }),
    managers: fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3', 'o4')).map(ids => new Set(ids)),
  }),
  placesTaken: fc.integer({ min: 0, max: 3 }),
});

/** Leaves out what is undefined: an absent field is absent. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return JSON.parse(JSON.stringify(value));
}

describe('The hard rules', () => {
  it('never show yourself, the full, the paused, your managers, or in 10,000 worlds anybody who should be hidden', () => {
    let shown = 0;
    fc.assert(
      fc.property(world, ({ mentor, asker, placesTaken }) => {
        const profile = aMentor(present(mentor));
        const { managers, ...rest } = asker;
        if (!mayBeShown(profile, { ...present(rest), managers }, today, placesTaken)) return;
        shown += 1;
        assert.ok(mentor.capacity > placesTaken);
        assert.ok(mentor.pausedUntil === undefined || mentor.pausedUntil <= today);
        assert.notEqual(mentor.address, asker.address?.toLowerCase());
        if (mentor.person !== undefined) {
          assert.notDeepEqual(mentor.person, asker.person);
          assert.ok(!managers.has(mentor.person.objectId));
        }
      }),
      { numRuns: 10_000 },
    );
    assert.ok(shown > 100, 'too few worlds showed anybody for this to say much');
  });

  it('show everybody else', () => {
    assert.ok(mayBeShown(aMentor(), nobody, today, 0));
  });

  it('show a mentor again on the day until which they paused', () => {
    assert.ok(!mayBeShown(aMentor({ pausedUntil: '2026-11-25' }), nobody, today, 0));
    assert.ok(mayBeShown(aMentor({ pausedUntil: '2026-11-24' }), nobody, today, 0));
  });

  it('hide the own organisation only from those who asked for that', () => {
    const asker = { ...nobody, organisation: 'LEEDS Hospitals ' };
    assert.ok(!mayBeShown(aMentor({ organisation: 'Leeds Hospitals' }), asker, today, 0));
    assert.ok(mayBeShown(aMentor({ organisation: 'York Hospitals' }), asker, today, 0));
    assert.ok(mayBeShown(aMentor({ organisation: '' }), { ...nobody, organisation: '' }, today, 0));
  });

  it('do not take the same object id in another tenant for the same person', () => {
    const profile = aMentor({ person: { tenantId: 't1', objectId: 'o1' } });
    assert.ok(mayBeShown(profile, { ...nobody, person: { tenantId: 't2', objectId: 'o1' } }, today, 0));
    assert.ok(!mayBeShown(profile, { ...nobody, person: { tenantId: 't1', objectId: 'o1' } }, today, 0));
  });
});
