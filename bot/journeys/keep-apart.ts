import { readMeeting } from '../booking/meeting-store.ts';
import { meetingsOf } from '../booking/meetings-of.ts';
import { sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { type ApartBecause, aboutKey, type KeptApart } from '../mentoring/people/kept-apart.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { type ApartRecord, apartPrefix, apartRecord } from '../records/apart-record.ts';
import { keptApart, profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';

type Needs = Pick<Ports, 'store' | 'scheme'>;
/** Who it is about, as they are called on a screen of whoever said it. */
export type LeftOut = {
  readonly about: KeptApart['about'];
  readonly because: ApartBecause;
  readonly name: string;
};

/** From now on neither of the two finds the other. The mentor is told nothing. */
export async function keepApartFromMentor(
  { store, scheme }: Needs,
  person: PersonId,
  { profileId, because }: { readonly profileId: string; readonly because: ApartBecause },
): Promise<LeftOut | Refusal> {
  const profile = await store.read<ProfileRecord>(profilesOf(scheme), profileId);
  if (!profile) return { refused: 'not found' };
  return keep(
    { store, scheme },
    { by: person, about: { profileId }, because },
    profile.document.profile.name,
  );
}

/** For a mentor who was asked: this mentee neither finds them nor can ask again, and is told nothing. */
export async function keepApartFromMentee(
  ports: Needs,
  person: PersonId,
  { pairId, meetingId }: { readonly pairId: string; readonly meetingId: string },
): Promise<LeftOut | Refusal> {
  const meeting = (await readMeeting(ports, pairId, meetingId))?.document.meeting;
  if (!meeting || sideOf(meeting, person) !== 'mentor') return { refused: 'not found' };
  const { mentee } = meeting;
  return keep(ports, { by: person, about: { person: mentee.person }, because: 'block' }, mentee.name);
}

/** What this person has said, never what others said of them. */
export async function listKeptApart(ports: Needs, person: PersonId): Promise<readonly LeftOut[]> {
  const { store, scheme } = ports;
  const words = await store.list<ApartRecord>(keptApart(scheme), 'apart', apartPrefix(person));
  if (words.length === 0) return [];
  const asMentor = await meetingsOf(ports, person, 'mentor');
  const named = words.map(async ({ document: { about, because } }) => {
    if (!('person' in about)) {
      const profile = await store.read<ProfileRecord>(profilesOf(scheme), about.profileId);
      return { about, because, name: profile?.document.profile.name };
    }
    const meeting = asMentor.find(({ mentee }) => samePerson(mentee.person, about.person));
    return { about, because, name: meeting?.mentee.name };
  });
  return (await Promise.all(named)).flatMap(({ name, ...word }) => (name ? [{ ...word, name }] : []));
}

/** Takes back what this person said, about one or about all; nothing to take back is fine. */
export async function takeBackApart(
  { store, scheme }: Needs,
  person: PersonId,
  about: KeptApart['about'] | 'everybody',
): Promise<void> {
  const partition = keptApart(scheme);
  const prefix = `${apartPrefix(person)}${about === 'everybody' ? '' : aboutKey(about)}`;
  for (const { document, etag } of await store.list<ApartRecord>(partition, 'apart', prefix)) {
    const isMeant = about === 'everybody' || aboutKey(document.about) === aboutKey(about);
    if (isMeant) await store.write(partition, [{ remove: document.id, ifMatch: etag }]);
  }
}

async function keep({ store, scheme }: Needs, word: KeptApart, name: string): Promise<LeftOut> {
  await store.write(keptApart(scheme), [{ put: apartRecord(word), ifMatch: 'any' }]);
  return { about: word.about, because: word.because, name };
}
