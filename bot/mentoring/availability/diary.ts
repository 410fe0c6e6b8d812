import { type Interval, overlaps } from './interval.ts';
import { wallDays } from './wall-day.ts';

export type DiaryEntry = Interval & { readonly meetingId: string };

/** What one person has promised on one day in the scheme's zone. Entries are by start and never overlap. */
export type Diary = { readonly id: string; readonly type: 'diary'; readonly entries: readonly DiaryEntry[] };

/** `day` is an ISO date. */
export function diaryId(day: string): string {
  return `diary:${day}`;
}

export function emptyDiary(day: string): Diary {
  return { id: diaryId(day), type: 'diary', entries: [] };
}

/** The ISO dates whose diaries an interval must be held in: two where it goes over midnight. */
export function diaryDays(interval: Interval, zone: string): string[] {
  return wallDays(interval, zone).map(day => day.on);
}

/** The same meeting at the same time again changes nothing. */
export function hold(diary: Diary, entry: DiaryEntry): Diary | 'taken' {
  if (entry.start >= entry.end) throw new RangeError('An entry ends after it starts');
  const clash = diary.entries.find(held => overlaps(held, entry));
  if (!clash) {
    const { start, end, meetingId } = entry;
    const entries = [...diary.entries, { start, end, meetingId }].sort((a, b) => a.start - b.start);
    return { ...diary, entries };
  }
  const isSame =
    clash.meetingId === entry.meetingId && clash.start === entry.start && clash.end === entry.end;
  return isSame ? diary : 'taken';
}

/** Takes out this entry alone: while a meeting is moved it holds two. */
export function release(diary: Diary, { meetingId, start, end }: DiaryEntry): Diary {
  const entries = diary.entries.filter(
    held => held.meetingId !== meetingId || held.start !== start || held.end !== end,
  );
  return entries.length === diary.entries.length ? diary : { ...diary, entries };
}
