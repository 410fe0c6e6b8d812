import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flowOfText } from '../../../bot/adapters/pdf/flow-of-text.ts';
import { linesOf } from '../../../bot/adapters/pdf/lines-of.ts';
import { type Piece, shownText, standIn } from '../../../bot/adapters/pdf/shown-text.ts';

const isLatin = (codePoint: number) => codePoint < 0x250;
const shown = (pieces: readonly Piece[]) => pieces.map(piece => piece.shown).join('');
const meant = (pieces: readonly Piece[]) => pieces.map(piece => piece.meant ?? piece.shown).join('');

describe('Text that is set in lines', () => {
  /** Every character is as wide as one. */
  const lines = (text: string, width: number) =>
    linesOf(shownText(text, isLatin), width, words => words.length);

  it('breaks after spaces, which stay at the end of a line so that words stay apart', () => {
    assert.deepEqual(lines('one two three', 8).map(shown), ['one two ', 'three']);
  });

  it('breaks a word only where it is wider than a line', () => {
    assert.deepEqual(lines('an abcdefgh i', 5).map(shown), ['an ', 'abcde', 'fgh i']);
  });

  it('loses no character of whatever anybody writes, and is never wider than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const whole = shownText(text, isLatin);
        const broken = lines(text, width);
        assert.equal(meant(broken.flat()), meant(whole));
        assert.equal(shown(broken.flat()), shown(whole));
        for (const line of broken) {
          const [first] = new Intl.Segmenter('en-GB').segment(shown(line));
          assert.ok(shown(line).trimEnd().length <= Math.max(width, first?.segment.length ?? 0));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows a stand-in for each character that the typeface lacks, with what it stands for', () => {
    assert.deepEqual(shownText('Ms 陳大 Lee', isLatin), [
      { shown: 'Ms ' },
      { shown: standIn + standIn, meant: '陳大' },
      { shown: ' Lee' },
    ]);
  });

  it('leaves out what turns or hides text, and joins accents to their letters', () => {
    assert.deepEqual(shownText(' Sia\u0302n\u202e\u200b  Wyn\u0000 ', isLatin), [{ shown: 'Siân Wyn' }]);
  });
});

describe('What people wrote in lines', () => {
  it('is paragraphs, and lists where lines begin with a bullet or a number', () => {
    assert.deepEqual(flowOfText('We agree:\r\n- one\n• two\n\n3) three\nAt 3.30pm - or later\n1.5 hours'), [
      { is: 'paragraph', text: 'We agree:' },
      {
        is: 'list',
        items: [
          { label: '•', text: 'one' },
          { label: '•', text: 'two' },
        ],
      },
      { is: 'list', items: [{ label: '3.', text: 'three' }] },
      { is: 'paragraph', text: 'At 3.30pm - or later' },
      { is: 'paragraph', text: '1.5 hours' },
    ]);
  });
});
