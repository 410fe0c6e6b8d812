import { tryAgain } from '../booking/try-again.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';

/** What a mentor decides by typing: to be left alone until a day (ISO date), to be found again, to be asked first or not. */
export type OwnProfileChange =
  | { readonly pausedUntil: string }
  | { readonly pausedUntil: 'not paused' }
  | { readonly asksFirst: boolean };

type ChangeOwnProfile = {
  readonly person: PersonId;
  readonly profileId: string | undefined;
  readonly change: OwnProfileChange;
};

export async function changeOwnProfile(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  { person, profileId, change }: ChangeOwnProfile,
): Promise<MentorProfile | Refusal> {
  if (!profileId) return { refused: 'not a mentor' };
  return tryAgain(async () => {
    const stored = await store.read<ProfileRecord>(profilesOf(scheme), profileId);
    const owner = stored?.document.profile.person;
    if (!stored || !owner || !samePerson(owner, person)) return { refused: 'not a mentor' } as const;
    const profile = changed(stored.document.profile, change);
    const record: ProfileRecord = { ...stored.document, profile };
    const written = await store.write(profilesOf(scheme), [{ put: record, ifMatch: stored.etag }]);
    return written.outcome === 'written' ? profile : 'conflict';
  });
}

function changed(profile: MentorProfile, change: OwnProfileChange): MentorProfile {
  if ('asksFirst' in change) return { ...profile, asksFirst: change.asksFirst };
  const { pausedUntil: _before, ...rest } = profile;
  return change.pausedUntil === 'not paused' ? rest : { ...rest, pausedUntil: change.pausedUntil };
}
