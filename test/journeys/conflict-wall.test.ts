import assert from 'node:assert/strict';
import { conflictWall } from '../../bot/contracts/conflict-wall.ts';
import { readContract } from '../../bot/contracts/contract-store.ts';
import { answerReview } from '../../bot/journeys/answer-review.ts';
import { conflictHasPassed, declareConflict } from '../../bot/journeys/declare-conflict.ts';
import { endMentoring } from '../../bot/journeys/end-mentoring.ts';
import { seeReviews } from '../../bot/journeys/see-reviews.ts';
import { sendWhatIsDue } from '../../bot/journeys/send-what-is-due.ts';
import { isRefusal } from '../../bot/mentoring/refusal.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { MeetingRecord } from '../../bot/records/pair-record.ts';
import { pairPartition, personPartition, profilesOf } from '../../bot/records/partitions.ts';
import { placePrefix, placeRecord } from '../../bot/records/profile-record.ts';
import { contractInStore } from '../support/contract-in-store.ts';
import { must } from '../support/contracts.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';
import { type MentorsOfTests, mentorsOfTests } from '../support/mentors-of-tests.ts';

const pairId = 'pair-of-two';
const monday = Date.parse('2026-11-23T10:00:00Z');
const fields = { 'first-review-on': '2027-03-01', 'review-every': 'no more' };
const reviewId = 'agreed-2027-03-01';
const as = (person: typeof sam) => ({ person, graphToken: async () => 'graph' });

describe('The conflict wall', () => {
  let world: MentorsOfTests;
  let ports: Ports;
  let now: number;
  /** Object ids from the direct manager upwards, by address; absent: the directory does not say. */
  let managers: Record<string, readonly string[]>;
  beforeEach(async () => {
    now = monday;
    managers = {};
    world = mentorsOfTests(() => now);
    const { directory } = world.ports;
    ports = {
      ...world.ports,
      directory: {
        ...directory,
        resolve: async (_as, addresses) =>
          new Map(
            addresses.map(address => [
              address,
              {
                person: { tenantId: sam.tenantId, objectId: address.split('@')[0] ?? '' },
                name: address,
                address,
                isMember: true,
                managers: managers[address] ?? 'unknown',
              },
            ]),
          ),
      },
    };
    await contractInStore(ports, { meeting: aMeeting({ pairId, at: '2026-11-17T09:00:00Z' }), fields });
    for (const { objectId, tenantId } of [sam, priya]) {
      const known = { name: objectId, address: `${objectId}@trust.example`, managers: 'unknown', askedAt: 0 };
      const put = { id: 'person', type: 'person', known };
      await world.store.write(personPartition({ tenantId, objectId }), [{ put, ifMatch: 'any' }]);
    }
  });
  afterEach(() => world.close());

  const openReview = async () => must(await seeReviews(ports, { person: sam, pairId })).open;

  it('lets a contract be proposed and signed where nothing is known against it', async () => {
    assert.equal(await conflictWall(ports, as(sam), pairId), undefined);
    managers = { 'sam@trust.example': ['boss', 'top'], 'priya@trust.example': ['other', 'top'] };
    assert.equal(await conflictWall(ports, as(sam), pairId), undefined);
  });

  it('opens one calm review when one has become the other’s manager, until the directory says otherwise', async () => {
    managers = { 'sam@trust.example': ['boss', 'priya', 'top'], 'priya@trust.example': ['top'] };
    for (const who of [sam, priya, sam])
      assert.deepEqual(await conflictWall(ports, as(who), pairId), { refused: 'conflict to review' });
    const review = await openReview();
    assert.deepEqual(
      [review?.review.kind, review?.review.conflicts.map(({ kind }) => kind), review?.mayPass],
      ['conflict', ['line management'], false],
    );
    managers = {};
    assert.deepEqual(await conflictWall(ports, as(sam), pairId), { refused: 'conflict to review' });
    managers = { 'sam@trust.example': ['boss', 'top'], 'priya@trust.example': ['top'] };
    assert.equal(await conflictWall(ports, as(sam), pairId), undefined);
    assert.equal(await openReview(), undefined);
  });

  it('looks again when a review is answered, and asks to look at that first', async () => {
    now = Date.parse('2027-03-01T10:00:00Z');
    managers = { 'sam@trust.example': ['priya', 'top'], 'priya@trust.example': ['top'] };
    const asked = { as: as(sam), pairId, answers: { works: 'much' } };
    assert.deepEqual(await answerReview(ports, { ...asked, reviewId, opId: 'op-1' }), {
      refused: 'conflict to review',
    });
    const conflict = await openReview();
    assert.equal(conflict?.review.kind, 'conflict');
    const answers = { freely: 'yes' };
    const given = await answerReview(ports, {
      ...asked,
      answers,
      reviewId: conflict.review.id,
      opId: 'op-2',
    });
    assert.ok(!isRefusal(given));
  });

  it('stands until whoever declared it says that it has passed', async () => {
    must(await declareConflict(ports, { person: priya, pairId, opId: 'op-1', kind: 'referee' }));
    assert.deepEqual(await conflictWall(ports, as(sam), pairId), { refused: 'conflict to review' });
    must(await conflictHasPassed(ports, { person: sam, pairId, opId: 'op-2' }));
    assert.deepEqual(await conflictWall(ports, as(sam), pairId), { refused: 'conflict to review' });
    must(await conflictHasPassed(ports, { person: priya, pairId, opId: 'op-3' }));
    assert.equal(await conflictWall(ports, as(sam), pairId), undefined);
  });

  it('frees the mentor’s place after an ending, calls off what is ahead by nobody, and leaves what was', async () => {
    const ahead = aMeeting({ pairId, id: 'ahead', stage: 'asked', at: '2026-12-03T09:00:00Z' });
    const { event: _none, ...asked } = ahead;
    const record: MeetingRecord = { id: 'meeting:ahead', type: 'meeting', meeting: asked, cards: {} };
    await world.store.write(pairPartition(ports.scheme, pairId), [{ put: record, ifMatch: 'absent' }]);
    const places = [placeRecord('profile-1', pairId, ['ahead']), placeRecord('profile-1', 'another', ['x'])];
    for (const put of places) await world.store.write(profilesOf(ports.scheme), [{ put, ifMatch: 'absent' }]);
    must(await endMentoring(ports, { person: priya, pairId, opId: 'op', how: 'early' }));
    const problems: unknown[] = [];
    for (let pass = 0; pass < 3; pass += 1)
      await sendWhatIsDue(ports, (_id, problem) => problems.push(problem));
    assert.deepEqual(problems, []);
    const left = await world.store.list(profilesOf(ports.scheme), 'place', placePrefix('profile-1'));
    assert.deepEqual(
      left.map(({ document }) => document.id),
      ['place:profile-1:another'],
    );
    const meetings = await world.store.list<MeetingRecord>(pairPartition(ports.scheme, pairId), 'meeting');
    const stands = meetings.map(({ document: { meeting } }) => [meeting.stage, meeting.cancelledBy]);
    assert.deepEqual(stands.sort(), [
      ['agreed', undefined],
      ['cancelled', undefined],
    ]);
  });

  it('forgets what was written when it has been kept long enough', async () => {
    must(await endMentoring(ports, { person: sam, pairId, opId: 'op', how: 'early' }));
    now = Date.parse('2028-11-25T10:00:00Z');
    for (let pass = 0; pass < 3; pass += 1) await sendWhatIsDue(ports, () => undefined);
    const contract = await readContract(ports, pairId);
    assert.equal(contract?.links.at(-1)?.kind, 'erased');
    assert.ok([...(contract?.parts.values() ?? [])].every(({ content }) => content === undefined));
  });
});
