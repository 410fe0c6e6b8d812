import {
  type Day,
  days as daysOfTheWeek,
  type MeetingMode,
  type MentorProfile,
  meetingModes,
} from '../mentoring/people/mentor-profile.ts';
import { regionOfProfile } from './reasons.ts';

/** Small numbers for the values of profiles, any case being one value. */
export type Numbering = {
  of(value: string): number;
  size(): number;
};

export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    of: value => {
      const key = value.trim().toLowerCase();
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    },
    size: () => numbers.size,
  };
}

/** A profile in the numbers that a search compares. `days` and `modes` are bit masks. */
export type IndexedMentor = {
  readonly profile: MentorProfile;
  readonly profession: number;
  readonly region: number;
  readonly town: number;
  readonly areas: readonly number[];
  readonly languages: readonly number[];
  readonly days: number;
  readonly modes: number;
};

export function indexedMentor(profile: MentorProfile, numbers: Numbering): IndexedMentor {
  return {
    profile,
    profession: numbers.of(profile.profession),
    region: numbers.of(regionOfProfile(profile)),
    town: numbers.of(profile.town),
    areas: profile.focusAreas.map(numbers.of),
    languages: profile.languages.map(numbers.of),
    days: dayMask(profile.availableDays),
    modes: modeMask(profile.meets),
  };
}

export function dayMask(days: readonly Day[]): number {
  return days.reduce((mask, day) => mask | (1 << daysOfTheWeek.indexOf(day)), 0);
}

export function modeMask(modes: readonly MeetingMode[]): number {
  return modes.reduce((mask, mode) => mask | (1 << meetingModes.indexOf(mode)), 0);
}
