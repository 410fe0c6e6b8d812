import type { RefusalCode } from '../../mentoring/refusal.ts';
import { contractRefusalWords } from './contract-refusal-words.ts';

/** What is said of each refusal, with what to do next. */
export function refusalWords(code: RefusalCode): string {
  switch (code) {
    case 'not found':
      return 'That is not here, or it is not yours to see. Type “my meetings” to see yours.';
    case 'time taken':
      return 'That time has just gone. These are free too.';
    case 'time passed':
      return 'That time has passed. Choose a later one.';
    case 'too short notice':
      return 'That is too soon. Give at least a day of notice.';
    case 'too far ahead':
      return 'That is too far ahead. Choose a time in the next 4 weeks.';
    case 'no place left':
      return 'This mentor has no place left now. Type “more” to see others.';
    case 'mentor paused':
      return 'This mentor is taking a break. Type “more” to see others.';
    case 'mentor left':
      return 'This mentor has left. Type “more” to see others.';
    case 'mentor unreachable':
      return 'This mentor has not joined yet and cannot be booked now. Type “more” to see others.';
    case 'yourself':
      return 'You cannot book a meeting with yourself. Type “more” to see others.';
    case 'left out':
      return 'You have left this mentor out. Type “who is left out” to change that.';
    case 'line management':
      return 'A mentor is nobody who manages you, or whom you manage. Type “more” to see others.';
    case 'line management unknown':
      return 'We cannot tell whether one of you manages the other. Confirm it on the card to go on.';
    case 'already meeting':
      return 'The two of you have a meeting already.';
    case 'already answered':
      return 'This was answered already. This is how it stands.';
    case 'time changed':
      return 'The time has changed meanwhile. This is the new one.';
    case 'already cancelled':
      return 'This meeting is cancelled.';
    case 'event gone':
      return 'This is not in your Outlook calendar any more, so it cannot be moved. Cancel it here and book again.';
    case 'no mailbox':
      return 'We cannot see your Outlook calendar, so we cannot offer times. Ask your IT service desk whether you have a Microsoft 365 mailbox.';
    case 'calendar hidden':
      return 'We cannot see one of the calendars, so we cannot say who is free. Cancel it and send new times.';
    case 'not a mentor':
      return 'This is for mentors on the register. Ask your coordinator to add you.';
    case 'not yet':
      return 'It is being put into both calendars at this moment. Try again in a minute.';
    case 'not met yet':
      return 'You have not met yet. We ask you afterwards. Type “my meetings” to see when.';
    case 'already released':
      return 'You both know this by now, so it stays as it is. Type “my meetings” to see it.';
    case 'answer first':
      return 'You have met. Say first whether you want to go on. Type “my meetings” to answer.';
    case 'not going on':
      return 'Sessions are for 2 people who both go on. Type “my meetings” to see where you are.';
    case 'going on already':
      return 'The 2 of you go on already. Type “book a session” to choose a time.';
    case 'review not due':
      return 'This review is not due yet. Type “my contract” to see when it is.';
    case 'review over':
      return 'This review is settled. Type “my contract” to read it.';
    case 'answers shown':
      return 'You both see the answers now, so they stay. Type “my contract” to read them.';
    case 'answers not shown yet':
      return 'You decide once both see the answers. Type “my contract” to see where it is.';
    case 'conflict to review':
      return 'There is something to look at together first. Type “my contract” to open it.';
    default:
      return contractRefusalWords[code];
  }
}
