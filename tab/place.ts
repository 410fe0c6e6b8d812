/** Where in the tab a link leads. The way to write it in a link is `subPageId`. */
export type Place = { readonly page: 'home'; readonly meetingId?: string };

/** `meeting/ID` is that meeting on the home page; anything else is the home page. */
export function placeOf(subPageId: string | undefined): Place {
  const meetingId = /^meeting\/([\w.~-]{1,100})$/.exec(subPageId ?? '')?.[1];
  return meetingId === undefined ? { page: 'home' } : { page: 'home', meetingId };
}

export function subPageIdOf(place: Place): string {
  return place.meetingId === undefined ? 'home' : `meeting/${place.meetingId}`;
}
