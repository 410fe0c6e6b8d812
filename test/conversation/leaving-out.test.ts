import assert from 'node:assert/strict';
import { personPartition } from '../../bot/records/partitions.ts';
import type { TalkRecord } from '../../bot/records/talk-record.ts';
import type { Card } from '../../infra/local/teams/activity.ts';
import { dataOf, press, pressNewest, profileIdOf } from '../support/booking-by-chat.ts';
import type { SeenMessage, TeamsPerson } from '../support/teams-person.ts';
import {
  bookWith,
  cardOf,
  choose,
  everythingStored,
  first,
  mentorsIn,
  onlyCard,
  said,
  sentence,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

/** Everybody whom this need finds, to the last. */
async function everyMentor(person: TeamsPerson, need = sentence): Promise<readonly string[]> {
  const all: string[] = [];
  for (let typed = need; all.length < 60; typed = 'more') {
    const found = mentorsIn(await person.say(typed));
    if (found.length === 0) return all;
    all.push(...found);
  }
  throw new Error('It never ends');
}

describe('A mentor who is not for somebody', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const talkOf = async (person: TeamsPerson) =>
    (await world().store.read<TalkRecord>(personPartition(person), 'talk'))?.document;

  async function leaveOut(on: SeenMessage | undefined, inputs: Readonly<Record<string, string>> = {}) {
    const before = sam().messages().length;
    const answer = await sam().press(on ?? assert.fail('nobody found'), 'Leave out', inputs);
    await world().settled();
    return { card: cardOf(answer), messages: sam().messages().slice(before) };
  }

  it('goes from the search in place of one quiet line, and three others follow', async () => {
    const [found] = await sam().say(sentence);
    const names = mentorsIn(found ? [found] : []);
    const { card, messages } = await leaveOut(found);
    assert.equal(wordsOn(card), `Left out: ${names[0]}\nGone from this search.`);
    assert.deepEqual(titlesOn(card), ['Undo']);
    assert.equal(messages.length, 1);
    const others = mentorsIn(messages);
    assert.equal(others.length, 3);
    assert.deepEqual(
      others.filter(name => names.includes(name)),
      [],
    );
    assert.ok(!mentorsIn(await sam().say('more')).includes(first(names)));
    assert.ok(!mentorsIn(await sam().say('online')).includes(first(names)), 'nor when it is refined');
    assert.ok(mentorsIn(await sam().say(sentence)).length > 0);
  });

  it('changes who comes next when a reason is given, kept as an id and a code', async () => {
    const [found] = await sam().say('I want to move into management');
    const [name] = mentorsIn(found ? [found] : []);
    await leaveOut(found, { reason: 'other profession' });
    const { search } = (await talkOf(sam())) ?? {};
    assert.deepEqual(search?.notForMe, [
      { profileId: profileIdOf(world(), first([name ?? ''])), because: 'other profession' },
    ]);
  });

  it('comes back with Undo, as the same card', async () => {
    const [found] = await sam().say(sentence);
    const [name] = mentorsIn(found ? [found] : []);
    await leaveOut(found);
    const now = sam()
      .messages()
      .find(({ id }) => id === found?.id);
    const back = cardOf(await sam().press(now ?? assert.fail(), 'Undo'));
    assert.match(wordsOn(back), new RegExp(`· ${name}\\n`));
    assert.deepEqual((await talkOf(sam()))?.search?.notForMe, []);
  });

  for (const [typed, because] of [
    ['not the first, too far', 'too far'],
    ['not the first', undefined],
    ['Not the first, wrong profession', 'other profession'],
    ['leave out the 1 because I want to meet online', 'not this way of meeting'],
    ['not the first: not what I need help with', 'other focus'],
    ['not the first, too senior for me', 'too senior'],
  ] as const) {
    it(`can be told so in words: “${typed}”`, async () => {
      const [name] = mentorsIn(await sam().say(sentence));
      const [left] = await sam().say(typed);
      assert.match(wordsOn(first(left?.cards ?? [])), new RegExp(`^Left out: ${name}`));
      const { search } = (await talkOf(sam())) ?? {};
      assert.deepEqual(
        search?.notForMe?.map(each => each.because),
        [because],
      );
      const back = await sam().say('undo');
      assert.match(said(back), new RegExp(`· ${name}`));
    });
  }

  it('can be told so by name', async () => {
    const [, second] = mentorsIn(await sam().say(sentence));
    const surname = second?.split(' ').at(-1);
    assert.match(said(await sam().say(`not ${surname}, too far`)), new RegExp(`^\\s*Left out: ${second}`));
  });

  it('says so when the one meant is not on the screen', async () => {
    const meera = world().person('Meera Pillai');
    assert.match(said(await meera.say('not the second')), /^That mentor is not on the screen now\./);
    assert.match(said(await meera.say('more like the second')), /^That mentor is not on the screen now\./);
  });

  it('who is known or a colleague is found by neither of the two any more, in no search, nor booked', async () => {
    const times = await choose(sam(), 'Priya');
    await sam().say(sentence);
    await moreUntil(sam(), 'Priya Varghese');
    const [left] = await sam().say('not Priya, we work together');
    assert.match(said(left ? [left] : []), /You two do not find each other any more\. Nobody is told\./);
    assert.ok(!(await everyMentor(sam())).includes('Priya Varghese'));
    const { message } = await sam().press(times, 'More times');
    assert.match(message ?? '', /^You have left this mentor out\. Type “who is left out”/);
    assert.match(
      wordsOn(onlyCard(await sam().say('who is left out'))),
      /Priya Varghese: you know each other/,
    );
    const list = sam().messages().at(-1) ?? assert.fail();
    const after = cardOf(await sam().press(list, 'Show Priya Varghese again'));
    assert.equal(wordsOn(after), 'You have left nobody out for good.');
    assert.ok((await everyMentor(sam())).includes('Priya Varghese'));
  });

  it('is never shown again when that is asked for, until everyone is', async () => {
    const [found] = await sam().say(sentence);
    const [name = ''] = mentorsIn(found ? [found] : []);
    const { card } = await leaveOut(found, { reason: 'never again' });
    assert.match(wordsOn(card), /You do not see each other here any more\. Nobody is told\./);
    assert.ok(!(await everyMentor(sam())).includes(name));
    assert.match(said(await sam().say('show everyone again')), /^Everyone can be shown again/);
    assert.ok((await everyMentor(sam())).includes(name));
  });

  it('is in no document but by ids and codes', async () => {
    await sam().say(sentence);
    await sam().say('not the first, because of the zebra in Xanadu');
    const all = [...(await everythingStored(world())).values()].join('\n');
    assert.doesNotMatch(all, /zebra|xanadu/i);
  });
});

async function moreUntil(person: TeamsPerson, name: string): Promise<void> {
  for (let page = 0; page < 12; page += 1) {
    if (person.lastCards().length > 0 && mentorsIn(person.messages().slice(-2)).includes(name)) return;
    await person.say('more');
  }
  throw new Error(`${name} does not come`);
}

describe('More like a mentor', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');

  it('shows three others who help with the same, by the button', async () => {
    const [found] = await sam().say(sentence);
    const names = mentorsIn(found ? [found] : []);
    const before = sam().messages().length;
    await sam().press(found ?? assert.fail(), 'More like this');
    const [like] = sam().messages().slice(before);
    assert.match(like?.text ?? '', new RegExp(`^These are like ${names[0]}\\.`));
    const others = mentorsIn(like ? [like] : []);
    assert.equal(others.length, 3);
    assert.deepEqual(
      others.filter(name => names.includes(name)),
      [],
    );
  });

  for (const typed of ['more like the second', 'show me more like the 2', 'more like the second one']) {
    it(`shows them in words: “${typed}”`, async () => {
      const [, second] = mentorsIn(await sam().say(sentence));
      const [like] = await sam().say(typed);
      assert.match(like?.text ?? '', new RegExp(`^These are like ${second}\\.`));
    });
  }

  it('goes on from there: what it went by can be taken off', async () => {
    const [, below] = await sam()
      .say('I want to move into management')
      .then(() => sam().say('more like the first'));
    assert.ok(titlesOn(first(below?.cards ?? [])).includes('Moving into management ×'));
    assert.ok(mentorsIn(await sam().say('without management')).length > 0);
  });
});

describe('A mentor who does not want to be asked by somebody again', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const asif = () => world().person('Asif Rahman');
  let notNow: Card;

  before(async () => {
    await asif().install();
    await bookWith(world(), sam(), 'Asif');
    notNow = cardOf(await pressNewest(world(), asif(), 'not-now'));
  });

  it('says so after not now; the mentee is told nothing, and finds and books them no more', async () => {
    const told = sam().messages().length;
    const answer = await press(asif(), 'never-ask-again', dataOf(notNow, 'never-ask-again'));
    assert.match(
      wordsOn(cardOf(answer)),
      /^Sam Okoro cannot ask you again\nSam does not find you any more, and is told nothing\./,
    );
    assert.equal(sam().messages().length, told);
    assert.ok(!(await everyMentor(sam())).includes('Asif Rahman'));
    assert.match(
      wordsOn(onlyCard(await sam().say('who is left out'))),
      /^You have left nobody out for good\./,
    );
    const book = await press(sam(), 'choose-time', { profileId: profileIdOf(world(), 'Asif Rahman') });
    assert.match(book.message ?? '', /This mentor has no place left now\./);
  });

  it('is counted among those who are not available, as if they had stopped', async () => {
    await sam().say(sentence);
    assert.match(said(await sam().say('why not others')), /1 is not available now/);
  });

  it('is shown to everybody else as before', async () => {
    assert.ok((await everyMentor(world().person('Kwame Mensah-Bonsu'))).includes('Asif Rahman'));
  });

  it('finds that person neither, where both are mentors', async () => {
    const priya = world().person('Priya Varghese');
    await priya.say('I want to move into management');
    await moreUntil(priya, 'Bernadette Quaye');
    await priya.say('not Bernadette, never again');
    const bernadette = world().person('Bernadette Quaye');
    assert.ok(!(await everyMentor(bernadette)).includes('Priya Varghese'));
    assert.match(wordsOn(onlyCard(await bernadette.say('who is left out'))), /^You have left nobody out/);
  });

  it('takes it back from the list, or by Undo, and can say it in words', async () => {
    assert.match(wordsOn(onlyCard(await asif().say('who is left out'))), /Sam Okoro: you said never again/);
    await asif().press(asif().messages().at(-1) ?? assert.fail(), 'Show Sam Okoro again');
    assert.ok((await everyMentor(sam())).includes('Asif Rahman'));
    assert.match(said(await asif().say('do not let Sam ask me again')), /^\s*Sam Okoro cannot ask you again/);
    assert.ok(!(await everyMentor(sam())).includes('Asif Rahman'));
    await asif().press(asif().messages().at(-1) ?? assert.fail(), 'Undo');
    assert.ok((await everyMentor(sam())).includes('Asif Rahman'));
  });

  it('is told where there is nobody whom it could be about', async () => {
    assert.match(
      said(await world().person('Meera Pillai').say('do not let them ask me again')),
      /^This is for somebody/,
    );
  });

  it('is the mentor’s word alone: nobody else can say it of a meeting that is not theirs', async () => {
    const data = { pairId: 'x', meetingId: 'y' };
    const forged = await press(sam(), 'never-ask-again', data);
    assert.match(forged.message ?? '', /That is not here/);
  });
});
