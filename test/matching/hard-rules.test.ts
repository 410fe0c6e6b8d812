import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Asker, type HiddenBecause, hiddenBecause } from '../../bot/matching/hard-rules.ts';
import { mentorIndex } from '../../bot/matching/mentor-index.ts';
import { understand } from '../../bot/matching/understand.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { personKey } from '../../bot/mentoring/people/person.ts';
import { aMentor } from './a-mentor.ts';

const today = '2026-11-24';
const nobody: Asker = { managers: new Set() };
const need = understand('moving into management');

const tenants = ['t1', 't2'];
const objects = ['o1', 'o2', 'o3', 'o4'];
const ids = ['m1', 'm2', 'm3', 'm4', 'm5'];
const person = fc.record({ tenantId: fc.constantFrom(...tenants), objectId: fc.constantFrom(...objects) });
const date = fc.constantFrom('2026-11-01', '2026-11-23', '2026-11-24', '2026-11-25', '2027-01-05');
const address = fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', 'c@x.example');
const organisation = fc.constantFrom('Leeds Hospitals', 'leeds  hospitals', 'York Hospitals', '');
const keys = [
  ...ids,
  ...tenants.flatMap(tenantId => objects.map(objectId => personKey({ tenantId, objectId }))),
];
const some = fc.option(
  fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 }).map(list => new Set(list)),
  { nil: undefined },
);
const mentor = (id: string) =>
  fc.record({
    id: fc.constant(id),
    address: address.map(text => text.toLowerCase()),
    organisation,
    capacity: fc.integer({ min: 0, max: 6 }),
    person: fc.option(person, { nil: undefined }),
    pausedUntil: fc.option(date, { nil: undefined, freq: 1 }),
    trainingCurrentUntil: fc.option(date, { nil: undefined, freq: 1 }),
    placesTaken: fc.integer({ min: 0, max: 3 }),
  });
const world = fc.record({
  mentors: fc.tuple(...ids.map(mentor)),
  asker: fc.record({
    person: fc.option(person, { nil: undefined }),
    address: fc.option(address, { nil: undefined }),
    organisation: fc.option(organisation, { nil: undefined }),
    managers: fc.uniqueArray(fc.constantFrom(...objects), { maxLength: 1 }).map(list => new Set(list)),
    conflicts: some,
    blocks: some,
    currentMentors: some,
  }),
});

/** Leaves out what is undefined: an absent field is absent. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in value) {
    const field = value[key];
    if (isThere(field)) kept[key] = field;
  }
  return kept;
}
function isThere<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Said once more, in other words: everything that must be true of a mentor who is shown. */
function allowed(profile: MentorProfile, asker: Asker, taken: number): boolean {
  const { id, capacity, pausedUntil = '', trainingCurrentUntil = '9999' } = profile;
  const names = profile.person === undefined ? [id] : [id, personKey(profile.person)];
  const isOneOf = (set: ReadonlySet<string> | undefined) => names.some(name => set?.has(name) === true);
  const isAsker =
    (asker.person !== undefined && names.includes(personKey(asker.person))) ||
    profile.address === asker.address?.toLowerCase();
  return (
    !isAsker &&
    capacity - taken > 0 &&
    pausedUntil <= today &&
    trainingCurrentUntil >= today &&
    !asker.managers.has(profile.person?.objectId ?? '') &&
    !isOneOf(asker.conflicts) &&
    !isOneOf(asker.blocks) &&
    !isOneOf(asker.currentMentors) &&
    (plain(asker.organisation ?? '') === '' ||
      plain(asker.organisation ?? '') !== plain(profile.organisation))
  );
}

describe('The hard rules', () => {
  it('hold in 10,000 worlds: nobody hidden is returned, and everybody who may be shown is', () => {
    let shown = 0;
    let hidden = 0;
    fc.assert(
      fc.property(world, ({ mentors, asker }) => {
        const { managers, ...rest } = asker;
        const given: Asker = { ...present(rest), managers };
        const taken = new Map(mentors.map(({ id, placesTaken }) => [id, placesTaken]));
        const index = mentorIndex();
        for (const { placesTaken: _, ...says } of mentors) index.put(aMentor(present(says)));
        for (const [id, count] of taken) index.setPlacesTaken(id, count);
        const ranked = index.rank(need, { limit: 5, asker: given, today }).mentors.map(one => one.profile.id);
        const expected = ids.filter(id => {
          const profile = index.get(id);
          return profile !== undefined && allowed(profile, given, taken.get(id) ?? 0);
        });
        assert.deepEqual(ranked, expected);
        shown += ranked.length;
        hidden += ids.length - ranked.length;
      }),
      { numRuns: 10_000 },
    );
    assert.ok(shown > 1000 && hidden > 1000, 'too few worlds showed or hid anybody for this to say much');
  });

  it('show everybody whom no rule hides', () => {
    assert.equal(hiddenBecause(aMentor(), nobody, today, 0), undefined);
  });

  it('each have a name', () => {
    const me = { tenantId: 't1', objectId: 'o1' };
    const because: readonly (readonly [HiddenBecause, Partial<MentorProfile>, Partial<Asker>, number])[] = [
      ['yourself', { person: me }, { person: me }, 0],
      ['yourself', { address: 'a@x.example' }, { address: 'A@x.example' }, 0],
      ['manages you', { person: me }, { managers: new Set(['o1']) }, 0],
      ['already your mentor', {}, { currentMentors: new Set(['priya']) }, 0],
      ['declared conflict', {}, { conflicts: new Set(['priya']) }, 0],
      ['blocked', { person: me }, { blocks: new Set([personKey(me)]) }, 0],
      ['unavailable', { capacity: 0 }, {}, 0],
      ['paused', { pausedUntil: '2026-11-25' }, {}, 0],
      ['full', { capacity: 2 }, {}, 2],
      ['lapsed', { trainingCurrentUntil: '2026-11-23' }, {}, 0],
      ['own organisation', { organisation: 'Leeds Hospitals' }, { organisation: 'LEEDS  Hospitals ' }, 0],
    ];
    for (const [name, says, asker, taken] of because)
      assert.equal(hiddenBecause(aMentor(says), { ...nobody, ...asker }, today, taken), name);
  });

  it('show a mentor again on the day until which they paused, and to the last day of their training', () => {
    assert.equal(hiddenBecause(aMentor({ pausedUntil: today }), nobody, today, 0), undefined);
    assert.equal(hiddenBecause(aMentor({ trainingCurrentUntil: today }), nobody, today, 0), undefined);
  });

  it('hide the own organisation only from those who asked for that', () => {
    const asker = { ...nobody, organisation: 'LEEDS Hospitals ' };
    assert.equal(hiddenBecause(aMentor({ organisation: 'York Hospitals' }), asker, today, 0), undefined);
    const without = { ...nobody, organisation: '' };
    assert.equal(hiddenBecause(aMentor({ organisation: '' }), without, today, 0), undefined);
  });

  it('do not take the same object id in another tenant for the same person', () => {
    const profile = aMentor({ person: { tenantId: 't1', objectId: 'o1' } });
    const other = { ...nobody, person: { tenantId: 't2', objectId: 'o1' } };
    assert.equal(hiddenBecause(profile, other, today, 0), undefined);
  });
});

describe('What is said of mentors who were left out', () => {
  const others = [aMentor({ id: 'z1' }), aMentor({ id: 'z2', pausedUntil: '2027-01-01' })];
  const left = (says: Partial<MentorProfile>, asker: Partial<Asker>, limit = 3) => {
    const index = mentorIndex();
    for (const one of [...others, aMentor(says)]) index.put(one);
    return index.rank(need, { limit, asker: { ...nobody, ...asker }, today });
  };

  it('is how many each rule left out, naming nobody', () => {
    const { hidden } = left({ id: 'a', pausedUntil: '2027-01-01' }, {});
    assert.deepEqual(hidden, { paused: 2 });
  });

  it('does not tell a mentor who blocked the asker, or declared a conflict, from one who offers no place', () => {
    const blocked = left({ id: 'a' }, { blocks: new Set(['a']) });
    const conflict = left({ id: 'a' }, { conflicts: new Set(['a']) });
    const stopped = left({ id: 'a', capacity: 0 }, {});
    assert.deepEqual(blocked, stopped);
    assert.deepEqual(conflict, stopped);
    assert.deepEqual(blocked.hidden, { 'not available': 1, paused: 1 });
  });

  it('does not change by a block where the mentor is left out anyway', () => {
    const paused = { id: 'a', pausedUntil: '2027-01-01' };
    assert.deepEqual(left(paused, { blocks: new Set(['a']) }), left(paused, {}));
  });

  it('counts those who match as well as the last one shown, and nobody who matches less', () => {
    const weaker = left({ id: 'a', pausedUntil: '2027-01-01', focusAreas: ['Confidence'] }, {}, 1);
    assert.deepEqual(weaker.hidden, { paused: 1 });
  });

  it('says nothing of the asker', () => {
    assert.deepEqual(left({ id: 'a', address: 'me@x.example' }, { address: 'me@x.example' }).hidden, {
      paused: 1,
    });
  });
});
