import assert from 'node:assert/strict';
import { freeTogether } from '../../../bot/mentoring/availability/free-time.ts';
import {
  type OfferSlots,
  offerSlots,
  proposeTimes,
} from '../../../bot/mentoring/availability/offer-slots.ts';
import { sayShortWhen } from '../../../bot/mentoring/availability/say-time.ts';
import type { Slot } from '../../../bot/mentoring/availability/slots.ts';
import { anOffer, at, hours, london, minute, somebody } from './people-who-meet.ts';

const says = (slots: readonly Slot[]) => slots.map(slot => sayShortWhen(slot, london));

function everySlot(asked: OfferSlots): Slot[] {
  const all: Slot[] = [];
  for (;;) {
    const page = offerSlots({ ...asked, skip: all.length });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

describe('The times that are offered', () => {
  it('are half-hours on the hour and half hour when both work and are free, spread over days', () => {
    const slots = offerSlots(anOffer());
    assert.deepEqual(says(slots), [
      'Mon 23 Nov, 9am',
      'Mon 23 Nov, 1pm',
      'Tue 24 Nov, 9am',
      'Tue 24 Nov, 1pm',
      'Wed 25 Nov, 9am',
      'Wed 25 Nov, 1pm',
    ]);
    assert.ok(slots.every(slot => slot.end - slot.start === 30 * minute && slot.matchesWish));
  });

  it('are never when either has something else, in Outlook or in the diary', () => {
    const monday = { start: at('2026-11-23T09:00:00Z'), end: at('2026-11-23T12:10:00Z') };
    const held = { start: at('2026-11-23T13:00:00Z'), end: at('2026-11-23T16:30:00Z') };
    const people = [somebody({ busy: [monday] }), somebody({ held: [held] })] as const;
    const onMonday = everySlot(anOffer({ people })).filter(slot => slot.on === '2026-11-23');
    assert.deepEqual(says(onMonday).sort(), ['Mon 23 Nov, 12.30pm', 'Mon 23 Nov, 4.30pm']);
  });

  it('may start as another meeting ends', () => {
    const until10 = { start: at('2026-11-23T09:00:00Z'), end: at('2026-11-23T10:00:00Z') };
    const from1030 = { start: at('2026-11-23T10:30:00Z'), end: at('2026-11-23T17:00:00Z') };
    const people = [somebody({ busy: [from1030] }), somebody({ busy: [until10] })] as const;
    const onMonday = everySlot(anOffer({ people })).filter(slot => slot.on === '2026-11-23');
    assert.deepEqual(says(onMonday), ['Mon 23 Nov, 10am']);
  });

  it('keep the time to travel free before and after for both', () => {
    const busy = [
      { start: at('2026-11-23T09:00:00Z'), end: at('2026-11-23T11:00:00Z') },
      { start: at('2026-11-23T12:30:00Z'), end: at('2026-11-23T17:00:00Z') },
    ];
    const people = [somebody({ busy }), somebody()] as const;
    const all = everySlot(anOffer({ people, bufferMinutes: 30 }));
    assert.deepEqual(says(all.filter(slot => slot.on === '2026-11-23')), ['Mon 23 Nov, 11.30am']);
  });

  it('begin after the notice that is due and end four weeks from now', () => {
    const all = everySlot(anOffer({ now: at('2026-11-23T10:10:00Z'), noticeMinutes: 24 * 60 }));
    const starts = all.map(slot => slot.start).sort((a, b) => a - b);
    assert.equal(starts[0], at('2026-11-24T10:30:00Z'));
    assert.equal(starts.at(-1), at('2026-12-21T09:30:00Z'));
  });

  it('put wished-for days first and still offer others', () => {
    const slots = offerSlots(anOffer({ wish: { days: ['Thursday'] } }));
    assert.deepEqual(says(slots), [
      'Thu 26 Nov, 9am',
      'Thu 26 Nov, 1pm',
      'Thu 3 Dec, 9am',
      'Thu 3 Dec, 1pm',
      'Thu 10 Dec, 9am',
      'Thu 10 Dec, 1pm',
    ]);
    const all = everySlot(anOffer({ wish: { days: ['Thursday'] } }));
    const lastWished = all.findLastIndex(slot => slot.matchesWish);
    assert.ok(all.slice(0, lastWished + 1).filter(slot => !slot.matchesWish).length < 6);
    assert.ok(all.some(slot => slot.day === 'Friday'));
  });

  it('offer three on a day when only that day was asked for', () => {
    const wish = { fromOn: '2026-12-03', toOn: '2026-12-03', earliestMinute: 15 * 60 };
    const slots = offerSlots(anOffer({ wish }));
    assert.deepEqual(says(slots.filter(slot => slot.matchesWish)), [
      'Thu 3 Dec, 3pm',
      'Thu 3 Dec, 3.30pm',
      'Thu 3 Dec, 4pm',
    ]);
  });

  it('say so when nothing fits the wish', () => {
    const slots = offerSlots(anOffer({ wish: { days: ['Sunday'], partsOfDay: ['evening'] } }));
    assert.equal(slots.length, 6);
    assert.ok(slots.every(slot => !slot.matchesWish));
  });

  it('take a part of the day and the hours that were named', () => {
    const afternoons = everySlot(anOffer({ wish: { partsOfDay: ['afternoon'], latestMinute: 14 * 60 } }));
    const wished = afternoons.filter(slot => slot.matchesWish).map(slot => slot.minute);
    assert.deepEqual(new Set(wished), new Set([720, 750, 780, 810]));
  });

  it('come in pages that repeat nothing and leave nothing out', () => {
    const all = everySlot(anOffer({ wish: { days: ['Tuesday'] } }));
    assert.equal(new Set(all.map(slot => slot.start)).size, all.length);
    assert.equal(all.length, 20 * 16);
    const first = all.slice(0, 6);
    const perDay = Map.groupBy(first, slot => slot.on);
    assert.ok([...perDay.values()].every(slots => slots.length <= 2));
  });

  it('are the same whenever the same is asked', () => {
    assert.deepEqual(offerSlots(anOffer({ skip: 12 })), offerSlots(anOffer({ skip: 12 })));
  });

  it('take each person at the hours of their own zone, nights too', () => {
    const nurse = somebody({ workingHours: hours({ startMinute: 20 * 60, endMinute: 8 * 60 }) });
    const abroad = hours({ timeZone: 'America/New_York', startMinute: 0, endMinute: 3 * 60 });
    const all = everySlot(anOffer({ people: [nurse, somebody({ workingHours: abroad })] }));
    assert.deepEqual(new Set(all.map(slot => slot.minute)), new Set([300, 330, 360, 390, 420, 450]));
    assert.ok(all.some(slot => slot.day === 'Saturday') === false);
  });

  it('T05 have right local times on the days on which the clock changes, none missing and none twice', () => {
    const always = hours({ days: ['Saturday', 'Sunday'], startMinute: 0, endMinute: 1440 });
    const people = [somebody({ workingHours: always }), somebody({ workingHours: always })] as const;
    for (const [now, day] of [
      ['2026-10-23T10:00:00Z', '2026-10-25'],
      ['2027-03-26T10:00:00Z', '2027-03-28'],
    ] as const) {
      const asked = anOffer({ people, now: at(now) });
      const minutes = everySlot(asked)
        .filter(slot => slot.on === day)
        .map(slot => slot.minute)
        .sort((a, b) => a - b);
      assert.equal(new Set(minutes).size, minutes.length);
      const inTheGap = minutes.filter(each => each >= 60 && each < 120);
      assert.deepEqual(inTheGap, day === '2026-10-25' ? [60] : []);
      assert.ok(minutes.includes(120) && minutes.includes(23 * 60 + 30) && minutes.includes(0));
    }
    const sunday = everySlot(anOffer({ people, now: at('2026-10-23T10:00:00Z') }));
    assert.equal(
      sunday.find(slot => slot.on === '2026-10-25' && slot.minute === 540)?.start,
      at('2026-10-25T09:00:00Z'),
    );
  });

  it('T06 keep the time on the wall when they lie after a clock change, and differ in UTC by an hour', () => {
    const all = everySlot(anOffer({ now: at('2026-10-20T08:00:00Z') }));
    const nineOn = (day: string) => all.find(slot => slot.on === day && slot.minute === 540)?.start;
    assert.equal(nineOn('2026-10-23'), at('2026-10-23T08:00:00Z'));
    assert.equal(nineOn('2026-10-26'), at('2026-10-26T09:00:00Z'));
  });
});

describe('Times proposed to somebody whose calendar is hidden', () => {
  it('are three on three days, from what can be seen of one and the hours of the other', () => {
    const monday = { start: at('2026-11-23T00:00:00Z'), end: at('2026-11-24T00:00:00Z') };
    const { now, zone, noticeMinutes } = anOffer();
    const slots = proposeTimes({
      seen: [somebody({ busy: [monday] })],
      unseen: [{ canMeet: { earliestMinute: 15 * 60 }, workingHours: hours() }],
      now,
      zone,
      noticeMinutes,
      wish: { days: ['Thursday'] },
    });
    assert.deepEqual(says(slots), ['Thu 26 Nov, 3pm', 'Thu 3 Dec, 3pm', 'Thu 10 Dec, 3pm']);
  });

  it('keep out of what is already promised to others', () => {
    const window = { start: at('2026-11-23T09:00:00Z'), end: at('2026-11-23T17:00:00Z') };
    assert.deepEqual(freeTogether([somebody()], [{ held: [window] }], { window, zone: london }), []);
  });
});
