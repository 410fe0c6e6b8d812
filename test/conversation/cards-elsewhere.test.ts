import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { bookFirst, cardWith, dataOf, press, verbsOn, wordsOn } from '../support/booking-by-chat.ts';
import { worldOfThisFile } from './in-the-chat.ts';

const priyaName = 'Priya Varghese';

describe('A card whose matter is settled elsewhere', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const priya = () => world().person(priyaName);

  /** The message in Sam's chat that tells of the meeting. */
  let booked: string;

  beforeEach(async () => {
    await priya().install();
    await sam().install();
    ({ cardId: booked } = await bookFirst(world(), sam(), priyaName));
  });
  afterEach(async () => {
    const { card, cardId } = await cardWith(sam(), 'cancel');
    await press(sam(), 'cancel', dataOf(card, 'cancel'), { cardId });
    await world().settled();
  });

  const cardOf = (who: ReturnType<typeof sam>, cardId: string) =>
    who.messages().find(({ id }) => id === cardId)?.cards[0];

  it('tells what the other person decided, on the card that was there', async () => {
    const { card, cardId } = await cardWith(priya(), 'accept');
    await press(priya(), 'accept', dataOf(card, 'accept'), { cardId });
    await world().settled();
    assert.match(wordsOn(cardOf(sam(), booked)), /Priya said yes\. It is in both calendars\./);
  });

  it('tells what was decided in the tab, on both cards in the chat', async () => {
    const { card, cardId } = await cardWith(priya(), 'accept');
    const { pairId, meetingId } = dataOf(card, 'accept');
    const answer = await fetch(`${world().appUrl}/api/meetings/${pairId}/${meetingId}/accept`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world().tabToken(priyaName)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ opId: randomUUID() }),
    });
    assert.equal(answer.status, 200);
    await world().settled();
    assert.match(wordsOn(cardOf(sam(), booked)), /Priya said yes\./);
    const own = cardOf(priya(), cardId);
    assert.match(wordsOn(own), /You said yes\. It is in both calendars\./);
    assert.deepEqual(verbsOn(own), ['another-time', 'cancel']);
  });

  it('tells what the same person decided on another card', async () => {
    const { cardId } = await cardWith(priya(), 'accept');
    const [shown] = await priya().say('my meetings');
    assert.ok(shown);
    await press(priya(), 'accept', dataOf(shown.cards[0], 'accept'), { cardId: shown.id });
    await world().settled();
    assert.match(wordsOn(cardOf(priya(), cardId)), /You said yes\. It is in both calendars\./);
  });
});
