import assert from 'node:assert/strict';
import * as adaptive from 'adaptivecards';
import fc from 'fast-check';
import { type Card, escapeMarkdown } from '../../bot/conversation/cards/card.ts';
import { wording } from '../../bot/conversation/cards/wording.ts';
import { everyCard, everyMeeting, type Texts } from './every-card.ts';

const plain: Texts = { name: 'Priya Varghese', role: 'General Manager, Surgery', shared: 'I lead a bay.' };
const long: Texts = {
  name: 'Venkatanarasimharaju Subrahmanyam Chandrasekharan-Ramaswamy '.repeat(3),
  role: 'Consultant in Everything That Has a Long Name '.repeat(6),
  shared: 'ß€'.repeat(500),
};

type Part = { readonly [name: string]: unknown };
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a card, itself included; not what its buttons send. */
function parts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (!isPart(value)) return [];
  return [value, ...Object.entries(value).flatMap(([name, part]) => (name === 'data' ? [] : parts(part)))];
}

describe('Every card that the product sends', () => {
  const cards = [...everyCard(plain), ...everyCard(long)];
  const known = new Set([
    'AdaptiveCard',
    'RichTextBlock',
    'TextRun',
    'ActionSet',
    'Container',
    'Input.Text',
    'Input.Time',
    'Input.Toggle',
    'Input.ChoiceSet',
    'Action.Execute',
    'Action.ToggleVisibility',
    'Action.OpenUrl',
  ]);

  it('leads nowhere but to Teams', () => {
    const links = cards.flatMap(parts).filter(({ type }) => type === 'Action.OpenUrl');
    assert.ok(links.length > 10);
    for (const { url } of links) assert.match(String(url), /^https:\/\/teams\.microsoft\.com\/l\//);
  });

  it('B-07 is of version 1.5, made of elements that every Teams client draws', () => {
    assert.ok(cards.length > 100);
    for (const card of cards) {
      assert.equal(card.version, '1.5');
      for (const { type } of parts(card))
        assert.ok(type === undefined || known.has(String(type)), String(type));
    }
  });

  it('B-07 is understood whole by the library that draws cards', () => {
    for (const card of cards) {
      const context = new adaptive.SerializationContext(adaptive.Versions.v1_5);
      const drawn = new adaptive.AdaptiveCard();
      drawn.parse(JSON.parse(JSON.stringify(card)), context);
      const problems = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        drawn.validateProperties().validationEvents.map(({ message }) => message),
        [],
      );
      assert.equal(drawn.getItemCount(), card.body.length);
    }
  });

  it('B-07 has at most six buttons in a row, one of them the main one at most, and is under 28 KB', () => {
    for (const card of cards) {
      const rows = parts(card).flatMap(({ actions }) => (Array.isArray(actions) ? [actions] : []));
      for (const row of rows) assert.ok(row.length <= 6);
      const buttons = parts(card).filter(({ type }) => type === 'Action.Execute');
      assert.ok(buttons.filter(({ style }) => style === 'positive').length <= 1);
      assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 28 * 1024);
    }
  });

  it('B-07 has buttons that say what they do, each once', () => {
    for (const card of everyCard(plain)) {
      const buttons = parts(card).filter(({ type }) => type === 'Action.Execute');
      for (const { title, tooltip } of buttons) {
        assert.match(String(title), /^[A-Z0-9].{2,45}$|^mid(day|night)$/);
        if (/^[\d.]+[ap]m$|^midday$/.test(String(title)))
          assert.match(String(tooltip), /^\w+day \d+ \w+ \d{4}, /);
      }
      const said = buttons.map(({ title, tooltip }) => tooltip ?? title);
      assert.equal(new Set(said).size, said.length, said.join(', '));
    }
  });

  it('B-08 has a label and an error message on every field, and words where it cannot be drawn or is read out', () => {
    for (const card of cards) {
      assert.ok(card.fallbackText.trim() !== '' && card.speak.trim() !== '');
      const fields = parts(card).filter(({ type }) => String(type).startsWith('Input.'));
      for (const { id, label, errorMessage } of fields) {
        assert.match(String(id), /^[a-z]+$/);
        assert.ok(typeof label === 'string' && label.length > 2);
        assert.match(String(errorMessage), /^[A-Z].+\.$/);
      }
      assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
    }
  });

  it('B-08 leaves wrong fields out of the way of buttons that need none of them', () => {
    for (const card of cards) {
      const needFields = new Set([
        'refine',
        'not-for-me',
        'can-meet',
        'book',
        'book-session',
        'propose',
        'suggest',
        'manager-chat',
      ]);
      if (!parts(card).some(({ type }) => String(type).startsWith('Input.'))) continue;
      for (const { type, verb, associatedInputs } of parts(card)) {
        if (type !== 'Action.Execute') continue;
        assert.equal(associatedInputs === 'none', !needFields.has(String(verb)), String(verb));
      }
    }
  });
});

describe('What people write, on a card', () => {
  const markup = fc.constantFrom(
    '[x](https://evil.example)',
    '<b>x</b>',
    '<a href="https://evil.example">x</a>',
    '**x**',
    '_x_',
    '![x](https://evil.example/x.png)',
    '\u202eevil\u202c',
    '\u200b\u200f',
    '{{DATE(2026-01-01)}}',
    '$(name)',
    '# x\n- y',
    '`x`',
    '|a|b|',
    '&lt;script&gt;',
    '\u0000',
  );
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), markup), { minLength: 1, maxLength: 4 })
    .map(some => `x${some.join(' ')}`);
  const texts = fc.record({ name: text, role: text, shared: text });

  /** The card without its words: what is left must not depend on them. */
  const shape = (card: Card) =>
    JSON.stringify(card, (key, value) =>
      ['text', 'title', 'label', 'speak', 'fallbackText', 'placeholder', 'tooltip'].includes(key)
        ? ''
        : value,
    );
  const shapes = everyCard(plain).map(shape);

  it('changes nothing of a card but its words', () => {
    fc.assert(
      fc.property(texts, written => {
        assert.deepEqual(everyCard(written).map(shape), shapes);
      }),
      { numRuns: 15 },
    );
  });

  it('stands only where nothing reads markup, and without characters that hide or turn it', () => {
    fc.assert(
      fc.property(texts, written => {
        for (const part of everyCard(written).flatMap(parts)) {
          assert.notEqual(part.type, 'TextBlock');
          if (part.type === 'Input.ChoiceSet' && part.id !== 'days' && part.id !== 'mode') {
            assert.equal(part.style, 'compact');
          }
          for (const value of Object.values(part)) {
            if (typeof value === 'string') {
              assert.doesNotMatch(value, /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\n]/u);
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is escaped in the text of a message, which Teams reads as markdown', () => {
    fc.assert(
      fc.property(text, written => {
        const bare = escapeMarkdown(written).replace(/\\[\\[\]()*_~`#>|!<&]/g, '');
        assert.doesNotMatch(bare, /[[\]()*_~`#>|!<&\\\u202a-\u202e\u200b-\u200f]/);
      }),
    );
  });

  it('is escaped in all that a person is told unasked', () => {
    for (const seen of everyMeeting({ ...plain, name: '*Sam* [x](https://evil.example) <b>' })) {
      assert.doesNotMatch(wording.changed(seen).replace(/\\./g, ''), /[[\]()*<]/);
    }
    assert.equal(
      wording.hello('[Sam](x)'),
      'Hello \\[Sam\\]\\(x\\). Tell us in your own words what you would like from a mentor.',
    );
  });
});
