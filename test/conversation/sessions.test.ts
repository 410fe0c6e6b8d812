import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sessionTimesActions } from '../../bot/conversation/cards/session-times-actions.ts';
import { isRecord } from '../../infra/local/teams/activity.ts';
import { eventually } from '../support/booking-by-chat.ts';
import { actionsOf } from '../support/card-press.ts';
import { eventsAhead, goOn, lengthOf, nowIn, sessionsOf, setGoesOn } from '../support/going-on.ts';
import { copiesOf } from '../support/what-is-held.ts';
import {
  cardOf,
  first,
  firstTime,
  onlyCard,
  said,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

const priya = 'Priya Varghese';

describe('Sessions in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const mentor = () => world().person(priya);
  let pairId: string;
  before(async () => {
    pairId = await goOn(world(), sam(), priya);
  });
  afterEach(async () => {
    for (const { meeting } of await sessionsOf(world(), sam(), priya)) {
      if (meeting.stage === 'cancelled' || meeting.stage === 'released') continue;
      await sam().raw(pressed('cancel', { pairId, meetingId: meeting.id, opId: randomUUID() }));
      await world().settled();
    }
  });

  const pressed = (verb: string, data: object) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
  const ahead = (who: string) => eventsAhead(world(), who);

  it('are asked for in words, chosen by a button, confirmed and booked', async () => {
    const times = onlyCard(await sam().say('Book a session'));
    assert.match(wordsOn(times), /^45 minutes with Priya Varghese\nWorks around both calendars\./);
    assert.ok(titlesOn(times).includes('60 minutes instead'));
    const confirm = cardOf(await sam().press(times, firstTime(times)));
    assert.match(wordsOn(confirm), /^Book a session with Priya Varghese\n.+ 2026, .+\n/);
    assert.match(JSON.stringify(confirm), /Online with Teams, 45 minutes/);
    assert.doesNotMatch(JSON.stringify(confirm), /30 minutes|like .+ to know/);
    assert.deepEqual(titlesOn(confirm), ['Book this session', 'Other times']);
    const booked = cardOf(await sam().press(confirm, 'Book this session'));
    assert.match(wordsOn(booked), /^Session with Priya Varghese\nIn both calendars\. Waiting for Priya\./);
    assert.deepEqual(titlesOn(booked), ['Move', 'Cancel meeting']);
    await world().settled();
    assert.match(wordsOn(first(mentor().lastCards())), /^Sam Okoro would like a session with you\n/);
    assert.match(said(await sam().say('my meetings')), /^\s*Session with Priya Varghese\n/);
    assert.equal((await ahead(priya)).length, 1);
  });

  it('take a name, a length and a wish in the same sentence, and the mentor may say it too', async () => {
    const times = onlyCard(await mentor().say('Book a 60 minute session with Sam on Thursdays after 1pm'));
    assert.match(wordsOn(times), /^60 minutes with Sam Okoro\n/);
    const offered = actionsOf(times).filter(({ verb }) => verb === 'pick');
    const wished = offered.filter(({ data }) => {
      const start = new Date(isRecord(data) ? Number(data.start) : 0);
      return start.getUTCDay() === 4 && start.getUTCHours() >= 13;
    });
    assert.ok(wished.length > 0);
    assert.deepEqual(wished, offered.slice(0, wished.length), 'what was wished for comes first');
    const confirm = cardOf(await mentor().press(times, firstTime(times)));
    const booked = cardOf(await mentor().press(confirm, 'Book this session'));
    assert.match(wordsOn(booked), /^Session with Sam Okoro\nIn both calendars\. Waiting for Sam\./);
    await world().settled();
    const [event] = await ahead(sam().name);
    assert.deepEqual([event && lengthOf(event), event?.isOrganizer], [60, false]);
  });

  it('take a wish that is typed while times are on the screen', async () => {
    await sam().say('book a session with Priya');
    const times = onlyCard(await sam().say('Thursdays after 3pm'));
    assert.match(wordsOn(times), /^45 minutes with Priya Varghese\n/);
    const day = new Date(startOf(actionsOf(times)[0])).getUTCDay();
    assert.equal(day, 4);
  });

  it('are booked, moved and cancelled by typing alone', async () => {
    const confirm = onlyCard(await sam().say('book a session with priya on Thursday 3 December at 9.30am'));
    assert.match(
      wordsOn(confirm),
      /^Book a session with Priya Varghese\nThursday 3 December 2026, 9\.30am to 10\.15am/,
    );
    const booked = onlyCard(await sam().say('book it'));
    assert.match(wordsOn(booked), /^Session with Priya Varghese\nIn both calendars/);
    await world().settled();
    const move = onlyCard(await sam().say('Thursday 10 December at 9.30am'));
    assert.match(
      wordsOn(move),
      /^Move your session with Priya Varghese\nThursday 10 December 2026, 9\.30am to 10\.15am$/,
    );
    const moved = onlyCard(await sam().say('move it here'));
    assert.match(wordsOn(moved), /Waiting for Priya\.\nThursday 10 December 2026, 9\.30am to 10\.15am/);
    await world().settled();
    assert.equal((await ahead(priya)).length, 1);
    const cancelled = onlyCard(await sam().say('cancel my session'));
    assert.match(wordsOn(cancelled), /^Session with Priya Varghese\nYou cancelled it\./);
    assert.deepEqual(titlesOn(cancelled), ['Book another session']);
    await world().settled();
    assert.deepEqual([await ahead(sam().name), await ahead(priya)], [[], []]);
  });

  it('can be booked by one press of a time on a card, on three days, the way to others beside them', async () => {
    const now = await nowIn(world());
    const day = 24 * 60 * 60_000;
    const slots = [2, 2, 3, 7, 8].map((days, at) => ({
      start: now + days * day + at * 60_000,
      end: now + days * day + at * 60_000 + 45 * 60_000,
      on: `2026-12-0${days}`,
      day: 'Thursday' as const,
      minute: 600,
      matchesWish: true,
    }));
    const actions = sessionTimesActions({ from: 'both', slots }, { pairId, opId: 'first' });
    assert.deepEqual(
      actions.map(({ verb }) => verb),
      ['book-session', 'book-session', 'book-session', 'session-times'],
    );
    assert.deepEqual(
      actions.slice(0, 3).map(({ data }) => data),
      [slots[0], slots[2], slots[3]].map(slot => ({ pairId, start: slot?.start, opId: 'first' })),
    );
    const hidden = sessionTimesActions({ from: 'hidden', slots }, { pairId, opId: 'first' });
    assert.deepEqual(
      hidden.map(({ title }) => title),
      ['Choose times to send'],
    );
  });

  it('are reminded of as sessions', async () => {
    const times = onlyCard(await sam().say('book a session next week'));
    const confirm = cardOf(await sam().press(times, firstTime(times)));
    await sam().press(confirm, 'Book this session');
    await world().settled();
    const copies = async () => (await copiesOf(world())).filter(({ kind }) => kind === 'meeting-ahead');
    await eventually('it is noted', async () => (await copies()).length > 0);
    await world().local('clock', { method: 'POST', body: { now: first(await copies()).dueAt + 60_000 } });
    await eventually('it has come', () =>
      /Your session with Priya Varghese: .+ 2026/.test(said(sam().messages())),
    );
  });

  it('are asked about with whom, where there are several', async () => {
    const asif = world().person('Asif Rahman');
    const other = await goOn(world(), sam(), asif.name);
    const card = onlyCard(await sam().say('book a session'));
    assert.match(wordsOn(card), /^With whom would you like a session\?/);
    assert.deepEqual(titlesOn(card), ['Asif Rahman', priya]);
    assert.match(wordsOn(cardOf(await sam().press(card, priya))), /^45 minutes with Priya Varghese/);
    await setGoesOn(world(), other);
    assert.match(
      said(await sam().say('book a session with Asif')),
      /^Sessions are for 2 people who both go on\./,
    );
  });
});

function startOf(action: unknown): number {
  const data = isRecord(action) ? action.data : undefined;
  return isRecord(data) ? Number(data.start) : 0;
}
