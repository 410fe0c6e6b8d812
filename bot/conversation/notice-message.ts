import type { Activity } from 'botbuilder';
import { mustDeclare } from '../journeys/follow-up.ts';
import { meetingFor } from '../mentoring/chemistry/meeting-for.ts';
import type { Notice } from '../ports/chat.ts';
import { meetingCard } from './cards/meeting-card.ts';
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
  if (notice.about === 'times') return timesInChat(ports, notice);
  const now = await ports.clock.now();
  const declares =
    notice.about === 'meeting' && notice.to === 'mentor' && (await mustDeclare(ports, notice.meeting));
  const message = noticeMessage(notice, { now, declares, opId: () => ports.ids.random() });
  return message && messageActivity(message);
}

/** What somebody is told without having asked, as a message. `undefined`: it is no news for them any more. */
function noticeMessage(
  notice: Exclude<Notice, { about: 'times' }>,
  { now, opId, declares }: Needs,
): Message | undefined {
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
