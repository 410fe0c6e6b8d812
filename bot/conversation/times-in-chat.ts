import type { Activity } from 'botbuilder';
import { seePartner } from '../journeys/session-partners.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Notice } from '../ports/chat.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import type { Card } from './cards/card.ts';
import { chosenCard } from './cards/chosen-card.ts';
import { sessionAskedCard } from './cards/session-cards.ts';
import { showSessionTimes, showTimes } from './choosing-times.ts';
import { asMessages, messageActivity } from './reply.ts';
import { type Journeys, turnOf } from './turn.ts';

type AskedInTab = Extract<Notice, { about: 'times' | 'session-times' }>;

/**
 * Times with a mentor whom the person chose in the tab, or for a session. Where their calendar cannot be looked at now, a
 * card whose button looks again and asks to sign in.
 */
export async function timesInChat(
  ports: Journeys,
  asked: AskedInTab,
): Promise<Partial<Activity> | undefined> {
  const { to } = asked;
  const chosen = await chosenIn(ports, asked);
  if (!chosen) return undefined;
  const later = messageActivity({ cards: [chosen] });
  const stored = await ports.store.read<PersonRecord>(personPartition(to), 'person');
  try {
    const as = await ports.signIns.absent(to);
    if (!as || !stored) return later;
    const turn = turnOf(ports, { person: to, name: '', record: stored.document, as });
    const shown =
      asked.about === 'times'
        ? showTimes(turn, { choosing: { profileId: asked.profileId }, wish: asked.wish })
        : showSessionTimes(turn, { pairId: asked.pairId });
    const [times] = asMessages(await shown);
    return times;
  } catch (problem) {
    if (problem instanceof SignInRequired || problem instanceof CalendarUnavailable) return later;
    throw problem;
  }
}

async function chosenIn(ports: Journeys, asked: AskedInTab): Promise<Card | undefined> {
  if (asked.about === 'times') {
    const mentor = (await ports.register.fresh()).index.get(asked.profileId);
    return mentor && chosenCard(mentor);
  }
  const partner = await seePartner(ports, { person: asked.to }, asked.pairId);
  return isRefusal(partner) ? undefined : sessionAskedCard({ pairId: asked.pairId, name: partner.otherName });
}
