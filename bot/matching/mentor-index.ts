import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { bestOf } from './best-of.ts';
import { type IndexedMentor, indexedMentor, numbering } from './indexed-mentor.ts';
import { mentorText } from './mentor-text.ts';
import { reasonsFor } from './reasons.ts';
import { scorer } from './scorer.ts';
import type { Understanding } from './understand.ts';

export type RankedMentor = {
  readonly profile: MentorProfile;
  /** Above 0; near 1 is a mentor who has all that was asked. */
  readonly score: number;
  /** Up to three, strongest first. */
  readonly reasons: readonly string[];
};

export type RankOptions = {
  readonly limit: number;
  /** The hard rules. Asked of mentors in order of rank, of few more than are needed. */
  readonly mayBeShown: (profile: MentorProfile) => boolean;
};

export type MentorIndex = {
  /** Adds a profile, or replaces the one with its id. */
  put(profile: MentorProfile): void;
  remove(id: string): void;
  get(id: string): MentorProfile | undefined;
  size(): number;
  /** Best first, ties by id: the same profiles and understanding always give the same answer. */
  rank(
    understanding: Pick<Understanding, 'criteria' | 'terms'>,
    options: RankOptions,
  ): readonly RankedMentor[];
};

export function mentorIndex(): MentorIndex {
  const mentors: IndexedMentor[] = [];
  const placeOf = new Map<string, number>();
  const numbers = numbering();
  const text = mentorText();
  const mentorOf = (id: string): IndexedMentor | undefined => {
    const place = placeOf.get(id);
    return place === undefined ? undefined : mentors[place];
  };
  return {
    put: profile => {
      const place = placeOf.get(profile.id) ?? mentors.length;
      mentors[place] = indexedMentor(profile, numbers);
      placeOf.set(profile.id, place);
      text.put(profile);
    },
    remove: id => {
      const place = placeOf.get(id);
      const last = mentors.at(-1);
      if (place === undefined || last === undefined) return;
      mentors[place] = last;
      placeOf.set(last.profile.id, place);
      mentors.pop();
      placeOf.delete(id);
      text.remove(id);
    },
    get: id => mentorOf(id)?.profile,
    size: () => mentors.length,
    rank: ({ criteria, terms }, { limit, mayBeShown }) => {
      const score = scorer(criteria, numbers);
      const scores = new Float64Array(mentors.length);
      for (let at = 0; at < scores.length; at += 1) {
        const mentor = mentors[at];
        if (mentor !== undefined) scores[at] = score(mentor, 0);
      }
      for (const [id, similarity] of text.match(terms)) {
        const place = placeOf.get(id);
        const mentor = place === undefined ? undefined : mentors[place];
        if (place !== undefined && mentor !== undefined) scores[place] = score(mentor, similarity);
      }
      const best = bestOf(mentors, scores, limit, byId, ({ profile }) => mayBeShown(profile));
      return best.map(({ one: { profile }, score: reached }) => ({
        profile,
        score: reached,
        reasons: reasonsFor(profile, criteria),
      }));
    },
  };
}

function byId(a: IndexedMentor, b: IndexedMentor): number {
  return a.profile.id < b.profile.id ? -1 : 1;
}
