import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import type { Party } from '../mentoring/chemistry/meeting.ts';
import type { ManagerChain } from '../ports/directory.ts';
import type { ActingFor } from '../ports/sign-in.ts';

/** Who asks, as the directory knows them, with what they said about themselves. */
export type Asker = Party & {
  readonly organisation?: string;
  readonly managers: ManagerChain;
  /** Their own row in the register, where they are a mentor. */
  readonly profileId?: string;
  readonly canMeet?: WhenYouCanMeet;
  readonly as: ActingFor;
};
