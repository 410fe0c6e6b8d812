import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import type { KindTold } from '../mentoring/reminders/kinds-told.ts';
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
  /** Reminders that they do not want. */
  readonly muted?: readonly KindTold[];
  /** When the welcome was said, ISO instant. */
  readonly welcomedAt?: string;
  /** Teams does not let the bot speak to them. Gone with their next activity. */
  readonly unreachable?: Unreachable;
  /** Since when their directory does not know them any more, ISO instant. Gone with their next activity. */
  readonly leftAt?: string;
};

/**
 * `since` is an ISO instant. removed: they removed the app · blocked: Teams refuses what is sent to their chat · not
 * installed: they were never there.
 */
export type Unreachable = {
  readonly since: string;
  readonly why: 'removed' | 'blocked' | 'not installed';
};

/** They were to be told about this matter and could not be, so it is shown where they come by themselves. */
export type UntoldRecord = Document & {
  readonly type: 'untold';
  readonly pairId: string;
  /** A meeting's or a contract's. */
  readonly matterId: string;
};

export function untoldRecord({ pairId, id }: { readonly pairId: string; readonly id: string }): UntoldRecord {
  return { id: `untold:${id}`, type: 'untold', pairId, matterId: id };
}

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
