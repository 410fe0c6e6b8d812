import assert from 'node:assert/strict';
import { bookWith, everythingStored, said, worldOfThisFile } from './in-the-chat.ts';

describe('What happens around the bot, held to what Teams asks', () => {
  const world = worldOfThisFile();

  const passing: readonly [what: string, activity: Record<string, unknown>][] = [
    [
      'an edited message',
      { type: 'messageUpdate', text: 'cancel', channelData: { eventType: 'editMessage' } },
    ],
    [
      'a message restored',
      { type: 'messageUpdate', text: 'hi', channelData: { eventType: 'undeleteMessage' } },
    ],
    ['a deleted message', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'x' }],
    ['a reaction taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] }],
    ['somebody who leaves', { type: 'conversationUpdate', membersRemoved: [{ id: '29:x' }] }],
    ['a typing person', { type: 'typing' }],
    ['an event nobody knows', { type: 'event', name: 'application/vnd.x' }],
  ];
  for (const [what, activity] of passing) {
    it(`B-09 takes ${what} without a word and without a change`, async () => {
      const person = world().person('Daniel Akhtar');
      await person.say('my meetings');
      const [before, words] = [await everythingStored(world()), person.messages().length];
      const { status } = await person.raw(activity);
      assert.ok(status < 300, `${status}`);
      await world().settled();
      assert.equal(person.messages().length, words);
      assert.deepEqual(await everythingStored(world()), before);
    });
  }

  it('B-09 knows nobody of another tenant, whatever they send', async () => {
    const stranger = world().teams.person({
      objectId: '99999999-2222-3333-4444-555555555555',
      tenantId: '11111111-2222-3333-4444-555555555555',
      name: 'Sam Okoro',
    });
    const before = await everythingStored(world());
    await stranger.raw({ type: 'conversationUpdate', membersAdded: [{ id: '28:mentoring-local' }] });
    await stranger.raw({ type: 'installationUpdate', action: 'add' });
    await stranger.raw({ type: 'message', text: 'my meetings' });
    const { status } = await stranger.raw({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'more', data: {} } },
    });
    assert.equal(status, 404);
    assert.deepEqual(stranger.messages(), []);
    assert.deepEqual(await everythingStored(world()), before);
  });

  it('B-09 sends nothing to somebody who removed the app, and welcomes them when they are back', async () => {
    const asif = world().person('Asif Rahman');
    const sam = world().person('Sam Okoro');
    const fromBot = () => asif.messages().filter(({ author }) => author === 'bot').length;
    await asif.install();
    await asif.uninstall();
    const then = fromBot();
    await bookWith(world(), sam, 'Asif');
    assert.equal(fromBot(), then);
    assert.deepEqual(world().log, []);
    const [welcome] = await asif.install();
    assert.match(welcome?.text ?? '', /^Hello\. Tell us/);
    assert.match(said(welcome ? [welcome] : []), /Sam Okoro would like a chemistry meeting with you/);
  });
});
