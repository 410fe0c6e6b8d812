import { askedBack } from '../journeys/asked-back.ts';
import { type FoundMentors, findMentors, findMentorsLike, type Seeker } from '../journeys/find-mentors.ts';
import { nextFreeDays } from '../journeys/next-free-days.ts';
import { noteShown } from '../journeys/note-shown.ts';
import { offerTimesInChat } from '../journeys/offer-times-in-chat.ts';
import { seeProfile } from '../journeys/see-profile.ts';
import { seekerOf } from '../journeys/seeker-of.ts';
import { timeWishOf } from '../journeys/time-wish-of.ts';
import { criteriaFrom, criterionIds } from '../matching/criterion.ts';
import type { NotForMe } from '../matching/not-for-me.ts';
import { speaksOfHarm } from '../matching/speaks-of-harm.ts';
import { understand } from '../matching/understand.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { LiveRegister } from '../register/live-register.ts';
import type { TabFound, TabProfile } from './search-view.ts';

const perPage = 10;

export type TabSought = { readonly putAside: readonly NotForMe[] } & (
  | { readonly sentence: string }
  | { readonly criteria: readonly string[]; readonly like?: string; readonly besides: readonly string[] }
);

export type TabSearch = {
  search(who: ActingFor, sought: TabSought): Promise<TabFound | Refusal>;
  seeProfile(who: ActingFor, profileId: string): Promise<TabProfile | Refusal>;
  /** `criteria`: ids, whose days and times are tried first. */
  offerTimesInChat(
    who: ActingFor,
    asked: { readonly profileId: string; readonly criteria: readonly string[] },
  ): Promise<{ readonly inChat: boolean } | Refusal>;
};

type Needs = Ports & { readonly register: LiveRegister };

/** Searches as the chat does, by the same engine and rules; but what counts is what ids can say, so that an address can. */
export function tabSearch(ports: Needs, afterwards: (work: () => Promise<void>) => void): TabSearch {
  return {
    async search(who, sought) {
      const seeker = await seekerOf(ports, who);
      const answer = await find(ports, seeker, sought);
      if (isRefusal(answer)) return answer;
      const { mentors, criteria } = answer.found;
      afterwards(() =>
        noteShown(
          ports,
          mentors.map(({ profile }) => profile.id),
        ),
      );
      return {
        ...answer,
        freeDays: await nextFreeDays({ ...ports, afterwards }, seeker, mentors, timeWishOf(criteria)),
      };
    },
    async seeProfile(who, profileId) {
      const seeker = await seekerOf(ports, who);
      const seen = await seeProfile(ports, seeker, profileId);
      if (isRefusal(seen)) return seen;
      return { ...seen, freeDays: await nextFreeDays({ ...ports, afterwards }, seeker, [seen.mentor]) };
    },
    async offerTimesInChat(who, { profileId, criteria }) {
      const wish = timeWishOf(criteriaFrom(criteria));
      return offerTimesInChat(ports, { seeker: await seekerOf(ports, who), profileId, wish });
    },
  };
}

type Found = Omit<TabFound, 'freeDays'>;

async function find(ports: Needs, seeker: Seeker, sought: TabSought): Promise<Found | Refusal> {
  if ('sentence' in sought) return findBySentence(ports, seeker, sought.sentence, sought.putAside);
  const { criteria, like, besides, putAside } = sought;
  const how = { perPage, keepsOrder: true, notForMe: putAside, besides };
  if (like === undefined) {
    return {
      found: await findMentors(ports, seeker, { criteria: criteriaFrom(criteria) }, how),
      signposts: [],
    };
  }
  const seen = await seeProfile(ports, seeker, like);
  if (isRefusal(seen)) return seen;
  const { id, name } = seen.mentor.profile;
  const asked = criteria.length > 0 ? criteriaFrom(criteria) : await criteriaLike(ports, seeker, id);
  if (isRefusal(asked)) return asked;
  const found = await findMentors(ports, seeker, { criteria: asked }, { ...how, besides: [...besides, id] });
  return { found, like: { id, name }, signposts: [] };
}

/** What is understood is asked for by its ids; only where that is nothing, by the words themselves. */
async function findBySentence(
  ports: Needs,
  seeker: Seeker,
  sentence: string,
  notForMe: readonly NotForMe[],
): Promise<Found> {
  const how = { perPage, keepsOrder: true, notForMe };
  const signposts = speaksOfHarm(sentence) ? ports.scheme.signposts : [];
  const understanding = understand(sentence);
  const ids = idsOf(understanding);
  if (ids.length === 0) return { found: await findMentors(ports, seeker, { sentence }, how), signposts };
  const byIds = await findMentors(ports, seeker, { criteria: criteriaFrom(ids) }, how);
  const { notUnderstood } = understanding;
  return { found: { ...byIds, askBack: askedBack(understanding), notUnderstood }, signposts };
}

async function criteriaLike(ports: Needs, seeker: Seeker, profileId: string) {
  const found = await findMentorsLike(ports, seeker, profileId, { perPage: 0 });
  return isRefusal(found) ? found : criteriaFrom(idsOf(found));
}

function idsOf({ criteria }: Pick<FoundMentors, 'criteria'>): readonly string[] {
  return criterionIds(criteria).map(({ id }) => id);
}
