import assert from 'node:assert/strict';
import { isRecord } from '../../infra/local/teams/activity.ts';
import { actionsOf } from '../support/card-press.ts';
import {
  bookWith,
  cardOf,
  choose,
  everythingStored,
  first,
  firstTime,
  onlyCard,
  pressOf,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('Presses that no card of today sends', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const asif = () => world().person('Asif Rahman');
  const olderMessage = 'This button is from an older message. Type “my meetings” or “help” to go on.';
  const notYours = 'That is not here, or it is not yours to see. Type “my meetings” to see yours.';

  const changedFrom = async (before: ReadonlyMap<string, string>) => {
    const after = await everythingStored(world());
    const changed = [...after].filter(([key, document]) => before.get(key) !== document);
    // What comes due is copied in the meantime, whatever is pressed.
    return changed.map(([key]) => key).filter(key => !key.startsWith('due/'));
  };

  const strange: readonly [what: string, activity: object][] = [
    ['without a verb', pressOf(undefined, {})],
    ['with an empty verb', pressOf('', {})],
    ['with an unknown verb', pressOf('delete-everything', { all: true })],
    ['with a verb that every object has', pressOf('constructor', {})],
    ['with a number for a verb', pressOf(7, {})],
    ['with an object for a verb', pressOf({ verb: 'cancel' }, {})],
    ['without a value', { type: 'invoke', name: 'adaptiveCard/action', value: undefined }],
    ['with text for a value', { type: 'invoke', name: 'adaptiveCard/action', value: 'cancel' }],
    ['without an action', { type: 'invoke', name: 'adaptiveCard/action', value: {} }],
    ['without its data', pressOf('choose-time', undefined)],
    ['with data that is text', pressOf('choose-time', 'x')],
    ['with data that is a list', pressOf('book', [])],
    ['with a number for an id', pressOf('choose-time', { profileId: 7 })],
    ['with an id that is too long', pressOf('choose-time', { profileId: 'x'.repeat(5_000) })],
    ['with a time in words', pressOf('pick', { profileId: 'x', start: 'tomorrow' })],
    ['with a time before time', pressOf('pick', { profileId: 'x', start: -1 })],
    ['with half a time', pressOf('book', { profileId: 'x', start: 1.5, opId: 'o' })],
    ['with no opId', pressOf('cancel', { pairId: 'x', meetingId: 'y' })],
    ['with an unknown way to meet', pressOf('more-times', { profileId: 'x', mode: 'by pigeon' })],
    ['with a skip below nothing', pressOf('more-times', { profileId: 'x', skip: -6 })],
    ['with too many times', pressOf('propose', { profileId: 'x', starts: [1, 2, 3, 4], opId: 'o' })],
    [
      'with 5,000 characters to share',
      pressOf('book', { profileId: 'x', start: 1, opId: 'o', shared: 'x'.repeat(5_000) }),
    ],
    [
      'with a declaration in words',
      pressOf('accept', { pairId: 'x', meetingId: 'y', opId: 'o', declares: 'yes' }),
    ],
  ];
  for (const [what, activity] of strange) {
    it(`answers a press ${what} with a way on, and changes nothing`, async () => {
      await sam().say('my meetings');
      const before = await everythingStored(world());
      const logged = world().log.length;
      const { status, body } = await sam().raw({ ...activity });
      assert.equal(status, 200);
      assert.ok(isRecord(body));
      assert.equal(body.type, 'application/vnd.microsoft.activity.message');
      assert.equal(body.value, olderMessage);
      assert.deepEqual(await changedFrom(before), []);
      assert.deepEqual(world().log.slice(logged), []);
    });
  }

  it('refuses an invoke of another kind', async () => {
    const { status } = await sam().raw({ type: 'invoke', name: 'composeExtension/query', value: {} });
    assert.equal(status, 501);
  });

  it('knows nothing of a mentor or a meeting that is not there', async () => {
    for (const [verb, data] of [
      ['choose-time', { profileId: 'nobody' }],
      [
        'book',
        { profileId: 'nobody', start: Date.parse('2026-11-26T09:30:00Z'), opId: 'o1', mode: 'online' },
      ],
      ['cancel', { pairId: 'p', meetingId: 'm', opId: 'o2' }],
      ['move', { pairId: 'p', meetingId: 'm' }],
      ['show-meeting', { pairId: 'p', meetingId: 'm' }],
      ['accept', { pairId: 'p', meetingId: 'm', opId: 'o3' }],
      ['suggest', { pairId: 'p', meetingId: 'm', opId: 'o4' }],
    ] as const) {
      const { body } = await sam().raw(pressOf(verb, data));
      assert.equal(isRecord(body) && body.value, notYours, verb);
    }
  });

  describe('on a meeting of two others', () => {
    before(async () => {
      await asif().install();
      await bookWith(world(), sam(), 'Asif', { shared: 'only for Asif' });
    });

    it('tells whoever is neither of the two nothing, and changes nothing of theirs', async () => {
      const stranger = world().person('Meera Pillai');
      await stranger.say('my meetings');
      const before = await everythingStored(world());
      const cards = [first(asif().lastCards()), onlyCard(await sam().say('my meetings'))];
      const presses = cards.flatMap(actionsOf);
      assert.ok(presses.length >= 5);
      for (const { verb, data } of presses) {
        const { status, body } = await stranger.raw(pressOf(verb, data));
        assert.equal(status, 200);
        assert.equal(isRecord(body) && body.value, notYours, String(verb));
      }
      await world().settled();
      const changed = (await changedFrom(before)).filter(key => !key.includes(stranger.objectId));
      assert.deepEqual(changed, []);
      assert.ok(!JSON.stringify(stranger.messages()).includes('only for Asif'));
    });

    it('lets the mentee answer nothing that is the mentor’s to answer', async () => {
      const asked = first(asif().lastCards());
      for (const title of ['Accept', 'Another time', 'Not now']) {
        const press = actionsOf(asked).find(action => action.title === title);
        await sam().raw(pressOf(press?.verb, press?.data));
      }
      await world().settled();
      assert.match(
        wordsOn(onlyCard(await sam().say('my meetings'))),
        /In both calendars\. Waiting for Asif\./,
      );
    });

    it('acts once for the same press, however often and however close together it comes', async () => {
      const asked = first(asif().lastCards());
      const told = sam().messages().length;
      const answers = await Promise.all([1, 2, 3].map(() => asif().press(asked, 'Accept')));
      await world().settled();
      for (const { status } of answers) assert.equal(status, 200);
      assert.match(wordsOn(cardOf(await asif().press(asked, 'Accept'))), /You said yes/);
      await world().settled();
      assert.equal(sam().messages().length, told + 1);
    });

    it('shows on an old card how its meeting stands after it was cancelled, and acts no more', async () => {
      const old = onlyCard(await sam().say('my meetings'));
      await sam().press(old, 'Cancel meeting');
      await world().settled();
      const before = await everythingStored(world());
      for (const title of ['Cancel meeting', 'Move']) {
        const { card, message } = await sam().press(old, title);
        assert.match(
          card ? wordsOn(card) : (message ?? ''),
          /You cancelled it\.|This meeting is cancelled\./,
          title,
        );
      }
      for (const { verb, data } of actionsOf(first(asif().lastCards()))) {
        const { body } = await asif().raw(pressOf(verb, data));
        assert.ok(isRecord(body) && isRecord(body.value));
        assert.match(wordsOn(body.value), /Sam cancelled it\./);
      }
      await world().settled();
      const changed = (await changedFrom(before)).filter(key => !/\/(press|talk)\b/.test(key));
      assert.deepEqual(changed, []);
    });
  });

  describe('on a meeting of one’s own', () => {
    it('books once however often the same card is pressed, and shows what is booked for another one', async () => {
      const times = await choose(sam(), 'Fiona');
      const other = cardOf(
        await sam().press(times, action => action.verb === 'pick' && action.title !== firstTime(times)),
      );
      const confirm = cardOf(await sam().press(times, firstTime(times)));
      const answers = await Promise.all([1, 2, 3].map(() => sam().press(confirm, 'book')));
      await world().settled();
      for (const { status } of answers) assert.equal(status, 200);
      const again = cardOf(await sam().press(confirm, 'book'));
      assert.match(
        wordsOn(again),
        /^Chemistry meeting with Fiona Sutcliffe\nIn both calendars\. Waiting for Fiona\./,
      );
      const second = cardOf(await sam().press(other, 'book'));
      assert.match(wordsOn(second), /The two of you have a meeting already\./);
      await world().settled();
      const { body } = await world().graphAs('Fiona Sutcliffe', '/me/events?$top=100');
      assert.equal(JSON.stringify(body).match(/"Meeting: Sam Okoro and Fiona Sutcliffe"/g)?.length, 1);
    });

    it('lets a press that broke half way be made again', async () => {
      const fiona = world().person('Fiona Sutcliffe');
      await fiona.install();
      const asked = onlyCard(await fiona.say('my meetings'));
      await world().local('faults', {
        method: 'POST',
        body: { method: 'POST', path: '.*/accept', times: 5, status: 503 },
      });
      const broken = await fiona.press(asked, 'Accept');
      assert.match(broken.message ?? '', /^Outlook does not answer at this moment\. Nothing is lost\./);
      await world().local('faults', { method: 'DELETE' });
      assert.match(wordsOn(cardOf(await fiona.press(asked, 'Accept'))), /You said yes/);
    });
  });
});
