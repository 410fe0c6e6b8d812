import { useCallback, useEffect, useRef, useState } from 'react';

export type Seen = {
  /** The end of the document has been in view. */
  readonly isWhole: boolean;
  /** Watches the end of a part; the last part's is the end of all. */
  watch(id: string, isLast: boolean): (element: HTMLElement | null) => void;
  /** The first part whose end has not been in view. */
  readonly next: () => string | undefined;
};

/** How far a document has been read: which of its parts' ends have been on screen. `key`: which document. */
export function useSeen(key: string, ids: readonly string[]): Seen {
  const [wholeKey, setWholeKey] = useState<string>();
  const seen = useRef(new Set<string>());
  const observer = useRef<IntersectionObserver>(undefined);
  const ends = useRef(new Map<Element, { readonly id: string; readonly isLast: boolean }>());

  useEffect(() => {
    seen.current = new Set();
    const watching = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        const end = ends.current.get(target);
        if (!isIntersecting || !end) continue;
        seen.current.add(end.id);
        if (end.isLast) setWholeKey(key);
      }
    });
    observer.current = watching;
    for (const element of ends.current.keys()) watching.observe(element);
    return () => watching.disconnect();
  }, [key]);

  const watch = useCallback(
    (id: string, isLast: boolean) => (element: HTMLElement | null) => {
      if (!element) return undefined;
      ends.current.set(element, { id, isLast });
      observer.current?.observe(element);
      return () => {
        ends.current.delete(element);
        observer.current?.unobserve(element);
      };
    },
    [],
  );

  return { isWhole: wholeKey === key, watch, next: () => ids.find(id => !seen.current.has(id)) };
}
