import type { Scheme } from '../mentoring/people/scheme.ts';

/** Links to places in the tab. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
export function placeLinks({ link }: Pick<Scheme, 'link'>): (place: string) => string {
  return place => {
    const url = new URL(link);
    url.searchParams.set('context', JSON.stringify({ subEntityId: place }));
    return url.href;
  };
}
