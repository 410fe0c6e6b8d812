import type { Activity } from 'botbuilder';
import { mustDeclare } from '../journeys/follow-up.ts';
import { meetingFor } from '../mentoring/chemistry/meeting-for.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import { contractFor } from '../mentoring/contract/contract-for.ts';
import { type ContractReminderKind, isSaidBeside } from '../mentoring/reminders/contract-reminders.ts';
import type { Notice, Reminder } from '../ports/chat.ts';
import { cardAfter } from './after-meeting.ts';
import { meetingCard } from './cards/meeting-card.ts';
import { reminderCard, type SeenContractNews, type SeenReminder } from './cards/reminder-card.ts';
import { reminderWords } from './cards/reminder-words.ts';
import { wording } from './cards/wording.ts';
import { placeLinks } from './place-link.ts';
import { type Message, messageActivity } from './reply.ts';
import { timesInChat } from './times-in-chat.ts';
import type { Journeys } from './turn.ts';

type Needs = {
  readonly now: number;
  readonly opId: () => string;
  readonly declares: boolean;
  readonly placeLink: (place: string) => string;
};

/** As an activity, with what it takes to say it now. */
export async function noticeActivity(
  ports: Journeys,
  notice: Notice,
): Promise<Partial<Activity> | undefined> {
  const activity =
    notice.about === 'times' || notice.about === 'session-times'
      ? await timesInChat(ports, notice)
      : await newsInChat(ports, notice);
  return activity && { ...activity, summary: previewOf(notice) };
}

type News = Exclude<Notice, { about: 'times' | 'session-times' }>;

async function newsInChat(ports: Journeys, notice: News): Promise<Partial<Activity> | undefined> {
  const now = await ports.clock.now();
  const declares =
    notice.about === 'meeting' &&
    notice.to === invitedOf(notice.meeting) &&
    (await mustDeclare(ports, notice.meeting, notice.to));
  if (notice.about === 'question' || notice.about === 'result') {
    const seen = meetingFor(notice.meeting[notice.to].person, notice.meeting, now);
    const card =
      seen &&
      (await cardAfter(ports, notice.meeting[notice.to].person, seen, {
        isClosing: notice.about === 'question',
      }));
    return card && messageActivity({ cards: [card] });
  }
  const placeLink = placeLinks(ports.scheme);
  const message = noticeMessage(notice, { now, declares, opId: () => ports.ids.random(), placeLink });
  return message && messageActivity(message);
}

/** What a notification shows before the chat is opened. */
function previewOf({ about }: Notice): string {
  if (about === 'times' || about === 'session-times') return reminderWords.previewOfTimes;
  return about === 'reminders' ? reminderWords.preview : reminderWords.previewOfNews;
}

/** What somebody is told without having asked, as a message. `undefined`: it is no news for them any more. */
function noticeMessage(
  notice: Exclude<News, { about: 'question' | 'result' }>,
  { now, opId, declares, placeLink }: Needs,
): Message | undefined {
  if (notice.about === 'reminders') return remindersMessage(notice, { now, placeLink });
  const { meeting } = notice;
  const organiser = organiserOf(meeting);
  const to = notice.about === 'clash' ? organiser : notice.to;
  if (meeting.stage === 'released' && to === organiser)
    return { text: wording.notBooked(meeting[invitedOf(meeting)].name) };
  const seen = meetingFor(meeting[to].person, meeting, now);
  if (!seen) return undefined;
  switch (notice.about) {
    case 'meeting':
      return { cards: [meetingCard({ seen, opId, declares })] };
    case 'change':
      return { text: wording.changed(seen) };
    case 'clash':
      return { cards: [meetingCard({ seen, opId, because: wording.clash(seen.other.name) })] };
  }
}

type Reminders = Extract<Notice, { readonly about: 'reminders' }>;

function remindersMessage(
  { to, reminders }: Reminders,
  needs: Pick<Needs, 'now' | 'placeLink'>,
): Message | undefined {
  const seen = reminders.flatMap(each => seenBy(to, each, needs.now));
  const told = seen.filter(each => !('contract' in each) || isSaidBeside(each.kind, kindsOf(each, seen)));
  return told.length > 0 ? { cards: [reminderCard(told, needs)] } : undefined;
}

function seenBy(
  to: Reminders['to'],
  reminder: Reminder,
  now: number,
): readonly (SeenReminder | SeenContractNews)[] {
  if ('meeting' in reminder) {
    const seen = meetingFor(to, reminder.meeting, now);
    const isOpen = seen && (!seen.isPast || seen.after?.stands === 'asked');
    return isOpen ? [{ kind: reminder.kind, seen }] : [];
  }
  const contract = contractFor(to, reminder.contract, now);
  return contract ? [{ kind: reminder.kind, contract }] : [];
}

/** All that is said of the same contract. */
function kindsOf(
  { contract: { contract } }: SeenContractNews,
  all: readonly (SeenReminder | SeenContractNews)[],
): readonly ContractReminderKind[] {
  return all.flatMap(each =>
    'contract' in each && each.contract.contract.contractId === contract.contractId ? [each.kind] : [],
  );
}
