import file from './bank-holidays.json' with { type: 'json' };

export type Nation = keyof typeof file.nations;

const dayMs = 24 * 60 * 60_000;

const dates = new Map<Nation, ReadonlySet<string>>([['England', new Set(file.nations.England.dates)]]);

/** Of an ISO date. False beyond the years of the file, of which nobody knows yet what will be proclaimed. */
export function isBankHoliday(on: string, nation: Nation): boolean {
  return dates.get(nation)?.has(on) ?? false;
}

/** For how many days from that instant (epoch ms) the file knows England's; 0: it has ended. */
export function bankHolidaysKnownDays(now: number): number {
  const end = Date.parse(`${file.nations.England.to + 1}-01-01T00:00:00Z`);
  return Math.max(0, Math.floor((end - now) / dayMs));
}
