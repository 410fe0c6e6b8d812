import type { FacetCounts, Relaxed } from '../matching/count-mentors.ts';
import type { Criteria } from '../matching/criteria.ts';
import { criterionIds } from '../matching/criterion.ts';
import { hiddenReasons } from '../matching/hidden-counts.ts';
import type { NotForMe } from '../matching/not-for-me.ts';
import type { Ranking } from '../matching/rank-mentors.ts';
import { type Understanding, understand } from '../matching/understand.ts';
import { understandMore } from '../matching/understand-more.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Hidden, Ranked } from '../records/talk-record.ts';
import type { LiveRegister } from '../register/live-register.ts';
import { type FoundMentor, mentorsToShow } from '../register/mentors-to-show.ts';
import { type RegisterFor, registerFor } from '../register/register-for.ts';
import { type AskedBack, askedBack } from './asked-back.ts';
import type { Asker } from './asker.ts';

export type { FoundMentor } from '../register/mentors-to-show.ts';

export const mentorsPerPage = 3;
const rankedKept = 30;
const widerOffered = 3;

/** Who asks; without what only the directory knows where they have not signed in. */
export type Seeker = Pick<Asker, 'person' | 'managers' | 'as'> &
  Partial<Pick<Asker, 'address' | 'organisation' | 'profileId' | 'canMeet'>>;

/**
 * `sentence`: in the person's own words, adding to what was understood before. `criteria`: by these alone, as after one
 * was taken off or put on (`without`, `withCriterion`, `criteriaFrom`).
 */
export type Sought =
  | { readonly sentence: string; readonly before?: Criteria }
  | { readonly criteria: Criteria };

export type HowToFind = {
  /** Gone from this search, their reasons changing the order of the others. */
  readonly notForMe?: readonly NotForMe[];
  /** Shown before, so not shown again. */
  readonly besides?: readonly string[];
  readonly perPage?: number;
  /** The same search gives the same order all day, as where its address can be opened again. */
  readonly keepsOrder?: boolean;
};

export type FoundMentors = {
  readonly criteria: Criteria;
  /** Names of the vocabulary that mean more than one place, to be asked back. */
  readonly askBack: readonly AskedBack[];
  /** As it was typed: to be shown back, never to be kept. */
  readonly notUnderstood: readonly string[];
  readonly mentors: readonly FoundMentor[];
  /** Best first; `mentors` are from its beginning. */
  readonly ranked: readonly Ranked[];
  /** How many of `ranked` have been looked at, shown or left out. */
  readonly shown: number;
  /** How many who fit each rule left out, in the order in which it is said. */
  readonly hidden: readonly Hidden[];
  readonly counts: FacetCounts;
  /** Where fewer than three have all that is asked: which one criterion to leave out, most mentors first. */
  readonly wider: readonly Relaxed[];
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'directory'> & { readonly register: LiveRegister };

export async function findMentors(
  ports: Needs,
  seeker: Seeker,
  sought: Sought,
  how: HowToFind = {},
): Promise<FoundMentors> {
  const register = await registerFor(ports, seeker);
  return find(ports, seeker, register, understood(sought, register), how);
}

/** Others who help with the same, in the same profession and region; not the mentor themselves. */
export async function findMentorsLike(
  ports: Needs,
  seeker: Seeker,
  profileId: string,
  how: HowToFind = {},
): Promise<FoundMentors | Refusal> {
  const register = await registerFor(ports, seeker);
  const like = register.index.likeThis(profileId);
  if (!like) return { refused: 'not found' };
  return find(ports, seeker, register, like, { ...how, besides: [...(how.besides ?? []), profileId] });
}

function understood(sought: Sought, { index }: RegisterFor): Understanding {
  if ('criteria' in sought) return { criteria: sought.criteria, terms: [], askBack: [], notUnderstood: [] };
  const hearing = { organisations: index.organisations() };
  return sought.before
    ? understandMore(sought.before, sought.sentence, hearing)
    : understand(sought.sentence, hearing);
}

async function find(
  ports: Needs,
  seeker: Seeker,
  register: RegisterFor,
  understanding: Understanding,
  { notForMe = [], besides = [], perPage = mentorsPerPage, keepsOrder = false }: HowToFind,
): Promise<FoundMentors> {
  const { criteria, notUnderstood } = understanding;
  const rules = register.rules(criteria);
  const ranking = register.index.rank(understanding, {
    limit: rankedKept,
    ...rules,
    exposure: id => register.exposure(id, keepsOrder ? 'today' : 'now'),
    seed: register.seed,
    notForMe: [...notForMe, ...besides.map(profileId => ({ profileId }))],
  });
  const ranked = ranking.mentors.map(({ profile, reasons, against }) => ({
    profileId: profile.id,
    reasons,
    ...(against === undefined ? {} : { against }),
  }));
  const page = await mentorsToShow(ports, seeker, register, { criteria, ranked, shown: 0, perPage });
  const counts = register.index.facetCounts(criteria, rules);
  const isNarrow = counts.withEverything < mentorsPerPage && criterionIds(criteria).length > 0;
  return {
    criteria,
    askBack: askedBack(understanding),
    notUnderstood,
    mentors: page.mentors,
    ranked,
    shown: page.shown,
    hidden: hidden(ranking, page.managed),
    counts,
    wider: isNarrow ? register.index.relax({ criteria }, rules).slice(0, widerOffered) : [],
  };
}

function hidden({ hidden: counts }: Ranking, managed: number): readonly Hidden[] {
  return hiddenReasons.flatMap(reason => {
    const count = (counts[reason] ?? 0) + (reason === 'manages you' ? managed : 0);
    return count > 0 ? [{ reason, count }] : [];
  });
}
