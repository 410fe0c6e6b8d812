import assert from 'node:assert/strict';
import { graphCalendar } from '../../../bot/adapters/graph/graph-calendar.ts';
import { graphDirectory } from '../../../bot/adapters/graph/graph-directory.ts';
import type { NewEvent } from '../../../bot/ports/calendar.ts';
import { SignInRequired } from '../../../bot/ports/sign-in.ts';
import { aCommitment, aLocalPerson, type LocalGraphWorld, localGraphWorld } from './local-graph-world.ts';
import { busyOf } from './scripted-graph.ts';

const sam = aLocalPerson('Sam Okoro');
const day = { start: Date.parse('2026-12-03T00:00:00Z'), end: Date.parse('2026-12-04T00:00:00Z') };

function meetingWith(attendee: { email: string; name: string }): NewEvent {
  return {
    transactionId: '0f6a2e11-7d0f-5e0a-9c57-5a1c3b600d8b',
    subject: 'Meeting',
    interval: { start: day.start + 36_000_000, end: day.start + 37_800_000 },
    attendee: { address: attendee.email, name: attendee.name },
    link: 'https://mentoring.example/tab/',
  };
}

describe('The Graph adapter against the local Graph', () => {
  let graph: LocalGraphWorld;
  afterEach(() => graph.close());

  it('T04 keeps one event when Graph made it and its answer was lost', async () => {
    const priya = aLocalPerson('Priya Varghese');
    graph = await localGraphWorld([sam, priya]);
    const calendar = graphCalendar(graph.client);
    await graph.fault({ method: 'POST', path: '/me/events', loseAnswer: true, times: 2 });
    const made = await calendar.create(graph.as(sam), meetingWith(priya));
    const events = await calendar.view(graph.as(sam), day);
    assert.deepEqual(
      events.map(event => event.id),
      [made.id],
    );
  });

  it('T07 T08 T09 T10 T11 tells from what is in a calendar when somebody is busy', async () => {
    const at = (hour: number) => ({ startMinute: hour * 60, endMinute: hour * 60 + 60 });
    const priya = aLocalPerson('Priya Varghese', {
      commitments: [
        aCommitment({ ...at(8), showAs: 'tentative' }),
        aCommitment({ ...at(10), showAs: 'oof' }),
        aCommitment({ ...at(12), showAs: 'workingElsewhere' }),
        aCommitment({ ...at(14), isPrivate: true, subject: 'Scan' }),
        aCommitment({ startMinute: 0, endMinute: 1440, isAllDay: true, showAs: 'free' }),
        aCommitment({ on: '2026-12-02', startMinute: 0, endMinute: 1440, isAllDay: true, showAs: 'oof' }),
      ],
    });
    graph = await localGraphWorld([sam, priya]);
    const window = { start: day.start - 86_400_000, end: day.end };
    const calendar = graphCalendar(graph.client);
    const schedules = await calendar.schedules(graph.as(sam), [priya.email], window);
    const expected = [
      '2026-12-02T00:00/2026-12-03T00:00',
      '2026-12-03T08:00/2026-12-03T09:00',
      '2026-12-03T10:00/2026-12-03T11:00',
      '2026-12-03T14:00/2026-12-03T15:00',
    ];
    assert.deepEqual(busyOf(schedules.get(priya.email)), expected);
    const own = (await calendar.view(graph.as(priya), window)).filter(event => event.blocks);
    const busy = own.map(event => event.interval).sort((a, b) => a.start - b.start);
    assert.deepEqual(busyOf({ seen: true, busy }), expected);
  });

  it('T29 books without a Teams link where Teams is switched off', async () => {
    const offline = aLocalPerson('Ann Offline', { onlineMeetings: false });
    graph = await localGraphWorld([offline, sam]);
    const made = await graphCalendar(graph.client).create(graph.as(offline), meetingWith(sam));
    assert.deepEqual([made.isOnlineMeeting, made.joinUrl], [false, undefined]);
  });

  it('sends somebody to sign in whose token is not good', async () => {
    graph = await localGraphWorld([sam]);
    const stranger = { ...graph.as(sam), graphToken: async () => 'another' };
    await assert.rejects(
      graphDirectory(graph.client).me(stranger),
      (error: Error) => error instanceof SignInRequired,
    );
  });

  it('finds a manager chain where it may be read, and people also where it may not', async () => {
    const chief = aLocalPerson('Chi Chief');
    const matron = aLocalPerson('May Matron', { managerEmail: chief.email });
    const nurse = aLocalPerson('Nia Nurse', { managerEmail: matron.email });
    const guest = aLocalPerson('Gil Guest', { userType: 'guest' });
    graph = await localGraphWorld([chief, matron, nurse, guest]);
    const directory = graphDirectory(graph.client);
    assert.deepEqual((await directory.me(graph.as(nurse))).managers, [matron.id, chief.id]);
    assert.equal((await directory.me(graph.as(chief))).managers, 'unknown');
    const found = await directory.resolve(graph.as(chief), [nurse.email, 'nobody@trust.example']);
    const resolved = found.get(nurse.email);
    assert.ok(typeof resolved === 'object');
    assert.deepEqual([resolved.managers, resolved.isMember], [[matron.id, chief.id], true]);
    assert.equal(found.get('nobody@trust.example'), 'not found');
    assert.equal((await directory.me(graph.as(guest))).isMember, false);
    await graph.close();
    graph = await localGraphWorld([chief, matron, nurse], ['User.Read', 'User.ReadBasic.All']);
    const basic = graphDirectory(graph.client);
    assert.equal((await basic.me(graph.as(nurse))).managers, 'unknown');
    const seen = (await basic.resolve(graph.as(nurse), [chief.email])).get(chief.email);
    assert.ok(typeof seen === 'object' && seen.person.objectId === chief.id && seen.managers === 'unknown');
    await graph.close();
    graph = await localGraphWorld([chief, nurse], ['User.Read']);
    const narrow = await graphDirectory(graph.client).resolve(graph.as(nurse), [chief.email]);
    assert.equal(narrow.get(chief.email), 'not allowed');
  });

  it('T27 resolves the rest when one part of a batch fails', async () => {
    const [ann, ben] = [aLocalPerson('Ann Able'), aLocalPerson('Ben Brown')];
    graph = await localGraphWorld([sam, ann, ben]);
    await graph.fault({ path: '/users/ann', status: 429, retryAfter: 1 });
    const found = await graphDirectory(graph.client).resolve(graph.as(sam), [ann.email, ben.email]);
    assert.deepEqual(
      [...found.values()].map(one => typeof one),
      ['object', 'object'],
    );
    const calls: unknown = await (await fetch(`${graph.url}/local/calls`)).json();
    assert.equal(Array.isArray(calls) && calls.length, 2);
  });
});
