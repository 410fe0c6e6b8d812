import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import type { ManagerChain } from '../ports/directory.ts';
import type { Document } from '../ports/store.ts';

/** What the directory said of a person when they were last asked about (epoch ms, movable time). */
export type Known = {
  readonly name: string;
  readonly address: string;
  readonly organisation?: string;
  readonly managers: ManagerChain;
  readonly askedAt: number;
};

/** Where a person can be spoken to. `reference` is Bot Framework's conversation reference, opaque here. */
export type PersonRecord = Document & {
  readonly type: 'person';
  /** The id that the channel gives them; opaque. */
  readonly fromId?: string;
  readonly reference?: unknown;
  readonly known?: Known;
  /** The register's row that is theirs. */
  readonly profileId?: string;
  /** When they can meet, said by themselves; narrows Outlook. */
  readonly canMeet?: WhenYouCanMeet;
  /** When the welcome was said, ISO instant. */
  readonly welcomedAt?: string;
};

export type MembershipRecord = Document & {
  readonly type: 'membership';
  readonly pairId: string;
  readonly role: 'mentee' | 'mentor';
  /** The tenant that the pair lives in. */
  readonly homeTenantId: string;
};

/** The answer to one press: the matter it settled. */
export type PressRecord = Document & {
  readonly type: 'press';
  readonly pairId: string;
  readonly meetingId: string;
};

export function membershipRecord(
  pairId: string,
  role: 'mentee' | 'mentor',
  homeTenantId: string,
): MembershipRecord {
  return { id: `membership:${pairId}`, type: 'membership', pairId, role, homeTenantId };
}

export function pressRecordId(verb: string, opId: string): string {
  return `press:${verb}:${opId}`;
}
