import type { NewEvent } from '../../../bot/ports/calendar.ts';

export const at = (iso: string) => Date.parse(iso);
export const meeting: NewEvent = {
  transactionId: '2b0c8a4e-0000-5000-8000-000000000001',
  subject: 'Meeting: Sam Okoro and Priya Varghese',
  interval: { start: at('2027-05-06T08:00:00Z'), end: at('2027-05-06T08:30:00Z') },
  attendee: { address: 'priya.varghese@trust.example', name: 'Priya Varghese' },
  link: 'https://mentoring.example/tab/',
};

/** As Graph writes the meeting. */
export function anEvent(changes: object = {}): object {
  return {
    id: 'event-1',
    iCalUId: 'uid-1',
    start: { dateTime: '2027-05-06T09:00:00.0000000', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2027-05-06T09:30:00.0000000', timeZone: 'GMT Standard Time' },
    isAllDay: false,
    showAs: 'busy',
    isCancelled: false,
    isOrganizer: true,
    transactionId: meeting.transactionId,
    isOnlineMeeting: true,
    onlineMeeting: { joinUrl: 'https://teams.example/join' },
    attendees: [{ type: 'required', status: { response: 'none' }, emailAddress: { address: 'p' } }],
    ...changes,
  };
}
