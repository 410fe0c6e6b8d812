import assert from 'node:assert/strict';
import { commands } from '../../bot/conversation/typed-words.ts';
import { onlyCard, said, titlesOn, wordsOn, worldOfThisFile } from './in-the-chat.ts';

describe('What people type to the bot, held to what Teams asks', () => {
  const world = worldOfThisFile();
  const helpTitle = /^Four things you can type/;

  for (const greeting of ['hi', 'Hello', 'hello there!', 'Good morning.']) {
    it(`B-01 answers ${greeting} by name, with four things that one can type`, async () => {
      const [message, ...more] = await world().person('Sam Okoro').say(greeting);
      assert.deepEqual(more, []);
      assert.match(message?.text ?? '', /^Hello Sam\./);
      assert.match(wordsOn(onlyCard(message ? [message] : [])), helpTitle);
    });
  }

  it('B-01 answers help with four buttons, each of which does what it says', async () => {
    const sam = world().person('Sam Okoro');
    const help = onlyCard(await sam.say('help'));
    assert.deepEqual(titlesOn(help), [
      'I want to move into management',
      'My meetings',
      'More mentors',
      'Start again',
    ]);
    for (const title of titlesOn(help)) {
      const before = sam.messages().length;
      const { status, message, card } = await sam.press(onlyCard(await sam.say('help')), title);
      assert.equal(status, 200);
      const came = sam.messages().length > before + 2;
      assert.ok(came || message || card, `${title} does nothing`);
      assert.doesNotMatch(message ?? '', /older message/);
    }
  });

  for (const typed of [
    'more',
    'show me more',
    'other mentors',
    'start again',
    'my meetings',
    'accept',
    'another time',
    'not now',
    'cancel',
    'cancel my meeting',
    'move it',
    'book 1',
    'book the second one',
    'book it',
    'send these times',
    'move it here',
    'more times',
    'when I can meet',
    'help',
    '?',
    'hi',
  ]) {
    it(`B-01 takes “${typed}” for a command, never for a need`, async () => {
      const handlers = commands.filter(({ words }) => words.test(typed.toLowerCase()));
      assert.ok(handlers.length > 0);
      const answer = said(await world().person('Priya Varghese').say(typed));
      assert.notEqual(answer, '');
      assert.doesNotMatch(answer, /These mentors fit|may still help/);
    });
  }

  const strange: readonly [what: string, text: string, extra?: Record<string, unknown>][] = [
    ['nothing it knows', 'qwrtz plmkn vbgfd'],
    ['an empty message', ''],
    ['blanks', ' \n\t '],
    ['emoji alone', '🙂🎉👩🏽‍⚕️'],
    ['20,000 characters', 'manage '.repeat(2858)],
    ['HTML', '<p>I want to <b>manage</b></p><script>alert(1)</script>', { textFormat: 'xml' }],
    ['half a tag', '<<<>>> </ <at>'],
    [
      'a picture alone',
      '',
      { attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x.png' }] },
    ],
    [
      'a file with no text at all',
      '',
      { text: undefined, attachments: [{ contentType: 'application/pdf' }] },
    ],
    ['what a form of another app sends', '', { text: undefined, value: { any: ['thing'] } }],
  ];
  for (const [what, text, extra] of strange) {
    it(`B-02 gives a way forward after ${what}`, async () => {
      const sam = world().person('Sam Okoro');
      const logged = world().log.length;
      const answer = await sam.say(text, extra);
      const words = said(answer);
      assert.ok(
        /“help”|in a sentence|in words|in other words|may still help|These mentors fit/.test(words),
        words,
      );
      assert.doesNotMatch(words, /\bat .+:\d+|Error|undefined|\[object|<script/);
      assert.deepEqual(world().log.slice(logged), []);
    });
  }

  it('B-02 says of a picture that it reads text only', async () => {
    const attachments = [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x.png' }];
    assert.match(
      said(await world().person('Sam Okoro').say('', { attachments })),
      /^We can read text only\./,
    );
  });

  it('B-02 reads a formatted message, which Teams sends once more as an attachment', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>my meetings</p>' }];
    const answer = await world().person('Meera Pillai').say('my meetings', { attachments });
    assert.match(said(answer), /^You have no meetings\./);
  });

  it('B-02 refuses a body over the limit and goes on answering', async () => {
    const sam = world().person('Sam Okoro');
    const { status } = await sam.raw({ type: 'message', text: 'x'.repeat(3_000_000) });
    assert.ok(status >= 400 && status < 500, `${status}`);
    assert.match(said(await sam.say('help')), /Four things you can type/);
  });
});
