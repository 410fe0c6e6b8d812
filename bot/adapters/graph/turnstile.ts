/** Gives the place back. */
export type Leave = () => void;

/** Lets so many through at once, the others in the order in which they came. */
export type Turnstile = {
  /** `undefined` when there was no place within the time, in milliseconds. */
  enter(waitMs: number): Promise<Leave | undefined>;
  isIdle(): boolean;
};

export function turnstile(places: number): Turnstile {
  let inside = 0;
  const waiting: ((leave: Leave) => void)[] = [];

  function enterNow(): Leave {
    inside += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      inside -= 1;
      waiting.shift()?.(enterNow());
    };
  }

  return {
    isIdle: () => inside === 0 && waiting.length === 0,
    enter(waitMs) {
      if (inside < places) return Promise.resolve(enterNow());
      if (waitMs <= 0) return Promise.resolve(undefined);
      return new Promise(resolve => {
        const admit = (leave: Leave) => {
          clearTimeout(timer);
          resolve(leave);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(admit), 1);
          resolve(undefined);
        }, waitMs);
        waiting.push(admit);
      });
    },
  };
}
