import type { PersonId } from '../../mentoring/people/person.ts';
import type { ActivityFeed } from '../../ports/activity-feed.ts';
import { CalendarUnavailable } from '../../ports/calendar.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import type { GraphClient } from './graph-client.ts';

export type GraphActivityFeedSettings = {
  readonly client: GraphClient;
  /** The app itself in that person's tenant, with TeamsActivity.Send. */
  readonly appFor: (person: PersonId) => ActingFor;
  /** A link into the tab: https://teams.microsoft.com/l/… */
  readonly link: string;
};

/** Shown before Teams is opened, so they say nothing of anybody. */
const words = 'Something about your mentoring waits for you';

/**
 * https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification: the reserved type needs no entry in the
 * app's manifest. Throws CalendarUnavailable when Graph is broken or asks to wait.
 */
export function graphActivityFeed({ client, appFor, link }: GraphActivityFeedSettings): ActivityFeed {
  return {
    async sayThatSomethingWaits(person) {
      const does = 'show something in an activity feed';
      const { status } = await client.call(appFor(person), {
        does,
        method: 'POST',
        path: `/users/${encodeURIComponent(person.objectId)}/teamwork/sendActivityNotification`,
        body: {
          topic: { source: 'text', value: 'Mentoring', webUrl: link },
          activityType: 'systemDefault',
          previewText: { content: words },
          templateParameters: [{ name: 'systemDefaultText', value: words }],
        },
        of: 'directory',
        writes: true,
        repeatable: false,
      });
      if (status === 204) return 'shown';
      if (status === 403 || status === 404) return 'not shown';
      throw new CalendarUnavailable(`Graph could not ${does}: the answer was ${status}`, {});
    },
  };
}
