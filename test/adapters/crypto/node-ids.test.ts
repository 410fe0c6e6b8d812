import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nodeIds } from '../../../bot/adapters/crypto/node-ids.ts';

const ids = nodeIds();

describe('ids', () => {
  it('are random UUIDs, each another', () => {
    const many = Array.from({ length: 100 }, () => ids.random());
    assert.equal(new Set(many).size, 100);
    for (const id of many)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are the same UUID for the same parts, on every machine and for ever', () => {
    assert.equal(
      ids.derived('profile', 'north', 'priya@example.nhs.uk'),
      '361187e8-f943-55f5-a22f-c05eea40bf45',
    );
    assert.equal(nodeIds().derived('Siân', '名'), ids.derived('Siân', '名'));
  });

  it('are UUIDs of version 5', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), parts => {
        const id = ids.derived(...parts);
        assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it('differ when the parts are cut elsewhere', () => {
    const lists = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      ['a', 'b', 'c'],
      ['ab', 'c', ''],
      ['ab","c'],
      ['ab,c'],
      [],
    ];
    assert.equal(new Set(lists.map(parts => ids.derived(...parts))).size, lists.length);
  });
});
