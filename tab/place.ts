/** Where in the tab an address or a link leads. The way to write it is `subPageId`. */
export type Place = HomePlace | FindPlace | ContractPlace;

export type HomePlace = { readonly page: 'home'; readonly meetingId?: string };

export type FindPlace = {
  readonly page: 'find';
  /** Ids of criteria, never words of a person. */
  readonly criteria: readonly string[];
  /** Others like this mentor. */
  readonly like?: string;
  /** The mentor whose profile is open. */
  readonly mentorId?: string;
};

/** `section`: of the contract, or `review` or `ending`. */
export type ContractPlace = {
  readonly page: 'contract';
  readonly pairId: string;
  readonly section?: string;
};

const id = /^[\w.~-]{1,100}$/;
const criterion = /^[a-z]+(?::[a-z0-9-]+)+$/;
const like = 'like:';

/**
 * `meeting/ID` is that meeting on the home page; `find`, `find/ID,ID,like:ID` and either with `/mentor/ID` a search;
 * `contract/PAIR` and `contract/PAIR/SECTION` a contract; anything else is the home page.
 */
export function placeOf(subPageId: string | undefined): Place {
  const [page, ...parts] = (subPageId ?? '').slice(0, 4000).split('/');
  if (page === 'find') return findPlace(parts);
  const [first = '', section] = parts;
  if (!id.test(first) || parts.length > 2) return { page: 'home' };
  if (page === 'contract') {
    return { page, pairId: first, ...(section !== undefined && id.test(section) && { section }) };
  }
  if (page === 'meeting' && section === undefined) return { page: 'home', meetingId: first };
  return { page: 'home' };
}

function findPlace(parts: readonly string[]): FindPlace {
  const mentorId = parts.at(-2) === 'mentor' ? parts.at(-1) : undefined;
  const listed = (parts[0] ?? '').split(',').slice(0, 60);
  const liked = listed.find(each => each.startsWith(like))?.slice(like.length);
  return {
    page: 'find',
    criteria: listed.filter(each => criterion.test(each) && !each.startsWith(like)),
    ...(liked !== undefined && id.test(liked) && { like: liked }),
    ...(mentorId !== undefined && id.test(mentorId) && { mentorId }),
  };
}

export function subPageIdOf(place: Place): string {
  if (place.page === 'home') return place.meetingId === undefined ? 'home' : `meeting/${place.meetingId}`;
  if (place.page === 'contract') {
    return ['contract', place.pairId, ...(place.section === undefined ? [] : [place.section])].join('/');
  }
  const { criteria, mentorId } = place;
  const listed = [...criteria, ...(place.like === undefined ? [] : [`${like}${place.like}`])].join(',');
  return ['find', ...(listed ? [listed] : []), ...(mentorId === undefined ? [] : ['mentor', mentorId])].join(
    '/',
  );
}
