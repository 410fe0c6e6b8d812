/** A person of the local directory: who they are to Microsoft 365, and how their week looks. */
export type LocalPerson = {
  /** Object id, a GUID. */
  readonly id: string;
  readonly tenantId: string;
  /** Lower case; also the user principal name. */
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: string;
  readonly managerEmail: string | null;
  /** As the trusts' tenant sees it: `other-tenant` has a cloud mailbox, in a tenant of its own. */
  readonly mailbox: 'cloud' | 'on-premises' | 'none' | 'other-tenant';
  /** Has agreed that the app may act for them. */
  readonly consented: boolean;
  readonly userType: 'member' | 'guest';
  readonly roster: Roster;
  /** Colleagues see subjects and places in free/busy, not only the times. */
  readonly sharesDetails: boolean;
  /** False: Teams is switched off for this calendar, so an online meeting becomes an ordinary one. */
  readonly onlineMeetings: boolean;
  readonly commitments: readonly Commitment[];
};

/** Outlook's working hours: wall time in Europe/London. Outlook knows no window across midnight. */
export type Roster = {
  readonly days: readonly WorkDay[];
  readonly startMinute: number;
  readonly endMinute: number;
};

export const workDays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type WorkDay = (typeof workDays)[number];

/** Something that is in somebody's calendar before the product comes. Minutes are wall time from midnight and may pass 1,440. */
export type Commitment = {
  readonly subject: string;
  /** ISO date of the first time. */
  readonly on: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly isAllDay: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly isPrivate: boolean;
  readonly place?: string;
  /** IANA or Windows name; Europe/London without it. */
  readonly timeZone?: string;
  /** Without an end. */
  readonly weekly?: { readonly days: readonly WorkDay[]; readonly everyWeeks: number };
};
