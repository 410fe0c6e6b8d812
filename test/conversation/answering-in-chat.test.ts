import assert from 'node:assert/strict';
import type { Card } from '../../infra/local/teams/activity.ts';
import { actionsOf } from '../support/card-press.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import {
  bookWith,
  cardOf,
  choose,
  first,
  onlyCard,
  said,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('What the mentor answers in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const asif = () => world().person('Asif Rahman');

  before(() => asif().install());

  afterEach(async () => {
    for (const mentee of [sam(), world().person('Meera Pillai')]) {
      for (let left = 5; left > 0; left -= 1) {
        const mine = await mentee.say('my meetings');
        const open = mine
          .flatMap(({ cards }) => cards)
          .find(card => titlesOn(card).includes('Cancel meeting'));
        if (!open) break;
        await mentee.press(open, 'Cancel meeting');
        await world().settled();
      }
    }
  });

  const newest = (person: TeamsPerson) => first(person.lastCards());

  it('tells the mentee on the same card, and in one line, what the mentor answered', async () => {
    await bookWith(world(), sam(), 'Asif');
    const asked = newest(asif());
    const accepted = cardOf(await asif().press(asked, 'Accept'));
    assert.match(wordsOn(accepted), /You said yes\. It is in both calendars\./);
    await world().settled();
    const updated = sam()
      .messages()
      .findLast(({ edited }) => edited);
    assert.match(wordsOn(first(updated?.cards ?? [])), /Asif said yes\. It is in both calendars\./);
    assert.equal(sam().messages().at(-1)?.text, 'Asif Rahman: Asif said yes. It is in both calendars.');
  });

  it('asks both to confirm that neither manages the other where nobody can tell', async () => {
    const bernadette = world().person('Bernadette Quaye');
    await bernadette.install();
    const { confirm } = await bookWith(world(), sam(), 'Bernadette');
    assert.match(
      wordsOn(confirm),
      /you confirm that neither you nor Bernadette manages, appraises or assesses the other\.$/,
    );
    const typed = onlyCard(await bernadette.say('accept'));
    assert.match(
      wordsOn(typed),
      /We cannot tell whether one of you manages the other\. Confirm it on the card/,
    );
    assert.match(wordsOn(cardOf(await bernadette.press(typed, 'Accept'))), /You said yes/);
  });

  it('lets the mentor ask for another time, and the mentee choose one', async () => {
    await bookWith(world(), sam(), 'Asif');
    const request = newest(asif());
    const asked = cardOf(await asif().press(request, 'Another time'));
    assert.match(wordsOn(asked), /We have asked Sam to choose another time\./);
    await world().settled();
    const card = onlyCard(await sam().say('my meetings'));
    assert.match(wordsOn(card), /Asif asks for another time\./);
    const times = cardOf(await sam().press(card, 'Choose another time'));
    const time = actionsOf(times).filter(({ verb }) => verb === 'pick')[1];
    const confirm = cardOf(await sam().press(times, action => action === time));
    await sam().press(confirm, 'Move to this time');
    await world().settled();
    assert.match(said(asif().messages().slice(-2)), /It is in your calendar\. Can you make it\?/);
    const stale = cardOf(await asif().press(request, 'Accept'));
    assert.match(wordsOn(stale), /The time has changed meanwhile\. This is the new one\./);
    assert.ok(titlesOn(stale).includes('Accept'));
  });

  it('takes a not now without a reason, lets the mentor name two others, and shows them to the mentee', async () => {
    await bookWith(world(), sam(), 'Asif');
    const refused = cardOf(await asif().press(newest(asif()), 'Not now'));
    await world().settled();
    assert.match(wordsOn(refused), /You said not now\.\nWould you name somebody else to ask\?/);
    const choices = colleagues(refused);
    const bernadette = choices.find(({ title }) => title.startsWith('Bernadette'));
    assert.ok(bernadette && !choices.some(({ title }) => title.startsWith('Asif')));
    await asif().press(refused, 'Suggest them', { first: bernadette.value });
    await world().settled();
    const told = sam()
      .messages()
      .flatMap(({ cards }) => cards)
      .findLast(card => wordsOn(card).includes('suggests'));
    assert.ok(told);
    assert.match(
      wordsOn(told),
      /Asif cannot take this on now\.[\s\S]*Asif suggests asking these colleagues\./,
    );
    assert.deepEqual(titlesOn(told), ['Ask Bernadette Quaye', 'Other mentors']);
    assert.match(
      wordsOn(cardOf(await sam().press(told, 'Ask Bernadette Quaye'))),
      /^30 minutes with Bernadette Quaye/,
    );
  });

  it('sends three times to a mentor whose calendar is hidden, once, and books the one that is picked', async () => {
    const graham = world().person('Graham Hepworth');
    await graham.install();
    const confirm = await choose(sam(), 'Graham', 'leading change, an ambulance manager in person');
    const sent = cardOf(await sam().press(confirm, 'Send these times'));
    await world().settled();
    assert.match(wordsOn(sent), /Waiting for Graham to pick a time\./);
    const told = graham.messages().length;
    const again = cardOf(await sam().press(confirm, 'propose'));
    await world().settled();
    assert.match(wordsOn(again), /Waiting for Graham to pick a time\./);
    assert.equal(graham.messages().length, told);
    const asked = newest(graham);
    assert.match(wordsOn(asked), /Pick a time, or say not now\./);
    assert.equal(actionsOf(asked).filter(({ verb }) => verb === 'accept').length, 3);
  });

  function colleagues(card: Card): readonly { readonly title: string; readonly value: string }[] {
    return JSON.parse(JSON.stringify(card)).body.find((part: { id?: string }) => part.id === 'first').choices;
  }
});
