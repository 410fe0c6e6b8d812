import assert from 'node:assert/strict';
import type { Card } from '../../infra/local/teams/activity.ts';
import { actionsOf } from '../support/card-press.ts';
import {
  cardOf,
  choose,
  firstTime,
  onlyCard,
  said,
  sentence,
  titlesOn,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('Choosing a time in the chat', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');

  const tooltips = (card: Card) =>
    actionsOf(card).flatMap(({ verb, tooltip }) => (verb === 'pick' ? [String(tooltip)] : []));

  it('offers at most six times, Thursdays first as the sentence said, each named in full for screen readers', async () => {
    const times = await choose(sam(), 'Asif');
    assert.match(
      wordsOn(times),
      /^30 minutes with Asif Rahman\nWorks around both calendars\. Choose a time\.\nThu /,
    );
    assert.ok(tooltips(times).length > 0 && tooltips(times).length <= 6);
    for (const said of tooltips(times)) {
      assert.match(
        said,
        /^Thursday \d+ (November|December) 2026, (\d+(\.30)?[ap]m|midday) to (\d+(\.30)?[ap]m|midday)$/,
      );
    }
  });

  it('shows other times each time more are asked for, by typing as by the button, and says when there are none', async () => {
    let times = await choose(sam(), 'Asif');
    const seen = new Set(tooltips(times));
    for (let page = 0; page < 60; page += 1) {
      const fresh = page % 2 === 0;
      times = fresh
        ? onlyCard(await sam().say('more times'))
        : cardOf(await sam().press(times, 'More times'));
      for (const time of tooltips(times)) assert.ok(!seen.has(time), `${time} comes twice`);
      for (const time of tooltips(times)) seen.add(time);
      if (tooltips(times).length === 0) {
        assert.match(wordsOn(times), /There are no more times in the next 4 weeks\./);
        const back = cardOf(await sam().press(times, 'First times again'));
        assert.deepEqual(tooltips(back), tooltips(await choose(sam(), 'Asif')));
        return;
      }
    }
    assert.fail('more times never end');
  });

  it('understands a day and a time that are typed, from the clock on the wall', async () => {
    await choose(sam(), 'Asif');
    const times = onlyCard(await sam().say('Thursday 3 December after 1pm'));
    assert.match(tooltips(times)[0] ?? '', /^Thursday 3 December 2026, (1|1\.30|2|2\.30|3|3\.30)pm/);
    assert.doesNotMatch(wordsOn(times), /Nothing is free/);
  });

  it('keeps what was typed from page to page', async () => {
    await choose(sam(), 'Asif');
    const times = onlyCard(await sam().say('mornings next week'));
    const shown = tooltips(times);
    const more = tooltips(cardOf(await sam().press(times, 'More times')));
    assert.deepEqual(
      more.filter(time => shown.includes(time)),
      [],
    );
    assert.match(shown[0] ?? '', /^\w+day (30 November|[1-6] December) 2026, \d+(\.30)?am/);
  });

  it('says so when nothing is free as typed, and shows what is', async () => {
    await choose(sam(), 'Asif');
    const times = onlyCard(await sam().say('Thursday 3 December after 4pm'));
    assert.match(wordsOn(times), /Nothing is free just when you wished\. These times are\./);
    assert.ok(tooltips(times).length > 0);
  });

  it('goes straight to the confirmation for a time that is free, and to others for one that is not', async () => {
    const times = await choose(sam(), 'Asif');
    const [free = ''] = tooltips(times);
    const [day = '', hours = ''] = free.split(', ');
    const confirm = onlyCard(await sam().say(`${day} at ${hours.split(' to ')[0]}`));
    assert.equal(
      wordsOn(confirm).split('\n').slice(0, 2).join(' / '),
      `Book a chemistry meeting with Asif Rahman / ${free}`,
    );
    const others = onlyCard(await sam().say('Sunday 29 November at 9am'));
    assert.match(wordsOn(others), /You are not both free then\. These times are free for both of you\./);
    assert.ok(tooltips(others).length > 0);
  });

  for (const [typed, words] of [
    ['yesterday', /^That time has passed\./],
    ['today at 2pm', /That is too soon\. Give at least a day of notice\./],
    ['5 March 2027', /That is too far ahead\. Choose a time in the next 4 weeks\./],
  ] as const) {
    it(`says why ${typed} cannot be`, async () => {
      await choose(sam(), 'Asif');
      assert.match(said(await sam().say(typed)), words);
    });
  }

  it('takes a new need for one while a time is being chosen, though it names a day', async () => {
    await choose(sam(), 'Asif');
    const [mentors] = await sam().say('help with interviews on Mondays');
    assert.match(mentors?.text ?? '', /^Understood: .*Mondays/);
  });

  it('asks when you can meet until it has been answered once, and narrows to that', async () => {
    const grace = world().person('Kwame Mensah-Bonsu');
    const times = await choose(grace, 'Asif', 'I am a nurse near Leeds, moving into management');
    assert.match(wordsOn(times), /When can you meet\?/);
    const narrowed = cardOf(
      await grace.press(times, 'Show times then', {
        days: 'Tuesday,Wednesday',
        earliest: '10:00',
        latest: '13:00',
      }),
    );
    assert.doesNotMatch(wordsOn(narrowed), /When can you meet\?/);
    assert.ok(tooltips(narrowed).length > 0);
    for (const time of tooltips(narrowed))
      assert.match(time, /^(Tues|Wednes)day .+, (1[01](\.30)?am|midday|12\.30pm) to/);
    const again = await choose(grace, 'Fiona', 'I am a nurse near Leeds, moving into management');
    for (const time of tooltips(again))
      assert.match(time, /^(Tues|Wednes)day .+, (1[01](\.30)?am|midday|12\.30pm) to/);
  });

  it('never widens what Outlook says', async () => {
    const meera = world().person('Meera Pillai');
    const times = await choose(meera, 'Asif');
    const all = new Set<string>();
    let page = times;
    while (tooltips(page).length > 0) {
      for (const time of tooltips(page)) all.add(time);
      page = cardOf(await meera.press(page, 'More times'));
    }
    let wide = cardOf(
      await meera.press(times, 'Show times then', {
        days: 'Thursday,Saturday,Sunday',
        earliest: '00:00',
        latest: '23:59',
      }),
    );
    while (tooltips(wide).length > 0) {
      for (const time of tooltips(wide)) assert.ok(all.has(time), `${time} was not offered before`);
      wide = cardOf(await meera.press(wide, 'More times'));
    }
  });

  it('leaves a way on where nothing is left: another answer, or other mentors', async () => {
    const ngozi = world().person('Ngozi Bright');
    const times = await choose(ngozi, 'Asif');
    const none = cardOf(await ngozi.press(times, 'Show times then', { days: 'Sunday' }));
    assert.match(wordsOn(none), /There is no time when both are free in the next 4 weeks\./);
    assert.deepEqual(titlesOn(none), ['Change when you can meet', 'Other mentors']);
    const asked = cardOf(await ngozi.press(none, 'Change when you can meet'));
    assert.match(wordsOn(asked), /When can you meet\?/);
    const anew = cardOf(await ngozi.press(asked, 'Show times then', { days: 'Thursday,Friday' }));
    assert.ok(tooltips(anew).length > 0);
    assert.match(wordsOn(onlyCard(await ngozi.say('change when I can meet'))), /When can you meet\?/);
  });

  it('takes nights this week, ticked or typed, for the days between sleep and work', async () => {
    const zoe = world().person('Zoë Brontë-Müller');
    const times = await choose(zoe, 'Asif');
    const after = cardOf(await zoe.press(times, 'Show times then', { nights: 'true' }));
    const thisWeek = (card: Card) => tooltips(card).filter(time => /2[4-9] November/.test(time));
    for (const time of thisWeek(after)) assert.match(time, /, [2-6](\.30)?pm to/);
    const typed = onlyCard(await zoe.say('nights this week'));
    for (const time of thisWeek(typed)) assert.match(time, /, [2-6](\.30)?pm to/);
  });

  it('says of a mentor who cannot be reached that they cannot be booked, whoever asks for one by name', async () => {
    const declan = world().person('Declan Byrne');
    const found = await declan.say(
      'moving into management, a nurse who speaks Urdu, online on Thursdays or Fridays',
    );
    assert.match(said(found), /Asif Rahman/);
    assert.match(
      said(await declan.say('book Asif')),
      /^This mentor has not joined yet and cannot be booked now\./,
    );
  });

  it('offers three times to send where the calendar of the mentor cannot be seen', async () => {
    const confirm = await choose(sam(), 'Graham', 'leading change, an ambulance manager in person');
    assert.match(wordsOn(confirm), /^Send Graham Hepworth three times\nWe cannot see when Graham is free\./);
    const three = wordsOn(confirm).match(/\w+day \d+ \w+ 2026/g) ?? [];
    assert.equal(new Set(three).size, 3);
    const others = cardOf(await sam().press(confirm, 'Other times'));
    const more = wordsOn(others).match(/\w+day \d+ \w+ 2026, [\w. ]+/g) ?? [];
    assert.equal(more.length, 3);
    assert.deepEqual(
      more.filter(time => wordsOn(confirm).includes(time)),
      [],
    );
  });

  it('tells somebody without a mailbox clearly why it cannot offer times', async () => {
    const dorota = world().person('Dorota Kowalczyk');
    await dorota.say(sentence);
    const { message } = await dorota.press(
      dorota.messages().at(-2) ?? assert.fail(),
      'Book a chemistry meeting',
    );
    assert.match(
      message ?? '',
      /^We cannot see your Outlook calendar, so we cannot offer times\. Ask your IT service desk/,
    );
  });

  it('changes nothing in anybody’s calendar before the last press', async () => {
    const times = await choose(sam(), 'Asif');
    await sam().press(times, firstTime(times));
    const { body } = await world().local('calls');
    const changes = (Array.isArray(body) ? body : []).filter(
      ({ method, path }) => method !== 'GET' && !/getSchedule|\$batch/.test(path),
    );
    assert.deepEqual(changes, []);
  });
});
