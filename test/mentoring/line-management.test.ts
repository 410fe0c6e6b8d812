import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineManagement, type ManagedPerson } from '../../bot/mentoring/people/line-management.ts';

function aPerson(objectId: string, managers: ManagedPerson['managers'], tenantId = 'trust'): ManagedPerson {
  return { person: { tenantId, objectId }, managers };
}

describe('Line management', () => {
  it('is there for a manager, and for a manager further up, whoever asks', () => {
    const nurse = aPerson('nurse', ['matron', 'director', 'chief']);
    assert.equal(lineManagement(nurse, aPerson('matron', ['director', 'chief'])), 'manages');
    assert.equal(lineManagement(aPerson('chief', 'unknown'), nurse), 'manages');
    assert.equal(lineManagement(nurse, aPerson('DIRECTOR', 'unknown')), 'manages');
  });

  it('is not there for two people who meet only at the same top', () => {
    const nurse = aPerson('nurse', ['matron', 'director', 'chief']);
    assert.equal(lineManagement(nurse, aPerson('porter', ['facilities', 'chief'])), 'does not');
  });

  it('is unknown where a chain is, is empty, or stops elsewhere', () => {
    const nurse = aPerson('nurse', ['matron', 'director', 'chief']);
    for (const managers of ['unknown', [], ['facilities']] as const)
      assert.equal(lineManagement(nurse, aPerson('porter', managers)), 'unknown');
  });

  it('is unknown across tenants, for oneself and for a chain in a circle', () => {
    const nurse = aPerson('nurse', ['matron', 'chief']);
    assert.equal(lineManagement(nurse, aPerson('porter', ['chief'], 'council')), 'unknown');
    assert.equal(lineManagement(nurse, nurse), 'unknown');
    assert.equal(lineManagement(nurse, aPerson('porter', ['chief', 'clerk', 'chief'])), 'unknown');
  });

  it('never says "does not" of two people of whom one manages the other, whatever the directory leaves out', () => {
    const tree = fc.array(fc.nat(), { minLength: 2, maxLength: 14 });
    const visible = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(
        tree,
        fc.nat(),
        fc.nat(),
        visible,
        (parents, first, second, [cut, cutOther, lost, lostOther]) => {
          const managerOf = (who: number) => (who === 0 ? undefined : (parents[who] ?? 0) % who);
          const above = (who: number): number[] => {
            const manager = managerOf(who);
            return manager === undefined ? [] : [manager, ...above(manager)];
          };
          const [one, other] = [first % parents.length, second % parents.length];
          fc.pre(one !== other);
          const seen = (who: number, levels: number, isLost: boolean): ManagedPerson =>
            aPerson(
              `p${who}`,
              isLost
                ? 'unknown'
                : above(who)
                    .slice(0, levels)
                    .map(id => `p${id}`),
            );
          const answer = lineManagement(seen(one, cut, lost), seen(other, cutOther, lostOther));
          const truly = above(one).includes(other) || above(other).includes(one);
          if (truly) assert.notEqual(answer, 'does not');
          else assert.notEqual(answer, 'manages');
          assert.equal(answer, lineManagement(seen(other, cutOther, lostOther), seen(one, cut, lost)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
