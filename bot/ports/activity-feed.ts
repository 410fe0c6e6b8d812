import type { PersonId } from '../mentoring/people/person.ts';

/** Teams' list of activities, for those whom the bot cannot speak to. */
export type ActivityFeed = {
  /** Says that something waits in the tab, and nothing of what. `not shown`: the tenant, or the person's Teams, does not let it. */
  sayThatSomethingWaits(person: PersonId): Promise<'shown' | 'not shown'>;
};
