import type { Activity } from 'botbuilder';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Notice } from '../ports/chat.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { chosenCard } from './cards/chosen-card.ts';
import { showTimes } from './choosing-times.ts';
import { asMessages, messageActivity } from './reply.ts';
import { type Journeys, turnOf } from './turn.ts';

/**
 * Times with a mentor whom the person chose in the tab. Where their calendar cannot be looked at now, a card with the
 * mentor, whose button looks again and asks to sign in.
 */
export async function timesInChat(
  ports: Journeys,
  { to, profileId, wish }: Extract<Notice, { about: 'times' }>,
): Promise<Partial<Activity> | undefined> {
  const mentor = (await ports.register.fresh()).index.get(profileId);
  if (!mentor) return undefined;
  const later = messageActivity({ cards: [chosenCard(mentor)] });
  const stored = await ports.store.read<PersonRecord>(personPartition(to), 'person');
  try {
    const as = await ports.signIns.absent(to);
    if (!as || !stored) return later;
    const turn = turnOf(ports, { person: to, name: '', record: stored.document, as });
    const [times] = asMessages(await showTimes(turn, { choosing: { profileId }, wish }));
    return times;
  } catch (problem) {
    if (problem instanceof SignInRequired || problem instanceof CalendarUnavailable) return later;
    throw problem;
  }
}
