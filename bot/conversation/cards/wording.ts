import { isSession, type Meeting, meetingMinutes } from '../../mentoring/chemistry/meeting.ts';
import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import { escapeMarkdown } from './card.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

/** In the middle of a sentence. */
export function kindOfMeeting(meeting: Meeting): string {
  return isSession(meeting) ? 'session' : 'chemistry meeting';
}

/** All text that people read in the chat. */
export const wording = {
  welcome:
    'Hello. Tell us in your own words what you would like from a mentor, and we show you a few who fit. We find a time in both calendars for a first 30 minutes.',
  hello: (name: string) =>
    `Hello${name ? ` ${escapeMarkdown(first(name))}` : ''}. Tell us in your own words what you would like from a mentor.`,
  helpTitle: 'Four things you can type',
  helpExample:
    'Say what you need in your own words, such as “I am a band 6 nurse near Leeds and I want to move into management, Thursdays are best”.',
  helpButtons: ['I want to move into management', 'My meetings', 'More mentors', 'Start again'],
  helpSearch:
    'With mentors in front of you: “without Leeds”, “more like the second”, “not the first, too far”, “why not others”, “undo”, “who is left out”.',
  helpMentors:
    'For mentors: “pause me until 5 January”, “find me again”, “ask me first”, “no need to ask me first”, “do not let them ask me again”.',
  notUnderstood:
    'We did not make out what you need. Tell us in other words, such as “confidence” or “moving into management”.',
  noMore: 'That was everybody who fits. Change what you need below, or start again.',
  nothingSought: 'Tell us first what you would like from a mentor, in a sentence.',
  startedAgain: 'We start again. What would you like from a mentor?',
  tooLong: 'That is very long. Tell us in a sentence or two what you would like from a mentor.',
  wordsNeeded: 'Tell us in words what you would like from a mentor, or type “help”.',
  onlyText: 'We can read text only. Tell us in words what you would like from a mentor.',
  signpostsFirst: 'It sounds as if this matters more than mentoring. These people can help now:',
  thenMentors: 'We keep nothing of what you wrote. If a mentor would help too, these may fit.',
  nothingKept: 'We keep nothing of what you wrote.',
  private: (link: string) => `Let's talk in private: ${link}`,
  book: 'Book a chemistry meeting',
  chosenInTab: 'You chose this mentor in the tab. We look at both calendars next.',
  timesTitle: (name: string, minutes = meetingMinutes) => `${minutes} minutes with ${name}`,
  worksForBoth: 'Works around both calendars. Choose a time.',
  noneAsWished: 'Nothing is free just when you wished. These times are.',
  noTimes: (more: boolean) =>
    more
      ? 'There are no more times in the next 4 weeks.'
      : 'There is no time when both are free in the next 4 weeks.',
  moreTimes: 'More times',
  firstTimes: 'First times again',
  otherMentors: 'Other mentors',
  whenCanYouMeet: 'When can you meet?',
  sayWhen: 'Say when you can meet',
  daysLabel: 'Days',
  daysError: 'Choose one day or more.',
  earliestLabel: 'Not before',
  latestLabel: 'Not after',
  timeError: 'Give a time, such as 9am.',
  nightsTitle: 'I work nights this week',
  nightsLabel: 'Shifts',
  nightsError: 'Tick this if you work nights this week.',
  canMeetKept: 'We keep to that when we look for times.',
  showTimesThen: 'Show times then',
  changeWhen: 'Change when you can meet',
  whenFirst:
    'We ask when you can meet as soon as you choose a mentor. Tell us first what you would like from one.',
  notBothFree: 'You are not both free then. These times are free for both of you.',
  chooseFirst: 'Choose a time first, or type one, such as “Thursday 3 December after 4pm”.',
  keepIt: 'Keep it as it is',
  confirmTitle: (name: string) => `Book a chemistry meeting with ${name}`,
  confirmMove: (name: string) => `Move your meeting with ${name}`,
  confirmProposal: (name: string) => `Send ${name} three times`,
  hiddenCalendar: (name: string) =>
    `We cannot see when ${first(name)} is free. You are free at these times, and ${first(name)} picks one.`,
  modeLabel: 'Where',
  modeError: 'Choose online or in person.',
  placeLabel: 'Place, if you meet in person',
  placeError: 'Write at most 120 characters.',
  bothSeeInOutlook: 'Both will see this in Outlook.',
  placeNeeded: 'Say where you will meet, or choose online.',
  sharedLabel: (name: string) => `What would you like ${first(name)} to know?`,
  sharedError: 'Write at most 1,000 characters.',
  onlyThe2: (name: string) => `Only you and ${first(name)} see this.`,
  declares: (name: string) =>
    `By going on you confirm that neither you nor ${first(name)} manages, appraises or assesses the other.`,
  bookThis: 'Book this meeting',
  sendTimes: 'Send these times',
  otherTimes: 'Other times',
  moveHere: 'Move to this time',
  accept: 'Accept',
  anotherTime: 'Another time',
  chooseAnother: 'Choose another time',
  notNow: 'Not now',
  move: 'Move',
  cancel: 'Cancel meeting',
  bookAgain: 'Book again',
  meetingTitle: ({ other, iOrganise, stage, meeting }: MeetingFor) => {
    const what = kindOfMeeting(meeting);
    return !iOrganise && (stage === 'waiting' || stage === 'asked' || stage === 'proposed')
      ? `${other.name} would like a ${what} with you`
      : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} with ${other.name}`;
  },
  stage: (seen: MeetingFor) => stageWords(seen, first(seen.other.name)),
  where: (meeting: Meeting) => {
    if (meeting.mode === 'in person') return meeting.place ? `In person: ${meeting.place}` : 'In person';
    if (!meeting.event) return 'Online with Teams';
    return meeting.event.joinUrl
      ? 'The Teams link is in your Outlook calendar.'
      : 'Outlook gave no Teams link. Agree in chat how you meet.';
  },
  sharedBy: (name: string) => `${first(name)} would like you to know:`,
  suggestTitle: 'Would you name somebody else to ask?',
  suggestLine: (name: string) =>
    `You can name up to 2 colleagues. ${first(name)} sees their names from you. No need to.`,
  suggestFirst: 'First colleague',
  suggestSecond: 'Second colleague',
  suggestError: 'Choose a colleague from the list.',
  suggest: 'Suggest them',
  askColleague: (name: string) => `Ask ${name}`,
  suggests: (name: string) => `${first(name)} suggests asking these colleagues.`,
  whichOne: 'You have more than one. Which one do you mean?',
  onlyPast: 'You have no meetings to come. These were your last ones.',
  noMeetings: 'You have no meetings. Tell us what you would like from a mentor, and we find somebody.',
  clash: (name: string) =>
    `Something else has just come into your calendar at the time of your meeting with ${name}. Keep it, or move it.`,
  changed: (seen: MeetingFor) =>
    escapeMarkdown(`${seen.other.name}: ${stageWords(seen, first(seen.other.name))}`),
  pausedUntil: (day: string) =>
    `You are paused. Nobody finds or books you until ${day}. Type “find me again” to end it sooner.`,
  foundAgain: 'You can be found again.',
  asksFirst: 'From now on you are asked first. Nothing is in your calendar until you say yes.',
  asksNoMore: 'From now on a meeting goes straight into both calendars, and you can say yes or no.',
  pauseUntilWhen: 'Say until when, for example: pause me until 5 January.',
  signIn: 'Sign in once, so that we can look at your calendar for you.',
  signInButton: 'Sign in',
  signedIn: 'You are signed in. Type again what you asked for.',
  signInFirst: 'Sign in first. Then we carry on.',
  signInFailed: 'Signing in did not work. Try the button again.',
  outlookSilent: 'Outlook does not answer at this moment. Nothing is lost. Try again in a minute.',
  broken: 'Something went wrong here. Nothing is lost. Try again in a minute.',
  olderPress: 'This button is from an older message. This is how it stands now.',
  olderTimes: 'This button is from an older message. Choose a time anew.',
  isOver: 'This is over, so nothing has changed.',
  unknownPress: 'This button is from an older message. Type “my meetings” or “help” to go on.',
  timePassed: 'That time has passed. Type a later one, such as “Thursday 3 December after 4pm”.',
  otherNotSignedIn:
    'The other person has to sign in again before Outlook can be changed. We have kept your answer as it was. Try again later.',
  notBooked: (name: string) =>
    `Your meeting with ${escapeMarkdown(name)} could not be put into both calendars, so nothing is booked. Choose another time.`,
  stillBooking: 'We are still putting it into both calendars. You hear from us in a minute.',
};

function stageWords({ stage, iAm, iOrganise, isPast, meeting }: MeetingFor, other: string): string {
  switch (stage) {
    case 'asked':
      return iOrganise ? `Waiting for ${other}, who is asked first.` : 'They wait for your answer.';
    case 'proposed':
      if (iOrganise) return `Waiting for ${other} to pick a time.`;
      return isSession(meeting) ? 'Pick a time, or cancel it.' : 'Pick a time, or say not now.';
    case 'waiting':
      if (isPast) return 'This was in both calendars.';
      return iOrganise
        ? `In both calendars. Waiting for ${other}.`
        : 'It is in your calendar. Can you make it?';
    case 'agreed':
      if (isPast) return 'You have met.';
      return iOrganise
        ? `${other} said yes. It is in both calendars.`
        : 'You said yes. It is in both calendars.';
    case 'moving':
      return iOrganise ? `${other} asks for another time.` : `We have asked ${other} to choose another time.`;
    case 'not now':
      if (isSession(meeting)) return 'Nobody answered in time, so this is not booked.';
      if (iAm === 'mentee') return `${other} cannot take this on now.`;
      return meeting.cancelledBy ? 'You said not now.' : 'The time to answer it has passed.';
    case 'cancelled':
      if (meeting.left && meeting.left !== iAm) {
        const others = iAm === 'mentee' ? ' Others may fit as well.' : '';
        return `${other} has left, so this is cancelled.${others}`;
      }
      if (!meeting.cancelledBy) return 'It is cancelled, as your mentoring has ended.';
      return meeting.cancelledBy === iAm ? 'You cancelled it.' : `${other} cancelled it.`;
  }
}
