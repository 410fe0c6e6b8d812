import type { OwnMeeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { personPartition } from '../records/partitions.ts';
import type { MembershipRecord } from '../records/person-record.ts';
import { ownAnswer } from './after-store.ts';

/** All meetings of a person, with their own answers after them, by the memberships in their own partition: one listing, and one for each of their pairs. */
export async function meetingsOf(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  role?: MembershipRecord['role'],
): Promise<readonly OwnMeeting[]> {
  const memberships = await store.list<MembershipRecord>(personPartition(person), 'membership');
  const wanted = memberships.filter(({ document }) => role === undefined || document.role === role);
  const pairs = await Promise.all(
    wanted.map(({ document: { homeTenantId, pairId } }) =>
      store.list<MeetingRecord>({ container: 'pairs', tenant: homeTenantId, scope: pairId }, 'meeting'),
    ),
  );
  return pairs.flat().map(({ document }) => {
    const mine = ownAnswer(document, person);
    return mine === undefined ? document.meeting : { ...document.meeting, mine };
  });
}
