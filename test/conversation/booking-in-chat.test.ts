import assert from 'node:assert/strict';
import { actionsOf } from '../support/card-press.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import {
  bookWith,
  cardOf,
  choose,
  first,
  firstTime,
  onlyCard,
  said,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('Booking, moving and cancelling in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const asif = () => world().person('Asif Rahman');

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
  const events = async (who: string) => {
    const { body } = await world().graphAs(who, '/me/events?$top=100');
    const all: unknown[] = Array.isArray(body.value) ? body.value : [];
    return JSON.stringify(all).match(/Meeting: Sam Okoro and Asif Rahman/g)?.length ?? 0;
  };

  it('goes from a picked time to a card to confirm, and from there to the booked meeting in both calendars', async () => {
    await asif().install();
    const { confirm, booked } = await bookWith(world(), sam(), 'Asif', {
      shared: 'I have led a bay for 2 years.',
    });
    assert.match(wordsOn(confirm), /^Book a chemistry meeting with Asif Rahman\nThursday 26 November 2026, /);
    assert.match(wordsOn(confirm), /Only you and Asif see this\./);
    assert.deepEqual(titlesOn(confirm), ['Book this meeting', 'Other times']);
    assert.match(
      wordsOn(booked),
      /^Chemistry meeting with Asif Rahman\nIn both calendars\. Waiting for Asif\.\nThursday 26 November 2026, .+\nThe Teams link is in your Outlook calendar\.$/,
    );
    assert.deepEqual(titlesOn(booked), ['Move', 'Cancel meeting']);
    assert.deepEqual([await events('Sam Okoro'), await events('Asif Rahman')], [1, 1]);
    const asked = newest(asif());
    assert.match(wordsOn(asked), /^Sam Okoro would like a chemistry meeting with you\n/);
    assert.match(wordsOn(asked), /Sam would like you to know:\nI have led a bay for 2 years\./);
    assert.deepEqual(titlesOn(asked), ['Accept', 'Another time', 'Not now']);
  });

  it('does not ask where the directory says that neither does', async () => {
    const ngozi = world().person('Ngozi Bright');
    const need = 'interviews and moving into management, near Leeds, somebody who speaks Malayalam';
    const times = await choose(ngozi, 'Priya', need);
    const confirm = cardOf(await ngozi.press(times, firstTime(times)));
    assert.match(wordsOn(confirm), /^Book a chemistry meeting with Priya Varghese/);
    assert.doesNotMatch(wordsOn(confirm), /manages/);
  });

  it('books by typing alone', async () => {
    await choose(sam(), 'Asif');
    assert.match(
      wordsOn(onlyCard(await sam().say('Thursday 3 December at 9.30am'))),
      /^Book a chemistry meeting/,
    );
    assert.match(
      wordsOn(onlyCard(await sam().say('book it'))),
      /In both calendars\. Waiting for Asif\.\nThursday 3 December/,
    );
    await world().settled();
    const again = onlyCard(await sam().say('book it'));
    assert.match(wordsOn(again), /In both calendars\. Waiting for Asif\./);
    assert.deepEqual([await events('Sam Okoro'), await events('Asif Rahman')], [1, 1]);
  });

  it('takes a typed word and the press of the same card for one decision', async () => {
    const times = await choose(sam(), 'Asif');
    const confirm = cardOf(await sam().press(times, firstTime(times)));
    await sam().say('book it');
    const pressed = cardOf(await sam().press(confirm, 'book'));
    assert.match(wordsOn(pressed), /^Chemistry meeting with Asif Rahman\nIn both calendars/);
    assert.equal(await events('Sam Okoro'), 1);
  });

  it('asks for the place of a meeting in person, keeps what was written, and puts the place in', async () => {
    const times = await choose(sam(), 'Fiona');
    const confirm = cardOf(await sam().press(times, firstTime(times)));
    const { message, card } = await sam().press(confirm, 'book', { mode: 'in person' });
    assert.equal(message, 'Say where you will meet, or choose online.');
    assert.equal(card, undefined);
    const booked = cardOf(
      await sam().press(confirm, 'book', { mode: 'in person', place: 'Café, ground floor' }),
    );
    await world().settled();
    assert.match(wordsOn(booked), /In person: Café, ground floor|These are free too/);
  });

  it('shows what is to come, soonest first, and says when there is nothing', async () => {
    assert.match(
      said(await world().person('Declan Byrne').say('my meetings')),
      /^You have no meetings\. Tell us/,
    );
    await bookWith(world(), sam(), 'Asif');
    await bookWith(world(), sam(), 'Fiona');
    const [message, ...more] = await sam().say('my meetings');
    assert.deepEqual(more, []);
    assert.equal(message?.layout, 'carousel');
    const names = (message?.cards ?? []).map(card => wordsOn(card).split('\n')[0]);
    assert.deepEqual(
      new Set(names),
      new Set(['Chemistry meeting with Asif Rahman', 'Chemistry meeting with Fiona Sutcliffe']),
    );
  });

  it('asks which one is meant when a typed answer fits more than one', async () => {
    await bookWith(world(), sam(), 'Asif');
    await bookWith(world(), sam(), 'Fiona');
    const [message] = await sam().say('cancel');
    assert.equal(message?.text, 'You have more than one. Which one do you mean?');
    assert.equal(message?.cards.length, 2);
    assert.match(wordsOn(first(message.cards)), /Waiting for/);
  });

  it('cancels by typing, tells the mentor, and leaves a way on', async () => {
    await bookWith(world(), sam(), 'Asif');
    const cancelled = onlyCard(await sam().say('cancel'));
    assert.match(wordsOn(cancelled), /You cancelled it\./);
    assert.deepEqual(titlesOn(cancelled), ['Book again', 'Other mentors']);
    await world().settled();
    assert.match(said(asif().messages().slice(-2)), /Sam cancelled it\./);
    assert.deepEqual([await events('Sam Okoro'), await events('Asif Rahman')], [0, 0]);
    assert.match(wordsOn(cardOf(await sam().press(cancelled, 'Book again'))), /^30 minutes with Asif Rahman/);
  });

  it('moves by typing: to other times, or straight to the day and time that is typed', async () => {
    await bookWith(world(), sam(), 'Asif');
    const times = onlyCard(await sam().say('move it'));
    assert.match(wordsOn(times), /^30 minutes with Asif Rahman/);
    assert.ok(titlesOn(times).includes('Keep it as it is'));
    const confirm = onlyCard(await sam().say('Thursday 10 December at 9.30am'));
    assert.match(
      wordsOn(confirm),
      /^Move your meeting with Asif Rahman\nThursday 10 December 2026, 9\.30am to 10am$/,
    );
    const moved = cardOf(await sam().press(confirm, 'Move to this time'));
    assert.match(wordsOn(moved), /Waiting for Asif\.\nThursday 10 December 2026, 9\.30am/);
    await world().settled();
    assert.deepEqual([await events('Sam Okoro'), await events('Asif Rahman')], [1, 1]);
  });

  it('takes a time that is typed after booking as the wish to move, and never books twice', async () => {
    await bookWith(world(), sam(), 'Asif');
    const confirm = onlyCard(await sam().say('Thursday 3 December at 9.30am'));
    assert.match(wordsOn(confirm), /^Move your meeting with Asif Rahman/);
    const kept = cardOf(await sam().press(confirm, 'Keep it as it is'));
    assert.match(wordsOn(kept), /Waiting for Asif\.\nThursday 26 November/);
    assert.equal(await events('Sam Okoro'), 1);
  });

  it('says that a time has just gone when somebody else took it, with the next ones', async () => {
    const meera = world().person('Meera Pillai');
    await choose(sam(), 'Fiona');
    const wanted = onlyCard(await sam().say('Thursday 3 December at 9.30am'));
    await choose(meera, 'Fiona');
    const confirm = onlyCard(await meera.say('Thursday 3 December at 9.30am'));
    await sam().press(wanted, 'book');
    await world().settled();
    const others = cardOf(await meera.press(confirm, 'book'));
    assert.match(
      wordsOn(others),
      /^30 minutes with Fiona Sutcliffe\nThat time has just gone\. These are free too\./,
    );
    assert.ok(actionsOf(others).some(({ verb }) => verb === 'pick'));
  });

  it('says that a mentor has no place left, and how to go on', async () => {
    const meera = world().person('Meera Pillai');
    const times = await choose(meera, 'Asif');
    const last = actionsOf(times).findLast(({ verb }) => verb === 'pick');
    const confirm = cardOf(await meera.press(times, action => action === last));
    await bookWith(world(), sam(), 'Asif');
    const { message } = await meera.press(confirm, 'book');
    assert.equal(message, 'This mentor has no place left now. Type “more” to see others.');
  });
});
