import { useCallback, useEffect, useState } from 'react';
import { type Place, placeOf, subPageIdOf } from './place.ts';
import { shareLink } from './teams.ts';

/** `in place`: without a step back to where one was. */
export type Go = (place: Place, how?: 'in place') => void;

const remembered = 'place';

/** Where one is, as the address says it, so that back, forward and loading again come to the same. */
export function usePlace(opened: Place): [Place, Go] {
  const [place, setPlace] = useState(() => firstPlace(opened));
  useEffect(() => {
    const changed = () => setPlace(placeOf(location.hash.slice(1)));
    addEventListener('popstate', changed);
    return () => removeEventListener('popstate', changed);
  }, []);
  useEffect(() => {
    const subPageId = subPageIdOf(place);
    shareLink(subPageId);
    try {
      sessionStorage.setItem(remembered, subPageId);
    } catch {
      // A browser that keeps nothing for pages inside others.
    }
  }, [place]);
  const go = useCallback<Go>((next, how) => {
    const address = `#${subPageIdOf(next)}`;
    if (how === 'in place' || address === location.hash) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    setPlace(next);
  }, []);
  return [place, go];
}

/** The address, else where a link leads, else where one was before Teams loaded the tab again. */
function firstPlace(opened: Place): Place {
  if (location.hash.length > 1) return placeOf(location.hash.slice(1));
  const isLink = opened.page !== 'home' || opened.meetingId !== undefined;
  const first = isLink ? opened : placeOf(before());
  history.replaceState(null, '', `#${subPageIdOf(first)}`);
  return first;
}

function before(): string | undefined {
  try {
    return sessionStorage.getItem(remembered) ?? undefined;
  } catch {
    return undefined;
  }
}
