import { meetingFor } from '../../bot/mentoring/chemistry/meeting-for.ts';
import type { PersonId } from '../../bot/mentoring/people/person.ts';
import { type Calendar, type CalendarEvent, CalendarUnavailable } from '../../bot/ports/calendar.ts';
import type { Chat, Notice, Told } from '../../bot/ports/chat.ts';
import type { Directory } from '../../bot/ports/directory.ts';
import type { SignIns } from '../../bot/ports/sign-in.ts';
import type { Seeded } from '../../infra/local/people/seeded.ts';
import type { Ledger } from './ledger.ts';
import type { Instance } from './stepper.ts';

export type Faults = { on: boolean };

/** Outlook, the directory, sign-in and Teams as small as they can be, with their faults. One for all instances. */
export function outside(random: Seeded, faults: Faults, ledger: Ledger, now: () => number) {
  const events = new Map<string, CalendarEvent>();
  let messages = 0;

  function mayFail(): void {
    if (!faults.on || !random.chance(0.02)) return;
    throw new CalendarUnavailable('As the seed wants', { effectUnknown: random.chance(0.5) });
  }

  const calendar: Calendar = {
    async schedules(_as, addresses) {
      return new Map(addresses.map(address => [address, { seen: true, busy: [] }]));
    },
    async create(_as, { transactionId, interval }) {
      const known = [...events.values()].find(each => each.transactionId === transactionId);
      const id = known?.id ?? `event ${events.size + 1}`;
      const event: CalendarEvent = known ?? {
        id,
        iCalUId: `i${id}`,
        interval,
        transactionId,
        isOnlineMeeting: true,
        isOrganiser: true,
        isCancelled: false,
        blocks: true,
      };
      events.set(id, event);
      mayFail();
      return event;
    },
    async view() {
      return [...events.values()].filter(each => each.transactionId !== undefined);
    },
    async move(_as, eventId, interval) {
      const event = events.get(eventId);
      if (!event) throw new CalendarUnavailable('No such event', {});
      const moved = { ...event, interval };
      events.set(eventId, moved);
      mayFail();
      return moved;
    },
    async cancel(_as, eventId) {
      mayFail();
      return events.delete(eventId) ? 'cancelled' : 'gone';
    },
    async respond() {
      return 'sent';
    },
  };

  const directory: Directory = {
    async me() {
      throw new Error('Nobody signs in here');
    },
    async resolve(_as, addresses) {
      return new Map(
        addresses.map(address => {
          const [objectId = ''] = address.split('@');
          const person = { tenantId: 'trust', objectId };
          return [address, { person, name: objectId, address, isMember: true, managers: ['top'] }];
        }),
      );
    },
    async stillThere(_as, objectIds) {
      return new Map(objectIds.map(objectId => [objectId, true]));
    },
  };

  const signIns: SignIns = {
    async absent(person) {
      return { person, graphToken: async () => 'token' };
    },
  };

  /** Each instance has a chat of its own, so that it is known who spoke. */
  const chatOf = (by: Instance): Chat => ({
    async tell(person, notice): Promise<Told> {
      if (isNoNews(person, notice, now())) {
        ledger.notSaid(by, notice, person.objectId);
        return 'no news';
      }
      const arrives = (): Told => {
        ledger.delivered(by, notice, person.objectId, now());
        messages += 1;
        return { messageId: `message ${messages}` };
      };
      if (!faults.on || random.chance(0.85)) return arrives();
      const drawn = random.number();
      if (drawn < 0.4) return { afterMs: random.between(0, 3000) };
      if (drawn < 0.6) throw new Error('Refused, as the seed wants');
      if (drawn < 0.65) {
        ledger.notSaid(by, notice, person.objectId);
        return 'unreachable';
      }
      ledger.trouble(by);
      if (random.chance(0.5)) arrives();
      return 'unclear';
    },
    async update() {
      return faults.on && random.chance(0.05) ? random.pick(['gone', 'unclear']) : 'updated';
    },
  });

  return { calendar, directory, signIns, chatOf };
}

function isNoNews(person: PersonId, notice: Notice, at: number): boolean {
  if (!('meeting' in notice)) return false;
  return notice.meeting.stage !== 'released' && meetingFor(person, notice.meeting, at) === undefined;
}
