import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Scheme } from '../../../bot/mentoring/people/scheme.ts';
import { councilTenantId, trustsTenantId } from '../../../infra/local/people/organisations.ts';
import { localPeople } from '../../../infra/local/people/staff.ts';

const now = Date.parse('2026-11-22T09:00:00Z');
const people = localPeople(now);
const byEmail = new Map(people.map(person => [person.email, person]));

function managersOf(email: string): string[] {
  const manager = byEmail.get(email)?.managerEmail;
  return manager == null ? [] : [manager, ...managersOf(manager)];
}

describe('The local staff', () => {
  it('are the same every time, and others for another seed', () => {
    assert.deepEqual(localPeople(now), people);
    assert.notDeepEqual(
      localPeople(now, 'other').map(person => person.name),
      people.map(person => person.name),
    );
  });

  it('are about 40, each with an id and an address of their own', () => {
    assert.ok(people.length >= 38 && people.length <= 45);
    assert.equal(new Set(people.map(person => person.id)).size, people.length);
    assert.equal(byEmail.size, people.length);
    for (const { id, email, name } of people) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.match(email, /^[a-z]+([.-][a-z]+)+@example\.(nhs|gov)\.uk$/);
      assert.doesNotMatch(name, /undefined/);
    }
  });

  it('keep their ids whenever the calendars are laid', () => {
    const later = localPeople(now + 40 * 86_400_000);
    assert.deepEqual(
      later.map(({ id }) => id),
      people.map(({ id }) => id),
    );
  });

  it('belong to the trusts’ tenant by their domain, or to the council’s', () => {
    for (const { email, tenantId, mailbox } of people) {
      const isCouncil = email.endsWith('@example.gov.uk');
      assert.equal(tenantId, isCouncil ? councilTenantId : trustsTenantId);
      assert.equal(mailbox === 'other-tenant', isCouncil);
    }
  });

  it('have one without a mailbox among the members, one on-premises, one who has not consented and a guest', () => {
    const members = people.filter(person => person.userType === 'member');
    assert.equal(members.filter(person => person.mailbox === 'none').length, 1);
    assert.equal(people.filter(person => person.mailbox === 'on-premises').length, 1);
    assert.equal(people.filter(person => !person.consented).length, 1);
    assert.equal(people.length - members.length, 1);
  });

  it('have managers in their own organisation up to its chief, but for a few', () => {
    for (const { email, organisation, jobTitle } of people) {
      const above = managersOf(email);
      for (const manager of above) assert.equal(byEmail.get(manager)?.organisation, organisation);
      const top = byEmail.get(above.at(-1) ?? '');
      if (top === undefined) continue;
      assert.notEqual(jobTitle, 'Chief Executive');
      assert.match(top.jobTitle, /^(Chief Executive|General Practitioner)$/);
    }
    const without = people.filter(
      person => person.managerEmail === null && person.jobTitle !== 'Chief Executive',
    );
    assert.ok(without.length >= 3);
  });

  it('have names that are long, accented and written from right to left', () => {
    const names = people.map(person => person.name);
    assert.ok(names.some(name => name.length > 50));
    assert.ok(names.some(name => /[éïôöśü]/.test(name)));
    assert.ok(names.some(name => /\p{Script=Arabic}/u.test(name)));
    assert.ok(names.some(name => /\p{Script=Hebrew}/u.test(name)));
  });

  it('work at different hours', () => {
    const rosters = new Set(
      people.map(({ roster }) => `${roster.days.length} ${roster.startMinute}-${roster.endMinute}`),
    );
    assert.ok(rosters.size >= 5);
    assert.ok(people.some(person => person.commitments.some(one => one.subject === 'Night shift')));
  });

  for (const day of ['2026-11-22', '2026-11-25', '2027-03-26', '2027-10-29']) {
    it(`have calendars of their own for the four weeks from ${day}`, () => {
      const start = Date.parse(`${day}T12:00:00Z`);
      const end = new Date(start + 28 * 86_400_000).toISOString().slice(0, 10);
      const calendars = localPeople(start).map(person => {
        const ahead = person.commitments.filter(
          one => one.weekly !== undefined || (one.on >= day && one.on <= end),
        );
        const lastWeek = new Date(start + 21 * 86_400_000).toISOString().slice(0, 10);
        assert.ok(ahead.length >= 5, person.email);
        assert.ok(
          person.commitments.some(one => one.on >= lastWeek),
          person.email,
        );
        return JSON.stringify(ahead);
      });
      assert.equal(new Set(calendars).size, calendars.length);
    });
  }

  it('have leave, birthdays, holds, private things and days elsewhere between them', () => {
    const all = people.flatMap(person => person.commitments);
    for (const kind of ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const) {
      assert.ok(
        all.some(one => one.showAs === kind),
        kind,
      );
    }
    assert.ok(all.some(one => one.isPrivate));
    assert.ok(all.some(one => one.isAllDay && one.showAs === 'oof'));
    assert.ok(all.some(one => one.isAllDay && one.showAs === 'free'));
    assert.ok(all.some(one => one.isAllDay && one.timeZone !== undefined));
  });

  it('are those of the scheme', () => {
    const file = new URL('../../../infra/local/scheme.json', import.meta.url);
    const scheme: Scheme = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal(scheme.homeTenantId, trustsTenantId);
    assert.deepEqual(scheme.domains, { 'example.nhs.uk': trustsTenantId, 'example.gov.uk': councilTenantId });
    assert.ok(scheme.signposts.some(({ says }) => says.includes('116 123')));
    assert.ok(scheme.signposts.some(({ says }) => says.includes('999')));
  });
});
