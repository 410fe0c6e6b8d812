import assert from 'node:assert/strict';
import { actionsOf } from '../support/card-press.ts';
import type { SeenMessage } from '../support/teams-person.ts';
import {
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

describe('What was understood, in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const answerAfter = (before: number) => sam().messages().slice(before);
  const understood = (messages: readonly SeenMessage[]) =>
    messages.find(({ text }) => text.startsWith('Understood'))?.text;
  const below = (messages: readonly SeenMessage[]) =>
    messages.find(({ cards }) => cards.some(card => wordsOn(card).includes('Not quite right?'))) ??
    assert.fail('no card to go on from');

  async function pressed(on: SeenMessage, button: string) {
    const before = sam().messages().length;
    const answer = await sam().press(on, button);
    await world().settled();
    return { answer, messages: answerAfter(before) };
  }

  it('is there part by part, each with a button that takes it off', async () => {
    const card = first(below(await sam().say(sentence)).cards);
    const chips = actionsOf(card).filter(({ verb }) => verb === 'take-off');
    assert.deepEqual(
      chips.map(({ title, data }) => [title, data]),
      [
        ['Moving into management ×', { criterionId: 'focus:moving-into-management' }],
        ['Near Leeds ×', { criterionId: 'place:leeds' }],
        ['Thursdays ×', { criterionId: 'day:thursday' }],
      ],
    );
    assert.deepEqual(
      chips.map(({ tooltip }) => tooltip),
      ['Take off: moving into management', 'Take off: near Leeds', 'Take off: Thursdays'],
    );
  });

  it('changes with a press: the card says what was taken off, and new mentors follow', async () => {
    const { answer, messages } = await pressed(below(await sam().say(sentence)), 'Near Leeds ×');
    const card = cardOf(answer);
    assert.equal(wordsOn(card), 'Taken off: near Leeds.');
    assert.deepEqual(titlesOn(card), ['Undo']);
    assert.equal(understood(messages), 'Understood: moving into management · Thursdays. These mentors fit.');
    assert.equal(mentorsIn(messages).length, 3);
  });

  it('is as before after Undo, by the button or by the word', async () => {
    const whole = 'Understood: moving into management · near Leeds · Thursdays. These mentors fit.';
    const before = below(await sam().say(sentence));
    await pressed(before, 'Near Leeds ×');
    const undone = await pressed(
      sam()
        .messages()
        .find(({ id }) => id === before.id) ?? before,
      'Undo',
    );
    assert.equal(understood(undone.messages), whole);
    await sam().say('without Thursdays');
    assert.equal(understood(await sam().say('undo')), whole);
    assert.equal(said(await sam().say('undo')), 'There is nothing to undo here.');
  });

  for (const [typed, left] of [
    ['without Leeds', 'moving into management · Thursdays'],
    ['take off thursday', 'moving into management · near Leeds'],
    ['Remove management.', 'near Leeds · Thursdays'],
    ['drop near Leeds', 'moving into management · Thursdays'],
  ] as const) {
    it(`changes with words too: “${typed}”`, async () => {
      await sam().say(sentence);
      const text = understood(await sam().say(typed));
      assert.ok(text?.startsWith(`Understood: ${left}. `), text);
    });
  }

  it('takes “not online” for a wish against it, whether online was asked for or not', async () => {
    await sam().say(`${sentence}, online`);
    const text = understood(await sam().say('not online'));
    assert.match(
      text ?? '',
      /^Understood: moving into management · near Leeds · in person · Thursdays · not online\./,
    );
  });

  it('says so when nothing is left to look for, and brings it back', async () => {
    await sam().say('confidence');
    assert.match(
      said(await sam().say('without confidence')),
      /^\s*Taken off: confidence\.\nNothing is left to look for\./,
    );
    assert.match(understood(await sam().say('undo')) ?? '', /^Understood: confidence\./);
  });

  it('is of the newest search: an old button that fits it no more changes nothing', async () => {
    const old = below(await sam().say(sentence));
    await sam().say('I dread public speaking');
    const { answer, messages } = await pressed(old, 'Near Leeds ×');
    assert.equal(answer.message, 'That is not part of what you look for now.');
    assert.deepEqual(messages, []);
  });

  it('says what was not understood, in the words that were typed, as text and never as markup', async () => {
    const card = first(
      below(await sam().say('I want to move into management, ideally with a *pet* owl')).cards,
    );
    assert.match(wordsOn(card), /We did not understand: “.*owl.*”\./);
  });

  it('is asked back where a name means two places, and either answer counts', async () => {
    const asked = below(await sam().say('I want to move into management, near Newcastle'));
    assert.match(wordsOn(first(asked.cards)), /Newcastle: which one\?/);
    const other = await pressed(asked, 'Newcastle-under-Lyme');
    assert.match(
      understood(other.messages) ?? '',
      /^Understood: moving into management · near Newcastle-under-Lyme\./,
    );
    const again = below(await sam().say('I want to move into management, near Newcastle'));
    const same = await pressed(again, 'Newcastle upon Tyne');
    assert.match(
      understood(same.messages) ?? '',
      /^Understood: moving into management · near Newcastle upon Tyne\./,
    );
  });

  it('offers what to leave out where fewer than three have all of it, with how many that gives', async () => {
    const narrow = await sam().say('move into management near Leeds, on Fridays');
    const have = Number(/(\d) mentors? ha(?:s|ve) all of that/.exec(understood(narrow) ?? '')?.[1] ?? 0);
    const wider = actionsOf(first(below(narrow).cards)).filter(({ title }) =>
      /: \d+ more$/.test(String(title)),
    );
    assert.ok(have < 3 && wider.length > 0, understood(narrow));
    const anyDay =
      wider.find(({ title }) => String(title).startsWith('Any day')) ?? assert.fail('no day to leave out');
    const more = Number(/\d+/.exec(String(anyDay.title))?.[0]);
    const { messages } = await pressed(below(narrow), String(anyDay.title));
    assert.match(understood(messages) ?? '', /^Understood: moving into management · near Leeds\./);
    const after = /(\d) mentors? ha/.exec(understood(messages) ?? '')?.[1];
    if (after !== undefined) assert.equal(Number(after), have + more);
    else assert.ok(have + more >= 3);
  });

  it('says that these come closest where nobody has all of it', async () => {
    const text = understood(
      await sam().say('move into management, someone who speaks Welsh, in person on a Sunday'),
    );
    assert.match(text ?? '', /Nobody has all of that\. These come closest\.$/);
  });
});

describe('Why not others', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');

  it('says how many each rule left out and names nobody, on the card and in words', async () => {
    const asif = world().person('Asif Rahman');
    await asif.say('pause me until 5 January');
    const [, below] = await sam().say(sentence);
    const card = first(below?.cards ?? []);
    assert.ok(titlesOn(card).includes('Why not others?'));
    assert.match(wordsOn(card), /These would fit too, but:\n• 1 is taking a break/);
    const typed = wordsOn(onlyCard(await sam().say('why not others?')));
    assert.match(typed, /^These would fit too, but:\n• 1 is taking a break/);
    for (const words of [wordsOn(card), typed]) assert.doesNotMatch(words, /Asif|Rahman|Margaret|Daniel/);
    await asif.say('find me again');
  });

  it('says so where nobody was left out, or nothing is sought', async () => {
    const meera = world().person('Meera Pillai');
    assert.match(said(await meera.say('why not others')), /^Tell us first/);
    await meera.say('digital leadership');
    assert.match(
      said(await meera.say('why not others')),
      /^\s*We left nobody out who fits\.|^\s*These would fit too, but:/,
    );
  });
});
