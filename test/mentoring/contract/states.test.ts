import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Side } from '../../../bot/mentoring/chemistry/change-meeting.ts';
import * as contract from '../../../bot/mentoring/contract/change-contract.ts';
import { contractRefusals } from '../../../bot/mentoring/contract/contract-refusal.ts';
import { hasErased } from '../../../bot/mentoring/contract/kept-parts.ts';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import { playedContract } from '../../support/played-contract.ts';

type Act = {
  readonly what: 'propose' | 'take back' | 'sign' | 'amend' | 'drop amendment' | 'end' | 'erase';
  readonly by: Side;
  /** Which version's digest a signer saw: the one that waits, an earlier one, or none that ever was. */
  readonly saw: 'latest' | 'earlier' | 'another';
  readonly words: string;
};

const acts = fc.array(
  fc.record<Act>({
    what: fc.constantFrom(
      'propose',
      'propose',
      'take back',
      'sign',
      'sign',
      'sign',
      'amend',
      'amend',
      'drop amendment',
      'end',
      'erase',
    ),
    by: fc.constantFrom('mentee', 'mentor'),
    saw: fc.constantFrom('latest', 'latest', 'latest', 'earlier', 'another'),
    words: fc.constantFrom('this', 'that'),
  }),
  { maxLength: 30 },
);

/** The rules told once more, in another way: who has signed what since it was proposed. */
function modelOfContract() {
  let isOpen = true;
  let isEnded = false;
  let waiting: { digest: string; signers: Set<Side> } | undefined;
  let binding: string | undefined;
  return {
    binding: () => binding,
    may(what: Act['what'], by: Side, digest: string, erasedBefore: boolean): boolean {
      if (what === 'erase') return isEnded && !erasedBefore;
      if (isEnded) return false;
      if (what === 'propose') return isOpen;
      if (what === 'take back') return waiting !== undefined;
      if (what === 'sign') return waiting?.digest === digest && !waiting.signers.has(by);
      if (what === 'amend') return binding !== undefined && !isOpen && !waiting;
      if (what === 'drop amendment') return binding !== undefined && isOpen;
      return true;
    },
    did(what: Act['what'], by: Side, digest: string): void {
      if (what === 'propose') waiting = { digest, signers: new Set() };
      if (what === 'propose') isOpen = false;
      if (what === 'take back') isOpen = true;
      if (what === 'take back') waiting = undefined;
      if (what === 'amend') isOpen = true;
      if (what === 'drop amendment') isOpen = false;
      if (what === 'end') {
        isEnded = true;
        isOpen = false;
        waiting = undefined;
      }
      if (what !== 'sign' || !waiting) return;
      waiting.signers.add(by);
      if (waiting.signers.size < 2) return;
      binding = waiting.digest;
      waiting = undefined;
    },
  };
}

describe('A contract, whatever two people do in whatever order', () => {
  it('is active only when both have signed the very same version, says no by name, and verifies after every act', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(acts, all => {
        const played = playedContract();
        const model = modelOfContract();
        for (const { what, by, saw, words } of all) {
          const { head } = played.facts();
          const digests = played.versions();
          const latest = digests.at(-1) ?? 'none';
          const digest = { latest, earlier: digests.at(-2) ?? 'none', another: 'f'.repeat(64) }[saw];
          const erasedBefore = hasErased(played.facts(), by);
          const offered = contract.actsNow(head, by, erasedBefore).some(each => each === what);
          const may = model.may(what, by, digest, erasedBefore);
          const outcome = played.act(what, by, { digest, words });

          assert.equal(!isRefusal(outcome), may, `${what} by ${by} in ${head.stage}`);
          if (what !== 'sign' || saw === 'latest') assert.equal(offered, may, `${what} is offered wrongly`);
          if (isRefusal(outcome)) {
            assert.ok(
              contractRefusals.some(code => code === outcome.refused),
              outcome.refused,
            );
            seen.add(outcome.refused);
          } else model.did(what, by, what === 'propose' ? (played.versions().at(-1) ?? '') : digest);

          const { head: now } = played.facts();
          const bound = now.active === undefined ? undefined : played.versions()[now.active - 1];
          assert.equal(bound, model.binding());
          if (bound !== undefined) assert.deepEqual(played.signersOf(bound), ['mentee', 'mentor']);
          if (now.stage === 'active') assert.notEqual(bound, undefined);
          assert.deepEqual(played.verify().problems, []);
        }
      }),
      { numRuns: 400 },
    );
    for (const code of ['not proposed', 'already proposed', 'not this version', 'already signed'] as const)
      assert.ok(seen.has(code), `${code} was never met, so the property says nothing of it`);
    for (const code of ['not active', 'contract ended', 'not ended', 'already erased'] as const)
      assert.ok(seen.has(code), `${code} was never met, so the property says nothing of it`);
  });

  it('lets a signature lapse with the proposal that it was under', () => {
    const played = playedContract();
    played.act('propose', 'mentee', { words: 'this' });
    const [first = ''] = played.versions();
    played.act('sign', 'mentee', { digest: first });
    played.act('take back', 'mentor', {});
    played.act('propose', 'mentor', { words: 'this' });
    const second = played.versions().at(-1) ?? '';
    assert.notEqual(second, first);
    played.act('sign', 'mentor', { digest: second });
    assert.equal(played.facts().head.stage, 'proposed');
    assert.deepEqual(played.act('sign', 'mentee', { digest: first }), { refused: 'not this version' });
  });

  it('binds as it was until a change is signed by both', () => {
    const played = playedContract();
    played.act('propose', 'mentee', { words: 'this' });
    const [first = ''] = played.versions();
    played.act('sign', 'mentee', { digest: first });
    played.act('sign', 'mentor', { digest: first });
    played.act('amend', 'mentor', {});
    played.act('propose', 'mentor', { words: 'that' });
    const second = played.versions().at(-1) ?? '';
    played.act('sign', 'mentor', { digest: second });
    assert.deepEqual([played.facts().head.stage, played.facts().head.active], ['active', 1]);
    played.act('sign', 'mentee', { digest: second });
    assert.equal(played.facts().head.active, 2);
  });
});
