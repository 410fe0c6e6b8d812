import type { Activity } from 'botbuilder';
import { mustDeclare } from '../journeys/follow-up.ts';
import { meetingFor } from '../mentoring/chemistry/meeting-for.ts';
import type { Notice } from '../ports/chat.ts';
import { meetingCard } from './cards/meeting-card.ts';
import { reminderCard } from './cards/reminder-card.ts';
import { reminderWords } from './cards/reminder-words.ts';
import { wording } from './cards/wording.ts';
import { type Message, messageActivity } from './reply.ts';
import { timesInChat } from './times-in-chat.ts';
import type { Journeys } from './turn.ts';

type Needs = { readonly now: number; readonly opId: () => string; readonly declares: boolean };

/** As an activity, with what it takes to say it now. */
export async function noticeActivity(
  ports: Journeys,
  notice: Notice,
): Promise<Partial<Activity> | undefined> {
  const activity =
    notice.about === 'times' ? await timesInChat(ports, notice) : await newsInChat(ports, notice);
  return activity && { ...activity, summary: previewOf(notice) };
}

type News = Exclude<Notice, { about: 'times' }>;

async function newsInChat(ports: Journeys, notice: News): Promise<Partial<Activity> | undefined> {
  const now = await ports.clock.now();
  const declares =
    notice.about === 'meeting' && notice.to === 'mentor' && (await mustDeclare(ports, notice.meeting));
  const message = noticeMessage(notice, { now, declares, opId: () => ports.ids.random() });
  return message && messageActivity(message);
}

/** What a notification shows before the chat is opened. */
function previewOf({ about }: Notice): string {
  if (about === 'times') return reminderWords.previewOfTimes;
  return about === 'reminders' ? reminderWords.preview : reminderWords.previewOfNews;
}

/** What somebody is told without having asked, as a message. `undefined`: it is no news for them any more. */
function noticeMessage(notice: News, { now, opId, declares }: Needs): Message | undefined {
  if (notice.about === 'reminders') return remindersMessage(notice, now);
  const to = notice.about === 'clash' ? 'mentee' : notice.to;
  const { stage, mentor } = notice.meeting;
  if (stage === 'released' && to === 'mentee') return { text: wording.notBooked(mentor.name) };
  const seen = meetingFor(notice.meeting[to].person, notice.meeting, now);
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

function remindersMessage(
  { to, reminders }: Extract<Notice, { readonly about: 'reminders' }>,
  now: number,
): Message | undefined {
  const seen = reminders.flatMap(({ kind, meeting }) => {
    const own = meetingFor(to, meeting, now);
    return own && !own.isPast ? [{ kind, seen: own }] : [];
  });
  return seen.length > 0 ? { cards: [reminderCard(seen)] } : undefined;
}
