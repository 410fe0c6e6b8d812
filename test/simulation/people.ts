import { acceptMeeting } from '../../bot/journeys/accept-meeting.ts';
import { answerAfterMeeting } from '../../bot/journeys/answer-after-meeting.ts';
import { askAnotherTime } from '../../bot/journeys/ask-another-time.ts';
import type { Asker } from '../../bot/journeys/asker.ts';
import { bookChemistryMeeting } from '../../bot/journeys/book-chemistry-meeting.ts';
import { endMeeting } from '../../bot/journeys/end-meeting.ts';
import { finishLater } from '../../bot/journeys/follow-up.ts';
import { listMeetings } from '../../bot/journeys/list-meetings.ts';
import { moveMeeting } from '../../bot/journeys/move-meeting.ts';
import { blindAnswers } from '../../bot/mentoring/chemistry/blind-answer.ts';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import type { Scheme } from '../../bot/mentoring/people/scheme.ts';
import { isRefusal, type Refusal } from '../../bot/mentoring/refusal.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { Store } from '../../bot/ports/store.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import { profileRecord } from '../../bot/records/profile-record.ts';
import type { Seeded } from '../../infra/local/people/seeded.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

export const scheme: Scheme = {
  id: 'scheme',
  name: 'Scheme',
  homeTenantId: 'trust',
  domains: { 'trust.example': 'trust' },
  link: 'https://example.org/',
  signposts: [],
};

const mentees = ['ann', 'ben'];
const mentors = ['mia', 'noa'];

function addressOf(name: string): string {
  return `${name}@trust.example`;
}

export async function prepare(store: Store): Promise<void> {
  const puts = mentors.map(
    (name, at): MentorProfile => ({
      id: `profile-${name}`,
      schemeId: 'scheme',
      name,
      address: addressOf(name),
      jobTitle: '',
      profession: '',
      band: '',
      organisation: '',
      region: '',
      town: '',
      focusAreas: [],
      languages: [],
      meets: [],
      availableDays: [],
      accreditation: '',
      capacity: 5,
      about: '',
      person: { tenantId: 'trust', objectId: name },
      asksFirst: at === 1,
    }),
  );
  await store.write(
    profilesOf(scheme),
    puts.map(profile => ({ put: profileRecord(profile), ifMatch: 'any' })),
  );
}

function asker(name: string): Asker {
  const person = { tenantId: 'trust', objectId: name };
  const as = { person, graphToken: async () => 'token' };
  return { person, name, address: addressOf(name), managers: ['top'], as };
}

/** One decision of one person, and what follows the answer. */
export async function somebody(
  store: Store,
  random: Seeded,
  now: number,
): Promise<(ports: Ports) => Promise<void>> {
  const name = random.pick(mentees);
  const open = (await listMeetings({ store }, asker(name).person)).filter(
    each => !['cancelled', 'not now', 'released', 'reserving'].includes(each.stage),
  );
  const meeting = open.length > 0 ? random.pick(open) : undefined;
  const start = officeHour(now + random.between(2, 12) * day, random.between(9, 16));
  const opId = `op ${random.number()}`;
  if (!meeting || random.chance(0.25)) {
    const profileId = `profile-${random.pick(mentors)}`;
    const asked = { asker: asker(name), profileId, start, mode: 'online', opId, declares: true } as const;
    return ports =>
      then(ports, name, async () => {
        const booked = await bookChemistryMeeting(ports, asked);
        return isRefusal(booked) ? booked : booked.meeting;
      });
  }
  const ids = { pairId: meeting.pairId, meetingId: meeting.id };
  const mentor = meeting.mentor.person.objectId;
  if (meeting.after) {
    const by = random.pick([name, mentor]);
    const answer = random.pick(blindAnswers);
    const { person } = asker(by);
    return async ports => void (await answerAfterMeeting(ports, { person, ...ids, answer }));
  }
  const decisions: readonly ((ports: Ports) => Promise<void>)[] = [
    ports =>
      then(ports, mentor, () => acceptMeeting(ports, { as: asker(mentor).as, ...ids, declares: true })),
    ports => then(ports, mentor, () => askAnotherTime(ports, { person: asker(mentor).person, ...ids })),
    ports => then(ports, name, () => moveMeeting(ports, { as: asker(name).as, ...ids, start })),
    ports => then(ports, name, () => endMeeting(ports, { as: asker(name).as, ...ids, how: 'cancelled' })),
    ports => then(ports, mentor, () => endMeeting(ports, { as: asker(mentor).as, ...ids, how: 'not now' })),
  ];
  return random.pick(decisions);
}

async function then(ports: Ports, name: string, decide: () => Promise<Meeting | Refusal>): Promise<void> {
  const after = await decide();
  if (!isRefusal(after)) await finishLater(ports, after, asker(name).person, undefined);
}

/** On that day or the Monday after it, at a full hour. */
function officeHour(at: number, hourOfDay: number): number {
  const weekday = new Date(at).getUTCDay();
  const midnight = Math.floor(at / day) * day;
  const restDays = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return midnight + restDays * day + hourOfDay * hour;
}
