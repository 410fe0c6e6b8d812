import { changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { understand } from '../matching/understand.ts';
import { wallTime } from '../mentoring/availability/wall-day.ts';
import { sideOf } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';

const offered = 12;
const namedAtMost = 2;

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'> & { readonly register: LiveRegister };

/** Mentors with the same focus areas whom this mentee could be shown. */
export async function colleaguesToSuggest(ports: Needs, meeting: Meeting): Promise<readonly MentorProfile[]> {
  const { index, keptApart } = await ports.register.fresh();
  const own = index.get(meeting.mentor.profileId);
  if (!own) return [];
  const today = wallTime(await ports.clock.now(), zone).on;
  const { person, address } = meeting.mentee;
  const weight = 1 / Math.max(own.focusAreas.length, 1);
  const criteria = {
    ...understand('').criteria,
    focusAreas: own.focusAreas.map(name => ({ name, weight })),
    needs: 1 as const,
  };
  const asker = { person, address, managers: new Set<string>(), ...keptApart({ person }) };
  return index
    .rank({ criteria, terms: [] }, { limit: offered, asker, today, notForMe: [{ profileId: own.id }] })
    .mentors.map(ranked => ranked.profile);
}

type SuggestColleagues = {
  readonly person: PersonId;
  readonly pairId: string;
  readonly meetingId: string;
  readonly profileIds: readonly string[];
};

/** Kept with the meeting, so that the mentee is told of it like of any other change. */
export async function suggestColleagues(
  ports: Needs,
  { person, pairId, meetingId, profileIds }: SuggestColleagues,
): Promise<Meeting | Refusal> {
  const found = (await readMeeting(ports, pairId, meetingId))?.document.meeting;
  if (!found || sideOf(found, person) !== 'mentor') return { refused: 'not found' };
  const { index } = await ports.register.fresh();
  const suggested = [...new Set(profileIds)]
    .slice(0, namedAtMost)
    .flatMap(profileId => index.get(profileId) ?? [])
    .map(({ id, name }) => ({ profileId: id, name }));
  if (suggested.length === 0) return found;
  return changeMeeting(ports, pairId, meetingId, current => {
    if (current.stage !== 'not now') return { refused: 'already answered' };
    return { meeting: { ...current, suggested }, tell: ['mentee'] };
  });
}
