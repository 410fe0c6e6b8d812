import type { LocalPerson, WorkDay } from './local-person.ts';
import type { OrganisationKey } from './organisations.ts';

/** How somebody's week is cut. Night staff have office hours in Outlook, which holds no window across midnight. */
export const rosterKinds = ['office', 'part-time', 'long days', 'early', 'late', 'nights'] as const;
export type RosterKind = (typeof rosterKinds)[number];

/** A mentor's line of the register, as far as it is not drawn. */
type MentorPost = {
  readonly focusAreas: readonly string[];
  readonly languages: readonly string[] | undefined;
  readonly meets: readonly string[] | undefined;
  readonly days: readonly WorkDay[] | undefined;
  readonly accreditation: string | undefined;
  readonly capacity: number | undefined;
  readonly town: string | undefined;
  readonly about: string | undefined;
};

/** A post in an organisation and who holds it. */
export type Post = {
  readonly key: string;
  readonly name: string | undefined;
  /** Before the @; from the name without it. */
  readonly mailName: string | undefined;
  readonly at: OrganisationKey;
  readonly title: string;
  readonly profession: string;
  readonly band: string;
  /** Key of the manager's post. */
  readonly manager: string | undefined;
  readonly roster: RosterKind;
  readonly days: readonly WorkDay[] | undefined;
  /** Thursday mornings are kept free of single meetings, and leave comes in the fourth week only. */
  readonly keepsThursdays: boolean;
  readonly mentor: MentorPost | undefined;
} & Pick<LocalPerson, 'mailbox' | 'consented' | 'userType' | 'sharesDetails' | 'onlineMeetings'>;
