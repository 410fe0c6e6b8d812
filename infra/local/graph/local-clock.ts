/** The time that the local Graph and the app see. It can be moved and then runs on; a restart returns to the real one. */
export type LocalClock = {
  /** Epoch milliseconds. */
  now(): number;
  moveTo(instant: number): void;
  reset(): void;
};

export function localClock(real: () => number = Date.now): LocalClock {
  let offset = 0;
  return {
    now: () => real() + offset,
    moveTo(instant) {
      offset = instant - real();
    },
    reset() {
      offset = 0;
    },
  };
}
