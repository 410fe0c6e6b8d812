import assert from 'node:assert/strict';
import { type HomeView, homeView } from '../../bot/http/contract.ts';
import { councilTenantId } from '../../infra/local/people/organisations.ts';
import { localBotId } from '../../infra/local/teams/bot-door.ts';
import { appFor } from '../support/app-in-world.ts';
import { eventually } from '../support/booking-by-chat.ts';
import type { LocalWorld } from '../support/local-world.ts';
import { openTeams } from '../support/teams-client.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { bookWith, choose, everythingStored, said, worldOfThisFile } from './in-the-chat.ts';

const priya = 'Priya Varghese';

describe('Where people can be spoken to', () => {
  const world = worldOfThisFile();
  const fromBot = (person: TeamsPerson) => person.messages().filter(({ author }) => author === 'bot').length;

  /** Sam books with Priya and cancels again: two matters to tell her about. */
  const bookAndCancel = async () => {
    const sam = world().person('Sam Okoro');
    const { booked } = await bookWith(world(), sam, 'Priya');
    await sam.press(booked, 'Cancel meeting');
    await world().settled();
  };

  it('is written when it differs, not with every message', async () => {
    const sam = world().person('Sam Okoro');
    await sam.say('my meetings');
    const before = await everythingStored(world());
    await sam.say('my meetings', { locale: 'en-US' });
    await sam.say('help');
    assert.deepEqual(await everythingStored(world()), before);
  });

  for (const [how, removal] of [
    ['installationUpdate', { type: 'installationUpdate', action: 'remove' }],
    ['conversationUpdate', { type: 'conversationUpdate', membersRemoved: [{ id: localBotId }] }],
  ] as const) {
    it(`Uninstalled, as an ${how} says: nothing is sent, and the tab shows what they were not told`, async () => {
      const mentor = world().person(priya);
      await mentor.install();
      assert.equal((await homeOf(world(), priya)).unreachable, undefined);
      await mentor.raw(removal);
      const [asked, told] = [world().teams.calls.length, fromBot(mentor)];
      const { booked } = await bookWith(world(), world().person('Sam Okoro'), 'Priya');
      assert.equal(fromBot(mentor), told);
      assert.ok(
        world()
          .teams.calls.slice(asked)
          .every(({ path }) => !path.includes(mentor.objectId)),
      );
      const home = await homeOf(world(), priya);
      assert.equal(home.unreachable?.why, 'removed');
      assert.match(home.unreachable?.since ?? '', /^2026-11-23T10:00:/);
      const shown = [home.next, ...home.waitingForYou].map(meeting => meeting?.id);
      assert.deepEqual(
        home.unreachable?.untold.filter(id => shown.includes(id)),
        home.unreachable?.untold,
      );
      assert.deepEqual(world().log, []);
      await world().person('Sam Okoro').press(booked, 'Cancel meeting');
      await world().settled();
    });
  }

  it('Reinstalled: welcomed with what waits, spoken to again, and the tab says no more of it', async () => {
    const mentor = world().person(priya);
    const sam = world().person('Sam Okoro');
    await mentor.install();
    await mentor.uninstall();
    const { booked } = await bookWith(world(), sam, 'Priya');
    const [welcome] = await mentor.install();
    assert.match(said(welcome ? [welcome] : []), /Sam Okoro would like a chemistry meeting with you/);
    assert.equal((await homeOf(world(), priya)).unreachable, undefined);
    const then = fromBot(mentor);
    await sam.press(booked, 'Cancel meeting');
    await world().settled();
    assert.ok(fromBot(mentor) > then);
    const left = [...(await everythingStored(world())).keys()].filter(key => key.includes('untold:'));
    assert.deepEqual(left, []);
  });

  it('App blocked: told once that it is, marked, and reached again when they next do something', async () => {
    const mentor = world().person(priya);
    await mentor.say('help');
    const { conversationId } = mentor;
    world().teams.fault({
      method: 'POST',
      conversationId,
      times: 50,
      status: 403,
      body: { error: { code: 'Forbidden', subCode: 'MessageWritesBlocked' } },
    });
    const asked = world().teams.calls.length;
    const { booked } = await bookWith(world(), world().person('Sam Okoro'), 'Priya');
    const refused = world()
      .teams.calls.slice(asked)
      .filter(({ status }) => status === 403);
    assert.equal(refused.length, 1);
    assert.equal((await homeOf(world(), priya)).unreachable?.why, 'blocked');
    world().teams.clearFaults();
    assert.match(said(await mentor.say('my meetings')), /Sam Okoro would like a chemistry meeting with you/);
    assert.equal((await homeOf(world(), priya)).unreachable, undefined);
    assert.deepEqual(world().log, []);
    await world().person('Sam Okoro').press(booked, 'Cancel meeting');
    await world().settled();
  });

  it('Service address changed: spoken to at the new one from their next activity on', async () => {
    const elsewhere = await openTeams(world().appUrl);
    try {
      const there = world().personIn(elsewhere, priya);
      const here = world().person(priya);
      await here.say('help');
      await there.raw({ type: 'event', name: 'moved' });
      const before = fromBot(here);
      await bookAndCancel();
      assert.equal(fromBot(here), before);
      assert.match(said(there.messages()), /Sam Okoro/);
    } finally {
      await world().person(priya).say('help');
      await elsewhere.close();
    }
  });
});

describe('A tenant that takes part no more', () => {
  const world = worldOfThisFile({ withoutApp: true });
  const keptOfPeople = async () =>
    [...(await everythingStored(world()))].filter(([key]) => key.startsWith('people/'));

  it('Tenant removed: its people are neither heard nor spoken to, and their matters come to an end', async () => {
    const before = await appFor(world(), world().environment.TENANTS ?? '');
    const here = await openTeams(before.url);
    const sam = world().personIn(here, 'Sam Okoro');
    const confirm = await choose(sam, 'Graham', 'leading change, an ambulance manager in person');
    await sam.press(confirm, 'Send these times');
    await before.close();

    const after = await appFor(world(), councilTenantId);
    const there = await openTeams(after.url);
    const schedule = after.startSchedule();
    try {
      const [asked, kept] = [here.calls.length, await keptOfPeople()];
      const strange = world().personIn(there, 'Sam Okoro');
      for (const activity of [
        { type: 'message', text: 'my meetings' },
        { type: 'installationUpdate', action: 'add' },
      ])
        await strange.raw(activity);
      assert.deepEqual(strange.messages(), []);
      assert.deepEqual(await keptOfPeople(), kept);
      await world().local('clock', { method: 'POST', body: { now: '2026-11-30T10:00:00Z' } });
      const lapsed = async () =>
        [...(await everythingStored(world())).values()].some(each => each.includes('"stage":"not now"'));
      await eventually('the request has lapsed', lapsed);
      await eventually('all of it is done', async () =>
        [...(await everythingStored(world())).keys()].every(key => !/\/intent:/.test(key)),
      );
      assert.equal(here.calls.length, asked);
      const noted = [...(await everythingStored(world()))].filter(
        ([key, each]) => key.includes(`/${sam.objectId}/`) && /unreachable|untold/.test(each),
      );
      assert.deepEqual(noted, []);
      assert.deepEqual(after.log, []);
    } finally {
      await schedule.stop();
      await after.close();
      await here.close();
      await there.close();
    }
  });
});

async function homeOf(world: LocalWorld, who: string): Promise<HomeView> {
  const authorization = `Bearer ${await world.tabToken(who)}`;
  const answer = await fetch(`${world.appUrl}/api/me/mentoring`, { headers: { authorization } });
  return homeView.parse(await answer.json());
}
