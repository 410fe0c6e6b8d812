import type { PersonId } from '../mentoring/people/person.ts';
import type { KindTold } from '../mentoring/reminders/kinds-told.ts';
import type { Ports } from '../ports/ports.ts';
import { changePerson } from './keep-reference.ts';

/** Reminders that this person does not want: these besides, or these alone. */
export async function muteReminders(
  ports: Pick<Ports, 'store'>,
  person: PersonId,
  kinds: readonly KindTold[],
  how: 'add' | 'set',
): Promise<void> {
  await changePerson(ports, person, record => {
    const { muted = [], ...rest } = record;
    const after = how === 'set' ? kinds : [...new Set([...muted, ...kinds])];
    return after.length > 0 ? { ...rest, muted: after } : rest;
  });
}
