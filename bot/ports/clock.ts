export type Clock = {
  /** The time that availability, schedules and retention see, epoch milliseconds. Can be moved on a local machine. */
  now(): Promise<number>;
  /** The real time, epoch milliseconds: for leases only. */
  real(): number;
};
