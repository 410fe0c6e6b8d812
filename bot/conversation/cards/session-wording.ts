/** All text about sessions that people read in the chat, beside what is said of every meeting. */
export const sessionWording = {
  book: 'Book a session',
  bookAnother: 'Book another session',
  confirmTitle: (name: string) => `Book a session with ${name}`,
  confirmMove: (name: string) => `Move your session with ${name}`,
  online: (minutes: number) => `Online with Teams, ${minutes} minutes`,
  inPerson: (minutes: number) => `In person, ${minutes} minutes`,
  bookThis: 'Book this session',
  otherLength: (minutes: number) => `${minutes} minutes instead`,
  otherTimes: 'Other times',
  chooseTimes: 'Choose times to send',
  withWhom: 'With whom would you like a session?',
  chosenInTab: 'You asked in the tab for times. We look at both calendars next.',
};
