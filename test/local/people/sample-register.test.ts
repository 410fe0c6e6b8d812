import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { sampleRegister } from '../../../infra/local/people/sample-register.ts';
import { localPeople } from '../../../infra/local/people/staff.ts';
import { aGraph, type Json, london, sam } from '../graph/a-graph.ts';

const columns =
  'email,name,job_title,profession,band,organisation,region,town,focus_areas,languages,meets,available_days,accreditation,capacity,about';
const rows: Record<string, string>[] = parse(sampleRegister(), { columns: true });
const nearLeeds = ['Leeds', 'Bradford', 'Halifax', 'Wakefield'];

/** Whom the sentence of the README is about, but for Sam's own manager. */
const excellent = rows.filter(
  row =>
    row.focus_areas?.includes('Moving into management') &&
    row.available_days?.includes('Thursday') &&
    nearLeeds.includes(row.town ?? '') &&
    row.email !== 'margaret.odonoghue@example.nhs.uk',
);

describe('The sample register', () => {
  it('has the columns of a register and the same rows every time', () => {
    assert.equal(sampleRegister().split('\n')[0], columns);
    assert.equal(sampleRegister(), sampleRegister());
    assert.ok(rows.length >= 24 && rows.length <= 30);
  });

  it('is of people in the directory, in their own words', () => {
    const people = new Map(localPeople(0).map(person => [person.email, person]));
    for (const row of rows) {
      const person = people.get(row.email ?? '');
      assert.equal(person?.name, row.name);
      assert.equal(person?.organisation, row.organisation);
      assert.ok((row.about ?? '').length > 20);
      const worked = person?.roster.days ?? [];
      for (const day of (row.available_days ?? '').split('; ')) {
        assert.ok(
          worked.some(one => one === day.toLowerCase()),
          `${row.email} ${day}`,
        );
      }
    }
  });

  it('covers every need that people bring', () => {
    const areas = new Set(rows.flatMap(row => (row.focus_areas ?? '').split('; ')));
    assert.equal(areas.size, 21);
  });

  it('has the manager of the mentee, whom a hard rule must leave out', () => {
    assert.ok(rows.some(row => row.email === 'margaret.odonoghue@example.nhs.uk'));
    assert.ok(rows.some(row => row.email === 'priya.varghese@example.nhs.uk'));
  });

  it('has mentors whose calendar cannot be seen', () => {
    const people = new Map(localPeople(0).map(person => [person.email, person.mailbox]));
    const kinds = new Set(rows.map(row => people.get(row.email ?? '')));
    assert.deepEqual([...kinds].sort(), ['cloud', 'none', 'on-premises', 'other-tenant']);
  });

  it('has at least four mentors for a nurse near Leeds who wants to move into management on Thursdays', () => {
    assert.ok(excellent.length >= 4);
    const people = new Map(localPeople(0).map(person => [person.email, person.mailbox]));
    for (const row of excellent) assert.equal(people.get(row.email ?? ''), 'cloud');
  });

  for (const day of ['2026-11-22', '2026-11-24', '2026-12-18', '2027-03-19']) {
    it(`leaves each of them and the mentee time in common on Thursdays, from ${day}`, async () => {
      const now = Date.parse(`${day}T09:00:00Z`);
      const graph = await aGraph({ people: localPeople(now) });
      for (const { email } of excellent) {
        const asked = {
          schedules: [sam, email],
          startTime: { dateTime: `${day}T00:00:00`, timeZone: 'GMT Standard Time' },
          endTime: {
            dateTime: `${new Date(now + 28 * 86_400_000).toISOString().slice(0, 10)}T00:00:00`,
            timeZone: 'GMT Standard Time',
          },
          availabilityViewInterval: 30,
        };
        const { body } = await graph.as(sam)('POST', '/me/calendar/getSchedule', asked, london);
        const free = commonThursdays(now, [...(body.value ?? [])]);
        assert.ok(free.length >= 6, `${email}: ${free.length}`);
        assert.ok(new Set(free.map(slot => slot.slice(0, 10))).size >= 3, email);
      }
      await graph.close();
    });
  }
});

/** Half-hours on Thursdays within both people's hours in which both views say free. */
function commonThursdays(now: number, schedules: readonly Json[]): string[] {
  const midnight = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T00:00:00Z`);
  const free: string[] = [];
  for (let slot = 0; slot < 28 * 48; slot++) {
    const wall = new Date(midnight + slot * 1_800_000).toISOString();
    const isFree = schedules.every(({ availabilityView, workingHours }) => {
      const time = wall.slice(11, 19);
      const start = String(workingHours?.startTime);
      const end = String(workingHours?.endTime);
      return String(availabilityView).charAt(slot) === '0' && time >= start && time < end;
    });
    if (isFree && new Date(wall).getUTCDay() === 4) free.push(wall);
  }
  return free;
}
