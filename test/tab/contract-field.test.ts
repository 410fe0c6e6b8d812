import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  again,
  type FieldState,
  isToSave,
  keepMine,
  notTaken,
  seenNow,
  sending,
  taken,
  typedInto,
} from '../../tab/contract/field-state.ts';

type Server = { value: string; etag: string; changedBy?: 'me' | 'other' };
const lost = { what: '', helps: 'try again' as const };
const server = (value: string, etag: string, changedBy?: 'me' | 'other'): Server => ({
  value,
  etag,
  ...(changedBy && { changedBy }),
});

describe('What is typed into a field of a contract', () => {
  it('is saved, and follows the server again', () => {
    const typed = typedInto(undefined, server('old', '1'), 'mine');
    const state = taken(sending(typed), server('mine', '2', 'me'));
    assert.equal(state.stands, 'saved');
    assert.equal(seenNow(state, server('theirs', '3', 'other')), undefined);
  });

  it('goes on from what is typed while the last is being saved', () => {
    const first = sending(typedInto(undefined, server('', '1'), 'a'));
    const state = taken(typedInto(first, server('', '1'), 'ab'), server('a', '2', 'me'));
    assert.deepEqual([state.typed, state.base.etag, isToSave(state)], ['ab', '2', true]);
  });

  it('stands beside what the other has put there, until one of the two is chosen', () => {
    const typed = typedInto(undefined, server('old', '1'), 'mine');
    const state = seenNow(typed, server('theirs', '2', 'other'));
    assert.equal(state?.stands, 'changed meanwhile');
    assert.equal(state && isToSave(state), false);
    const kept = state && keepMine(state);
    assert.deepEqual([kept?.typed, kept?.base.etag, kept && isToSave(kept)], ['mine', '2', true]);
  });

  it('is known again when it was taken and only the answer was lost', () => {
    const first = notTaken(sending(typedInto(undefined, server('', '1'), 'a')), lost);
    assert.equal(seenNow(first, server('a', '2', 'me'))?.stands, 'saved');
    const on = typedInto(first, server('', '1'), 'ab');
    const refused = again(sending(on));
    const state = seenNow(refused, server('a', '2', 'me'));
    assert.deepEqual([state?.stands, state?.typed, state?.base.etag], ['typed', 'ab', '2']);
  });

  it('is no matter any more when the other has written the same', () => {
    const typed = typedInto(undefined, server('old', '1'), 'same');
    assert.equal(seenNow(typed, server('same', '2', 'other'))?.stands, 'saved');
  });

  it('is never lost and never put over words that were not seen, whatever happens in whatever order', () => {
    const word = fc.constantFrom('', 'a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.record({ does: fc.constant('types' as const), word }),
      fc.record({ does: fc.constant('other writes' as const), word }),
      fc.record({ does: fc.constantFrom('looks', 'saves', 'keeps mine', 'takes theirs') }),
      fc.record({
        does: fc.constant('is answered' as const),
        how: fc.constantFrom('yes', 'lost', 'lost after'),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const world = aField();
        for (const each of steps) {
          world.act(each);
          world.holds();
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

type Step = { readonly does: string; readonly word?: string; readonly how?: string };

/** One field on the server, one person typing into it, and another who writes it elsewhere. */
function aField() {
  let held: Server = { value: '', etag: '0' };
  let known = held;
  let state: FieldState | undefined;
  let count = 0;
  let wanted: string | undefined;
  const seen = new Set(['']);

  const write = (value: string, changedBy: 'me' | 'other') => {
    count += 1;
    held = { value, etag: String(count), changedBy };
  };
  const look = () => {
    known = held;
    if (state) state = seenNow(state, held);
    if (!state || state.stands === 'saved') wanted = undefined;
    note();
  };
  /** What stands on the page now has been seen; what lies on the server unshown has not. */
  const note = () => {
    if (!state) seen.add(known.value);
    else if (state.stands === 'saved') seen.add(state.typed);
    else if (state.theirs) seen.add(state.theirs.value);
  };
  const answer = (how: string) => {
    if (state?.stands !== 'saving') return;
    const isMeant = state.base.etag === held.etag;
    if (isMeant && how !== 'lost') {
      assert.ok(seen.has(held.value), `${held.value} was overwritten unseen`);
      write(state.sent.at(-1) ?? '', 'me');
      seen.add(held.value);
    }
    if (how === 'yes' && isMeant) {
      state = taken(state, held);
      known = held;
      if (state.stands === 'saved') wanted = undefined;
      note();
    } else if (how === 'yes') {
      state = again(state);
      look();
    } else state = notTaken(state, lost);
  };

  return {
    act({ does, word = '', how = '' }: Step) {
      if (does === 'types') {
        state = typedInto(state, known, word);
        wanted = word;
        seen.add(word);
      } else if (does === 'other writes') write(word, 'other');
      else if (does === 'looks' && state?.stands !== 'saving') look();
      else if (does === 'saves' && state && isToSave(state)) state = sending(state);
      else if (does === 'keeps mine' && state?.stands === 'changed meanwhile') state = keepMine(state);
      else if (does === 'takes theirs' && state?.stands === 'changed meanwhile') {
        wanted = undefined;
        state = undefined;
      } else if (does === 'is answered') answer(how);
    },
    holds() {
      if (wanted !== undefined) assert.equal(state?.typed, wanted, 'what was typed is shown');
    },
  };
}
