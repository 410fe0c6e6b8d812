import assert from 'node:assert/strict';
import { worldOfThisFile } from './in-the-chat.ts';

describe('An answer on its way to Teams', () => {
  const world = worldOfThisFile();

  it('is said once where Teams asks to wait a moment', async () => {
    const sam = world().person('Sam Okoro');
    const { conversationId } = sam;
    world().teams.fault({ method: 'POST', conversationId, times: 2, status: 429, retryAfter: 1 });
    const [answer, ...more] = await sam.say('my meetings');
    assert.match(answer?.text ?? '', /^You have no meetings/);
    assert.deepEqual(more, []);
    assert.deepEqual(world().log, []);
  });

  it('is not sent again where Teams may have taken it', async () => {
    const sam = world().person('Sam Okoro');
    const { conversationId } = sam;
    const before = sam.messages().filter(({ author }) => author === 'bot').length;
    world().teams.fault({ method: 'POST', conversationId, times: 2, status: 502, afterwards: true });
    const [answer, ...more] = await sam.say('my meetings');
    assert.match(answer?.text ?? '', /^You have no meetings/);
    assert.deepEqual(more, []);
    await world().settled();
    assert.equal(sam.messages().filter(({ author }) => author === 'bot').length, before + 1);
    const metrics = await (await fetch(`${world().appUrl}/metrics`)).text();
    assert.match(metrics, /^mentoring_answers_unclear_total 2$/m);
  });

  it('comes although Teams does not take that the bot is typing', async () => {
    const sam = world().person('Sam Okoro');
    world().teams.fault({ method: 'POST', conversationId: sam.conversationId, status: 429, retryAfter: 20 });
    const [answer] = await sam.say('my meetings');
    assert.match(answer?.text ?? '', /^You have no meetings/);
  });
});
