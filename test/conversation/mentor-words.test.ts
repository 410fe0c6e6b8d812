import assert from 'node:assert/strict';
import {
  bookWith,
  cardOf,
  first,
  mentorsIn,
  onlyCard,
  said,
  sentence,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('What a mentor decides by typing', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const asif = () => world().person('Asif Rahman');

  it('is to be left alone until a day, to the day, in search and in booking', async () => {
    await sam().say(sentence);
    const times = onlyCard(await sam().say('book Asif'));
    assert.match(
      said(await asif().say('Pause me until 5 January.')),
      /^You are paused\. Nobody finds or books you until Tuesday 5 January 2027\. Type “find me again”/,
    );
    assert.ok(!mentorsIn(await sam().say(sentence)).includes('Asif Rahman'));
    const { message } = await sam().press(times, 'More times');
    assert.equal(message, 'This mentor is taking a break. Type “more” to see others.');
    assert.equal(said(await asif().say('find me again')), 'You can be found again.');
    assert.ok(mentorsIn(await sam().say(sentence)).includes('Asif Rahman'));
  });

  for (const typed of ['pause me', 'pause me until yesterday', 'pause me for a bit']) {
    it(`needs a day to come: “${typed}”`, async () => {
      assert.match(said(await asif().say(typed)), /^Say until when, for example: pause me until 5 January\./);
      assert.ok(mentorsIn(await sam().say(sentence)).includes('Asif Rahman'));
    });
  }

  it('is to be asked first: nothing is in a calendar until they say yes', async () => {
    await asif().install();
    assert.match(said(await asif().say('ask me first')), /^From now on you are asked first\./);
    const { booked } = await bookWith(world(), sam(), 'Asif');
    assert.match(wordsOn(booked), /Waiting for Asif, who is asked first\./);
    const { body } = await world().graphAs('Asif Rahman', '/me/events?$top=100');
    assert.ok(!JSON.stringify(body).includes('Sam Okoro'));
    const asked = first(asif().lastCards());
    assert.match(
      wordsOn(asked),
      /Sam Okoro would like a chemistry meeting with you\nThey wait for your answer\./,
    );
    assert.deepEqual(titlesOn(asked), ['Accept', 'Another time', 'Not now']);
    assert.match(
      wordsOn(cardOf(await asif().press(asked, 'Accept'))),
      /You said yes\. It is in both calendars\./,
    );
    await world().settled();
    assert.match(
      said(await asif().say('no need to ask me first')),
      /^From now on a meeting goes straight into both/,
    );
  });

  for (const typed of [
    'pause me until 5 January',
    'find me again',
    'ask me first',
    'no need to ask me first',
  ]) {
    it(`is not for somebody who is on no register: “${typed}”`, async () => {
      assert.equal(
        said(await sam().say(typed)),
        'This is for mentors on the register. Ask your coordinator to add you.',
      );
    });
  }
});
