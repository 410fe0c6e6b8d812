/** Minutes, shortest first. */
export const sessionLengths = [45, 60] as const;
export type SessionLength = (typeof sessionLengths)[number];

export const usualSessionLength: SessionLength = 45;

export function isSessionLength(minutes: number): minutes is SessionLength {
  return sessionLengths.some(each => each === minutes);
}
