import assert from 'node:assert/strict';
import type { Commitment, LocalPerson } from '../../../infra/local/people/local-person.ts';
import { localPeople } from '../../../infra/local/people/staff.ts';
import {
  type Asking,
  aGraph,
  aMeeting,
  type Json,
  london,
  priya,
  sam,
  type TestGraph,
  testDay,
} from './a-graph.ts';

const thursday = '2026-12-03';

function aCommitment(change: Partial<Commitment> = {}): Commitment {
  const usual = { subject: 'Ward round', on: thursday, startMinute: 600, endMinute: 660, isAllDay: false };
  return { ...usual, showAs: 'busy', isPrivate: false, ...change };
}

/** The local staff with empty calendars, but for one. */
function peopleWith(commitments: readonly Commitment[], change: Partial<LocalPerson> = {}): LocalPerson[] {
  return localPeople(testDay).map(person =>
    person.email === priya ? { ...person, ...change, commitments } : { ...person, commitments: [] },
  );
}

describe('getSchedule of the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  afterEach(() => graph.close());

  async function start(commitments: readonly Commitment[], change: Partial<LocalPerson> = {}) {
    graph = await aGraph({ people: peopleWith(commitments, change) });
    asSam = graph.as(sam);
  }

  function asking(change: Readonly<Record<string, unknown>> = {}) {
    return {
      schedules: [priya],
      startTime: { dateTime: `${thursday}T09:00:00`, timeZone: 'GMT Standard Time' },
      endTime: { dateTime: `${thursday}T13:00:00`, timeZone: 'GMT Standard Time' },
      availabilityViewInterval: 30,
      ...change,
    };
  }

  async function schedule(change: Readonly<Record<string, unknown>> = {}): Promise<Json | undefined> {
    const { status, body } = await asSam('POST', '/me/calendar/getSchedule', asking(change), london);
    assert.equal(status, 200);
    return body.value?.[0];
  }

  it('shows each half-hour as free, tentative, busy or away', async () => {
    await start([
      aCommitment(),
      aCommitment({ startMinute: 660, endMinute: 675, showAs: 'tentative' }),
      aCommitment({ startMinute: 720, endMinute: 750, showAs: 'oof' }),
      aCommitment({ startMinute: 540, endMinute: 570, showAs: 'workingElsewhere' }),
    ]);
    const found = await schedule();
    assert.equal(found?.availabilityView, '00221030');
    assert.deepEqual(
      [...(found?.scheduleItems ?? [])].map(item => String(item.status)),
      ['workingElsewhere', 'busy', 'tentative', 'oof'],
    );
  });

  it('follows what happens in the calendar at once', async () => {
    await start([]);
    await asSam('POST', '/me/events', aMeeting());
    assert.equal((await schedule())?.availabilityView, '00100000');
    assert.equal((await schedule({ schedules: [sam] }))?.availabilityView, '00200000');
  });

  it('gives working hours in the zone of the mailbox', async () => {
    await start([]);
    const hours = (await schedule())?.workingHours;
    assert.equal(hours?.timeZone?.name, 'GMT Standard Time');
    assert.match(String(hours?.startTime), /^\d\d:\d\d:00\.0000000$/);
    assert.ok([...(hours?.daysOfWeek ?? [])].map(String).includes('thursday'));
  });

  it('says what a colleague is doing only where details are shared', async () => {
    await start([aCommitment()], { sharesDetails: false });
    assert.equal((await schedule())?.scheduleItems?.[0]?.subject, undefined);
    await graph.close();
    await start([aCommitment()], { sharesDetails: true });
    assert.equal((await schedule())?.scheduleItems?.[0]?.subject, 'Ward round');
  });

  it('never says what a private item is', async () => {
    await start([aCommitment({ isPrivate: true, place: 'Clinic' })], { sharesDetails: true });
    const item = (await schedule())?.scheduleItems?.[0];
    assert.equal(item?.isPrivate, true);
    assert.equal(item?.subject, undefined);
    assert.equal(item?.location, undefined);
  });

  it('blocks the days of leave and not those of a birthday', async () => {
    const allDay = { isAllDay: true, startMinute: 0, endMinute: 1440 };
    await start([
      aCommitment({ ...allDay, showAs: 'oof' }),
      aCommitment({ ...allDay, showAs: 'free', on: '2026-12-04' }),
    ]);
    const window = (day: string) => ({
      startTime: { dateTime: `${day}T09:00:00`, timeZone: 'GMT Standard Time' },
      endTime: { dateTime: `${day}T11:00:00`, timeZone: 'GMT Standard Time' },
    });
    assert.equal((await schedule(window(thursday)))?.availabilityView, '3333');
    assert.equal((await schedule(window('2026-12-04')))?.availabilityView, '0000');
  });

  it('sees the times of a series made last year', async () => {
    await start([aCommitment({ on: '2025-12-04', weekly: { days: ['thursday'], everyWeeks: 1 } })]);
    assert.equal((await schedule())?.availabilityView, '00220000');
  });

  for (const [who, address, code] of [
    ['somebody unknown', 'nobody@example.nhs.uk', 'ErrorMailRecipientNotFound'],
    ['somebody without a mailbox', 'dorota.kowalczyk@example.nhs.uk', 'ErrorMailRecipientNotFound'],
    ['an on-premises mailbox', 'graham.hepworth@example.nhs.uk', 'ErrorProxyRequestProcessingFailed'],
    ['another tenant', 'ifeoma.nwosu@example.gov.uk', 'ErrorNoFreeBusyAccess'],
  ] as const) {
    it(`answers for ${who} with an error beside the others`, async () => {
      await start([]);
      const { status, body } = await asSam(
        'POST',
        '/me/calendar/getSchedule',
        asking({ schedules: [address, priya] }),
      );
      assert.equal(status, 200);
      assert.equal(body.value?.[0]?.scheduleId, address);
      assert.equal(body.value?.[0]?.error?.responseCode, code);
      assert.equal(body.value?.[0]?.workingHours, undefined);
      assert.equal(body.value?.[1]?.error, undefined);
    });
  }

  it('lets the council see the council', async () => {
    await start([]);
    const asCouncil = graph.as('rosalind.achebe@example.gov.uk');
    const asked = asking({ schedules: ['ifeoma.nwosu@example.gov.uk', priya] });
    const { body } = await asCouncil('POST', '/me/calendar/getSchedule', asked);
    assert.equal(body.value?.[0]?.error, undefined);
    assert.equal(body.value?.[1]?.error?.responseCode, 'ErrorNoFreeBusyAccess');
  });

  for (const [what, change] of [
    ['more than 20 addresses', { schedules: Array.from({ length: 21 }, (_, n) => `p${n}@example.nhs.uk`) }],
    ['a window of 62 days', { endTime: { dateTime: '2027-02-03T09:00:00', timeZone: 'GMT Standard Time' } }],
    [
      'an end before the start',
      { endTime: { dateTime: '2026-12-02T09:00:00', timeZone: 'GMT Standard Time' } },
    ],
    ['an interval of four minutes', { availabilityViewInterval: 4 }],
    ['no end', { endTime: undefined }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await start([]);
      const { status, body } = await asSam('POST', '/me/calendar/getSchedule', asking(change));
      assert.equal(status, 400);
      assert.equal(typeof body.error?.code, 'string');
    });
  }
});
