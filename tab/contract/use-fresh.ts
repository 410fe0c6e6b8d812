import { useEffect, useRef } from 'react';

const shownMs = 3_000;
const hiddenMs = 30_000;

/** Asks every 3 seconds while the page can be seen, seldom while it cannot. */
export function useFresh(load: () => Promise<void>, whenOffline: () => void): void {
  const offlineNow = useRef(whenOffline);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    const next = () => {
      clearTimeout(timer);
      if (isHere) timer = setTimeout(again, document.visibilityState === 'visible' ? shownMs : hiddenMs);
    };
    const again = () => void load().then(next);
    const whenSeen = () => void (document.visibilityState === 'visible' && again());
    const lost = () => offlineNow.current();
    again();
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('focus', whenSeen);
    window.addEventListener('online', again);
    window.addEventListener('offline', lost);
    return () => {
      isHere = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('focus', whenSeen);
      window.removeEventListener('online', again);
      window.removeEventListener('offline', lost);
    };
  }, [load]);
}
