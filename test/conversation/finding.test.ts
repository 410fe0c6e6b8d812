import assert from 'node:assert/strict';
import {
  first,
  mentorsIn,
  onlyCard,
  said,
  sentence,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

/** “Leave out” is on the part that “Not for me” opens. */
const cardButtons = ['Leave out', 'Book a chemistry meeting', 'More like this', 'Not for me'];

describe('Finding a mentor in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');

  it('shows three mentors with reasons side by side, and says above what it understood', async () => {
    const [message] = await sam().say(sentence);
    assert.ok(message);
    assert.equal(message.layout, 'carousel');
    assert.equal(
      message.text,
      'Understood: moving into management · near Leeds · Thursdays. These mentors fit.',
    );
    assert.equal(message.cards.length, 3);
    for (const card of message.cards) {
      assert.match(wordsOn(card), /• Helps with moving into management/);
      assert.ok(
        wordsOn(card)
          .split('\n')
          .filter(line => line.startsWith('•')).length <= 3,
      );
      assert.deepEqual(titlesOn(card), cardButtons);
      assert.match(String(card.speak), /^[^·]+, .+, .+ /);
    }
  });

  it('never shows whoever manages the person, directly or further up, however much they fit', async () => {
    const management = new Set(['Margaret O’Donoghue', 'Daniel Akhtar']);
    let shown = mentorsIn(await sam().say('A nurse at Leeds Riverside to help me move into management'));
    for (let page = 0; shown.length > 0 && page < 12; page += 1) {
      assert.deepEqual(
        shown.filter(name => management.has(name)),
        [],
      );
      shown = mentorsIn(await sam().say('more'));
    }
    const somebodyElse = world().person('Meera Pillai');
    let others = mentorsIn(await somebodyElse.say(sentence));
    const all = new Set(others);
    for (let page = 0; others.length > 0 && page < 12; page += 1) {
      others = mentorsIn(await somebodyElse.say('more'));
      for (const name of others) all.add(name);
    }
    assert.ok(all.has('Margaret O’Donoghue'), 'the manager is a mentor whom others find');
  });

  it('shows mentors of the own organisation too, and leaves them out when that is asked for', async () => {
    const own = (messages: Awaited<ReturnType<ReturnType<typeof sam>['say']>>) =>
      messages
        .flatMap(({ cards }) => cards)
        .filter(card => wordsOn(card).includes('Leeds Riverside Hospitals'));
    assert.ok(own(await sam().say(sentence)).length > 0);
    let shown = await sam().say(`${sentence}, outside my organisation`);
    for (let page = 0; mentorsIn(shown).length > 0 && page < 12; page += 1) {
      assert.deepEqual(own(shown), []);
      shown = await sam().say('more');
    }
  });

  it('never shows people themselves', async () => {
    const priya = world().person('Priya Varghese');
    let shown = mentorsIn(await priya.say('I want to move into management'));
    for (let page = 0; shown.length > 0 && page < 12; page += 1) {
      assert.ok(!shown.includes('Priya Varghese'));
      shown = mentorsIn(await priya.say('more'));
    }
  });

  it('shows others each time more is asked for, until it says that this was everybody', async () => {
    const seen = new Set(mentorsIn(await sam().say(sentence)));
    for (let page = 0; page < 15; page += 1) {
      const answer = await sam().say('more');
      const names = mentorsIn(answer);
      if (names.length === 0) {
        assert.match(said(answer), /^That was everybody who fits\./);
        assert.deepEqual(titlesOn(onlyCard(answer)).slice(-2), ['Look again', 'Start again']);
        return;
      }
      for (const name of names) assert.ok(!seen.has(name), `${name} comes twice`);
      for (const name of names) seen.add(name);
    }
    assert.fail('more never ends');
  });

  it('shows more by the button too, and says so once', async () => {
    const [, below] = await sam().say(sentence);
    assert.ok(below);
    const { status, message } = await sam().press(below, 'Show 3 more');
    assert.equal(status, 200);
    assert.equal(message, '');
    const now = sam().messages().at(-2);
    assert.equal(now?.text, 'These fit too.');
  });

  it('keeps the need when it is refined on the card', async () => {
    const [, below] = await sam().say(sentence);
    assert.ok(below);
    await sam().press(below, 'Look again', { text: 'online, on a Monday' });
    const mentors = sam().messages().at(-2);
    assert.equal(
      mentors?.text,
      'Understood: moving into management · near Leeds · online · Mondays. 2 mentors have all of that. Others come close.',
    );
    assert.equal(mentors?.cards.length, 3);
  });

  it('keeps the need when a few words that narrow it are typed', async () => {
    await sam().say(sentence);
    const [mentors] = await sam().say('Online, on a Monday');
    assert.match(
      mentors?.text ?? '',
      /^Understood: moving into management · near Leeds · online · Mondays\./,
    );
  });

  it('takes a new need for a new one, whatever was sought before', async () => {
    await sam().say(sentence);
    const [mentors] = await sam().say('I dread public speaking');
    assert.match(mentors?.text ?? '', /^Understood: presenting and public speaking\./);
  });

  it('asks for words when the field on the card is left empty, and keeps the card', async () => {
    const [, below] = await sam().say(sentence);
    assert.ok(below);
    const { message, card } = await sam().press(below, 'Look again');
    assert.match(message ?? '', /^Tell us in words/);
    assert.equal(card, undefined);
  });

  it('forgets what was sought when it starts again', async () => {
    await sam().say(sentence);
    assert.match(said(await sam().say('start again')), /^We start again\./);
    assert.match(said(await sam().say('more')), /^Tell us first/);
    assert.match(said(await sam().say('book 1')), /^Tell us first/);
  });

  it('offers times with the first, the third, or the one of that name', async () => {
    const names = mentorsIn(await sam().say(sentence));
    for (const [typed, at] of [
      ['book 1', 0],
      ['book the third', 2],
      ['book with the 2', 1],
    ] as const) {
      assert.equal(wordsOn(onlyCard(await sam().say(typed))).split('\n')[0], `30 minutes with ${names[at]}`);
    }
    const surname = first(names).split(' ').at(-1);
    const byName = onlyCard(await sam().say(`Book ${surname}`));
    assert.equal(wordsOn(byName).split('\n')[0], `30 minutes with ${names[0]}`);
  });

  it('keeps what was found when what comes next means nothing', async () => {
    const [name] = mentorsIn(await sam().say(sentence));
    await sam().say('qwrtz plmkn vbgfd');
    assert.match(wordsOn(onlyCard(await sam().say('book 1'))), new RegExp(`^30 minutes with ${name}`));
  });

  it('leaves out a mentor who has paused, also from what was found before', async () => {
    const names = mentorsIn(await sam().say(sentence));
    const paused = world().person(first(names));
    await paused.say('pause me until 5 January');
    assert.ok(!mentorsIn(await sam().say(sentence)).includes(first(names)));
    await paused.say('find me again');
    assert.ok(mentorsIn(await sam().say(sentence)).includes(first(names)));
  });

  it('names a mentor who cannot be reached, says so, and offers nothing that would fail', async () => {
    const social = onCard(
      await sam().say('a social worker in Wakefield for my portfolio and revalidation'),
      'Social Worker',
    );
    assert.match(wordsOn(social), /Has not joined yet, so cannot be booked now\./);
    assert.deepEqual(titlesOn(social), ['Leave out', 'More like this', 'Not for me']);
  });

  it('says of a mentor of the same tenant who has not joined that the invitation tells them', async () => {
    const card = onCard(
      await sam().say('quality improvement, research and academia, a midwife'),
      'Consultant Midwife',
    );
    assert.match(wordsOn(card), /Has not joined yet\. Your invitation in Outlook tells them about it\./);
    assert.deepEqual(titlesOn(card), cardButtons);
  });

  function onCard(messages: Awaited<ReturnType<ReturnType<typeof sam>['say']>>, words: string) {
    const card = messages.flatMap(({ cards }) => cards).find(each => wordsOn(each).includes(words));
    assert.ok(card, `${words} is not among ${mentorsIn(messages).join(', ')}`);
    return card;
  }
});
