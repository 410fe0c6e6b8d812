import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { forgetReference } from '../../bot/journeys/keep-reference.ts';
import type { Document, Partition, Write } from '../../bot/ports/store.ts';
import { outboxPrefix } from '../../bot/records/outbox-record.ts';
import type { MeetingRecord, PairRecord } from '../../bot/records/pair-record.ts';
import type { ProfileRecord } from '../../bot/records/profile-record.ts';
import {
  bookFirst,
  cardWith,
  dataOf,
  mondayMorning,
  press,
  profileIdOf,
  wordsOn,
} from '../support/booking-by-chat.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { type CardState, cardStates } from './card-states.ts';
import { worldOfThisFile } from './in-the-chat.ts';

const day = 24 * 60 * 60_000;
const priyaName = 'Priya Varghese';

type Side = 'mentee' | 'mentor';
type Verb = { readonly by: Side; readonly verb: string; data(): object };
describe('A card sent last week and pressed today', function () {
  this.timeout(120_000);
  const world = worldOfThisFile();
  const person = (by: Side): TeamsPerson => world().person(by === 'mentee' ? 'Sam Okoro' : priyaName);
  let start = 0;
  let profileId = '';
  let meetingId = '';
  let kept: { readonly pair: PairRecord; readonly record: MeetingRecord; readonly profile: ProfileRecord };
  let pairs: Partition;
  let profiles: Partition;

  before(async () => {
    for (const by of ['mentee', 'mentor'] as const) await person(by).install();
    ({ start } = await bookFirst(world(), person('mentee'), priyaName));
    profileId = profileIdOf(world(), priyaName);
    const data = dataOf((await cardWith(person('mentor'), 'accept')).card, 'accept');
    meetingId = String(data.meetingId);
    const tenant = world().scheme.homeTenantId;
    pairs = { container: 'pairs', tenant, scope: String(data.pairId) };
    profiles = { container: 'profiles', tenant, scope: world().scheme.id };
    kept = {
      pair: await stored<PairRecord>(pairs, 'pair'),
      record: await stored<MeetingRecord>(pairs, `meeting:${meetingId}`),
      profile: await stored<ProfileRecord>(profiles, profileId),
    };
  });

  async function stored<D extends Document>(partition: Partition, id: string): Promise<D> {
    const read = await world().store.read<D>(partition, id);
    if (!read) throw new Error(`There is no ${id}`);
    return read.document;
  }

  async function bring({ meeting, profile: { leftAt, ...profile } = {}, at }: CardState): Promise<void> {
    const { openMeetingId: _open, ...pair } = kept.pair;
    const ended = ['cancelled', 'not now', 'released'].includes(meeting.stage ?? '');
    const outbox = await world().store.list(pairs, 'outbox', outboxPrefix(meetingId));
    const writes: Write[] = [
      { put: ended ? pair : kept.pair, ifMatch: 'any' },
      {
        put: { ...kept.record, meeting: { ...kept.record.meeting, ...meeting } } as Document,
        ifMatch: 'any',
      },
      ...outbox.map(({ document, etag }) => ({ remove: document.id, ifMatch: etag })),
    ];
    await world().store.write(pairs, writes);
    const put = {
      ...kept.profile,
      profile: { ...kept.profile.profile, ...profile },
      ...(leftAt ? { leftAt } : {}),
    };
    await world().store.write(profiles, [{ put, ifMatch: 'any' }]);
    // Whoever is not there is not told, so that nobody has to wait for Teams' limits.
    for (const by of ['mentee', 'mentor'] as const) await forgetReference(world(), person(by), 'now');
    const now = new Date(at ?? mondayMorning).toISOString();
    await world().local('clock', { method: 'POST', body: { now } });
  }

  const ids = () => ({ pairId: pairs.scope, meetingId });
  const op = () => ({ ...ids(), opId: randomUUID() });
  const verbs: readonly Verb[] = [
    { by: 'mentor', verb: 'show-meeting', data: ids },
    { by: 'mentor', verb: 'move', data: ids },
    { by: 'mentor', verb: 'accept', data: () => ({ ...op(), seenAt: start }) },
    { by: 'mentor', verb: 'another-time', data: op },
    { by: 'mentor', verb: 'not-now', data: op },
    { by: 'mentor', verb: 'suggest', data: () => ({ ...op(), first: profileId }) },
    { by: 'mentor', verb: 'cancel', data: op },
    { by: 'mentee', verb: 'show-meeting', data: ids },
    { by: 'mentee', verb: 'move', data: ids },
    {
      by: 'mentee',
      verb: 'move-to',
      data: () => ({ profileId, moves: ids(), start: start + 2 * day, opId: randomUUID() }),
    },
    { by: 'mentee', verb: 'cancel', data: op },
    { by: 'mentee', verb: 'choose-time', data: () => ({ profileId }) },
    { by: 'mentee', verb: 'more-times', data: () => ({ profileId, skip: 6 }) },
    { by: 'mentee', verb: 'ask-when', data: () => ({ profileId }) },
    { by: 'mentee', verb: 'can-meet', data: () => ({ profileId, days: '' }) },
    { by: 'mentee', verb: 'pick', data: () => ({ profileId, start }) },
    { by: 'mentee', verb: 'book', data: () => ({ profileId, start, opId: randomUUID() }) },
    { by: 'mentee', verb: 'propose', data: () => ({ profileId, starts: [start], opId: randomUUID() }) },
  ];

  for (const state of cardStates) {
    it(`does the right thing, or says how it stands: ${state.what}`, async () => {
      const wrong: string[] = [];
      for (const { by, verb, data } of verbs) {
        const cell = `${by} ${verb}`;
        if (state.without?.includes(cell)) continue;
        await bring(state);
        const cardId = kept.record.cards[by];
        const answer = await press(person(by), verb, data(), cardId ? { cardId } : {});
        await world().settled();
        const words = answer.card ? wordsOn(answer.card) : (answer.message ?? '');
        const expected = state.says[cell] ?? state.says.rest ?? /^$/;
        if (answer.status !== 200 || !expected.test(words)) wrong.push(`${cell}: ${words}`);
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(world().log, []);
    });
  }

  it('says that the event is gone from Outlook rather than that Outlook does not answer', async () => {
    const noEvent = { id: 'gone', iCalUId: 'gone' };
    await bring({ what: '', meeting: { stage: 'agreed', event: noEvent }, says: {} });
    const data = { profileId, moves: ids(), start: start + 7 * day, opId: randomUUID() };
    const answer = await press(person('mentee'), 'move-to', data);
    assert.match(
      wordsOn(answer.card),
      /This is not in your Outlook calendar any more[\s\S]*Priya said yes\./,
    );
    await world().settled();
    assert.deepEqual(world().log, []);
  });

  it('explains a button of an older form, and shows how its matter stands now', async () => {
    await bring({ what: '', meeting: { stage: 'agreed' }, says: {} });
    const olderOf =
      /^Chemistry meeting with [\s\S]*This button is from an older message\. This is how it stands now\./;
    for (const { by, verb, data } of verbs) {
      const { opId: _opId, ...older } = { opId: '', ...data() };
      const sent = [
        { verb: `${verb}-of-last-year`, data: data() },
        ...('opId' in data() ? [{ verb, data: older }] : []),
      ];
      for (const { verb, data } of sent) {
        const answer = await press(person(by), verb, data);
        assert.equal(answer.status, 200);
        const isMeeting = 'meetingId' in data || 'moves' in data;
        const expected = isMeeting ? olderOf : /This button is from an older message\. Choose a time anew\./;
        assert.match(wordsOn(answer.card), expected, verb);
      }
    }
    for (const data of [{}, { meetingId: 7 }, { pairId: 'no', meetingId: 'no' }]) {
      const answer = await press(person('mentor'), 'sign-the-contract', data);
      assert.match(answer.message ?? '', /older message|not here/);
    }
    assert.deepEqual(world().log, []);
  });
});
