import type { RefusalCode } from '../mentoring/refusal.ts';
import { contractRefusalStatus } from './contract-refusal-status.ts';

/** What the tab is told of an expected "no". A conflict (409) means: load again, the matter stands otherwise now. */
export function refusalToStatus(code: RefusalCode): { readonly status: number; readonly say: string } {
  switch (code) {
    case 'not found':
      return { status: 404, say: 'That is not here, or it is not yours to see.' };
    case 'time taken':
      return { status: 409, say: 'That time has just gone. Choose another time in the chat.' };
    case 'time passed':
      return { status: 409, say: 'That time has passed. Choose another time in the chat.' };
    case 'too short notice':
      return { status: 409, say: 'That time is too soon. Choose a later time in the chat.' };
    case 'too far ahead':
      return { status: 409, say: 'That time is too far ahead. Choose one in the next 4 weeks in the chat.' };
    case 'no place left':
      return { status: 409, say: 'This mentor has no place left now. Find other mentors in the chat.' };
    case 'mentor paused':
      return { status: 409, say: 'This mentor is taking a break. Find other mentors in the chat.' };
    case 'mentor unreachable':
      return { status: 409, say: 'This mentor has not joined yet. Find other mentors in the chat.' };
    case 'yourself':
      return { status: 409, say: 'You cannot book a meeting with yourself.' };
    case 'left out':
      return { status: 409, say: 'You have left this mentor out.' };
    case 'line management':
      return { status: 409, say: 'A mentor cannot be somebody who manages you, or whom you manage.' };
    case 'line management unknown':
      return {
        status: 409,
        say: 'Say yes in the chat: there you confirm that neither of you manages the other.',
      };
    case 'already meeting':
      return { status: 409, say: 'The two of you have a meeting already.' };
    case 'already answered':
      return { status: 409, say: 'This meeting has been answered already.' };
    case 'time changed':
      return { status: 409, say: 'The time has changed meanwhile. This is the new one.' };
    case 'already cancelled':
      return { status: 409, say: 'This meeting has been cancelled already.' };
    case 'event gone':
      return { status: 409, say: 'This is not in Outlook any more. Cancel it here and book again.' };
    case 'mentor left':
      return { status: 409, say: 'This mentor has left. Find other mentors in the chat.' };
    case 'no mailbox':
      return {
        status: 409,
        say: 'There is no Outlook calendar for one of you. Arrange the time in the chat.',
      };
    case 'calendar hidden':
      return { status: 409, say: 'We cannot see one of the calendars. Arrange the time in the chat.' };
    case 'not yet':
      return {
        status: 409,
        say: 'It is being put into both calendars at this moment. Try again in a minute.',
      };
    case 'not a mentor':
      return { status: 403, say: 'Only mentors can do this.' };
    case 'not met yet':
      return { status: 409, say: 'You have not met yet. We ask you afterwards.' };
    case 'already released':
      return { status: 409, say: 'You both know this by now, so it stays as it is.' };
    case 'answer first':
      return { status: 409, say: 'You have met. Say first whether you want to go on.' };
    case 'not going on':
      return { status: 409, say: 'Sessions are for 2 people who both go on.' };
    case 'going on already':
      return { status: 409, say: 'The 2 of you go on already. Book a session in the chat.' };
    case 'review not due':
      return { status: 409, say: 'This review is not due yet. You are told when it is.' };
    case 'review over':
      return { status: 409, say: 'This review is settled. You can read it.' };
    case 'answers shown':
      return { status: 409, say: 'Both can see the answers now, so they stay as they are.' };
    case 'answers not shown yet':
      return { status: 409, say: 'You decide together once both can see the answers.' };
    case 'conflict to review':
      return {
        status: 409,
        say: 'There is something to look at together first. Open the review of this contract.',
      };
    default:
      return contractRefusalStatus[code];
  }
}
