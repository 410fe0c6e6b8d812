import assert from 'node:assert/strict';
import { overlaps } from '../../bot/mentoring/availability/interval.ts';
import type { Calendar, CalendarEvent, NewEvent } from '../../bot/ports/calendar.ts';
import type { ActingFor } from '../../bot/ports/sign-in.ts';

export type CalendarOwner = { readonly as: ActingFor; readonly address: string; readonly name: string };

/** Mentee and mentor have nothing in their calendars on 3 December 2026; the hidden addresses have no calendar that can be seen. */
export type CalendarWorld = {
  readonly calendar: Calendar;
  readonly mentee: CalendarOwner;
  readonly mentor: CalendarOwner;
  readonly hidden: readonly string[];
  close(): Promise<void>;
};

const at = (time: string) => Date.parse(`2026-12-03T${time}:00Z`);
const day = { start: at('00:00'), end: at('00:00') + 24 * 60 * 60_000 };
const interval = { start: at('10:00'), end: at('10:30') };

/** What every calendar does, whatever is behind it. */
export function calendarContract(name: string, open: () => Promise<CalendarWorld>): void {
  describe(`Calendar contract: ${name}`, () => {
    let world: CalendarWorld;
    let meeting: NewEvent;
    beforeEach(async () => {
      world = await open();
      meeting = {
        transactionId: '5a1c3b60-7d0f-5e0a-9c57-0d8b1f6a2e11',
        subject: 'Meeting: Sam Okoro and Priya Varghese',
        interval,
        attendee: { address: world.mentor.address, name: world.mentor.name },
        link: 'https://mentoring.example/tab/',
      };
    });
    afterEach(() => world.close());

    const book = () => world.calendar.create(world.mentee.as, meeting);
    const copies = () =>
      Promise.all([world.mentee, world.mentor].map(owner => world.calendar.view(owner.as, day)));
    /** The only event of each. */
    const copy = async (): Promise<readonly (CalendarEvent | undefined)[]> =>
      (await copies()).map(events => (events.length === 1 ? events[0] : undefined));
    const busy = async () => {
      const { mentee, mentor, calendar } = world;
      const schedules = await calendar.schedules(mentee.as, [mentee.address, mentor.address], day);
      return [...schedules.values()].map(schedule => schedule.seen && schedule.busy);
    };

    it('puts a meeting into both calendars, with a Teams link and one id that both copies share', async () => {
      const made = await book();
      assert.deepEqual(made.interval, interval);
      assert.ok(made.isOrganiser && made.isOnlineMeeting && made.joinUrl);
      const [own, invitation] = await copy();
      assert.equal(own?.id, made.id);
      assert.equal(own?.transactionId, meeting.transactionId);
      assert.equal(invitation?.iCalUId, made.iCalUId);
      assert.equal(invitation?.isOrganiser, false);
      assert.ok(invitation?.blocks);
    });

    it('T04 makes one event of one transaction id, however often it is sent', async () => {
      const made = await Promise.all([book(), book(), book()]);
      assert.equal(new Set(made.map(event => event.id)).size, 1);
      assert.deepEqual(
        (await copies()).map(events => events.length),
        [1, 1],
      );
    });

    it('shows a meeting as busy in the schedules of both', async () => {
      await book();
      assert.deepEqual(await busy(), [[interval], [interval]]);
    });

    it('gives a meeting in person no Teams link', async () => {
      meeting = { ...meeting, place: 'Library' };
      const made = await book();
      assert.deepEqual([made.isOnlineMeeting, made.joinUrl], [false, undefined]);
    });

    it('moves a meeting in both calendars and keeps its ids and its link', async () => {
      const made = await book();
      const later = { start: at('14:00'), end: at('14:30') };
      const moved = await world.calendar.move(world.mentee.as, made.id, later);
      assert.ok(moved !== 'gone');
      assert.deepEqual([moved.id, moved.joinUrl, moved.interval], [made.id, made.joinUrl, later]);
      const found = await copy();
      assert.deepEqual(
        found.map(event => event?.interval),
        [later, later],
      );
    });

    it('cancels a meeting out of both calendars, once', async () => {
      const made = await book();
      assert.equal(await world.calendar.cancel(world.mentee.as, made.id), 'cancelled');
      assert.equal(await world.calendar.cancel(world.mentee.as, made.id), 'gone');
      assert.deepEqual(await busy(), [[], []]);
    });

    it("carries the attendee's yes to the organiser's copy", async () => {
      const made = await book();
      assert.equal(await world.calendar.respond(world.mentor.as, made, 'accept'), 'sent');
      const [own] = await copy();
      assert.equal(own?.attendeeResponse, 'accepted');
    });

    it("carries the attendee's no, and frees the attendee's time", async () => {
      const made = await book();
      assert.equal(await world.calendar.respond(world.mentor.as, made, 'decline'), 'sent');
      assert.deepEqual((await busy())[1], []);
      const own = (await copies())[0]?.find(event => event.id === made.id);
      assert.equal(own?.attendeeResponse, 'declined');
    });

    it('finds no copy to answer where there is none', async () => {
      const missing = { iCalUId: 'no such meeting', interval };
      assert.equal(await world.calendar.respond(world.mentor.as, missing, 'accept'), 'gone');
    });

    it('shows of a calendar what lies between two instants', async () => {
      await book();
      const morning = { start: at('00:00'), end: at('10:00') };
      const events = await world.calendar.view(world.mentee.as, morning);
      assert.ok(events.every(event => overlaps(event.interval, morning)));
    });

    it('T12 never takes somebody for free whose calendar cannot be seen, and answers for everybody', async () => {
      const unknown = 'nobody.at.all@nowhere.example';
      const addresses = [...world.hidden, unknown, world.mentor.address.toUpperCase()];
      const schedules = await world.calendar.schedules(world.mentee.as, addresses, day);
      assert.deepEqual(
        [...schedules.keys()],
        addresses.map(address => address.toLowerCase()),
      );
      for (const address of [...world.hidden, unknown])
        assert.equal(schedules.get(address)?.seen, false, address);
      assert.equal(schedules.get(world.mentor.address)?.seen, true);
    });
  });
}
