import assert from 'node:assert/strict';
import {
  everythingStored,
  mentorsIn,
  onlyCard,
  said,
  sentence,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('A sentence that speaks of harm', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const harm = 'I do not feel safe with my ward manager on Thursdays and I want to move into management';

  const metrics = async () => (await fetch(`${world().appUrl}/metrics`)).text();
  const withoutActivities = (text: string) => text.split('\n').filter(line => !/activities/.test(line));

  it('is answered with people who can help first, and mentors after', async () => {
    const [help, mentors, ...more] = await sam().say(harm);
    assert.deepEqual(more, []);
    const words = wordsOn(onlyCard(help ? [help] : []));
    assert.match(
      words,
      /^It sounds as if this matters more than mentoring\. These people can help now:\n999\n/,
    );
    for (const name of [
      'Samaritans',
      'Freedom to Speak Up guardian',
      'Occupational health',
      'Safeguarding lead',
    ]) {
      assert.ok(words.includes(`\n${name}\n`), name);
    }
    assert.equal(
      mentors?.text,
      'We keep nothing of what you wrote. If a mentor would help too, these may fit.',
    );
    assert.equal(mentorsIn(mentors ? [mentors] : []).length, 3);
  });

  it('leaves every document of the store as it was, and is neither logged nor counted', async () => {
    await sam().say(sentence);
    await world().settled();
    const before = await everythingStored(world());
    const [log, counted] = [world().log.length, withoutActivities(await metrics())];
    const [, below] = await sam().say(sentence);
    await world().settled();
    const stored = await everythingStored(world());
    assert.deepEqual([...stored.keys()], [...before.keys()]);
    const spoken = [
      'I want to kill myself',
      harm,
      'my husband hits me',
      'I was assaulted on Monday and I feel unsafe',
    ];
    for (const words of spoken) await sam().say(words);
    assert.ok(below);
    await sam().press(below, 'Look again', { text: 'I feel unsafe, online on a Monday' });
    await world().settled();
    assert.deepEqual(await everythingStored(world()), stored);
    assert.equal(world().log.length, log);
    assert.deepEqual(withoutActivities(await metrics()), counted);
  });

  it('leaves no criteria behind: what comes next goes on from before it, or from nothing', async () => {
    const names = mentorsIn(await sam().say(sentence));
    await sam().say(harm);
    assert.match(wordsOn(onlyCard(await sam().say('book 1'))), new RegExp(`^30 minutes with ${names[0]}`));
    const fresh = world().person('Meera Pillai');
    await fresh.say(harm);
    assert.match(said(await fresh.say('more')), /^Tell us first/);
    const people = [...(await everythingStored(world()))].filter(([key]) => key.includes(fresh.objectId));
    assert.deepEqual(
      people.map(([key]) => key.split('/').at(-1)),
      ['person'],
    );
    assert.doesNotMatch(JSON.stringify(people), /safe|ward manager|management|Thursday/);
  });

  for (const [what, prepare, words] of [
    ['a time that is typed', ['book 1'], 'I was assaulted on Monday, I feel unsafe'],
    ['a day, while a time is chosen', ['book 1'], 'my husband hits me on Thursday'],
    ['a pause', [], 'pause me, I want to die'],
    ['something too long', [], `I want to die. ${'I am so tired. '.repeat(400)}`],
    ['a question', [], 'Is it normal to think of suicide?'],
  ] as const) {
    it(`is heard before it is taken for ${what}`, async () => {
      await sam().say(sentence);
      for (const typed of prepare) await sam().say(typed);
      assert.match(said(await sam().say(words)), /^\nIt sounds as if this matters more than mentoring\./);
    });
  }
});
