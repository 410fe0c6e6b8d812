import {
  type FoundMentors,
  findMentors,
  type HowToFind,
  mentorsPerPage,
  type Sought,
} from '../journeys/find-mentors.ts';
import { readTalk, saveTalk } from '../journeys/keep-talk.ts';
import { showMoreMentors } from '../journeys/show-more-mentors.ts';
import { criterionIds } from '../matching/criterion.ts';
import { speaksOfHarm } from '../matching/speaks-of-harm.ts';
import type { TalkRecord } from '../records/talk-record.ts';
import { findingWording } from './cards/finding-wording.ts';
import { helpCard } from './cards/help-card.ts';
import { refineCard } from './cards/refine-card.ts';
import { signpostCard } from './cards/signpost-card.ts';
import type { Understood } from './cards/understood-parts.ts';
import { wording } from './cards/wording.ts';
import { mentorCards, noteWhoWasShown, seeker } from './mentors-shown.ts';
import type { Message, Reply } from './reply.ts';
import type { Turn } from './turn.ts';

export type Search = NonNullable<TalkRecord['search']>;

/** A sentence → three mentors with reasons. One that speaks of harm gets signposts first, and leaves nothing behind. */
export async function findForSentence(turn: Turn, sentence: string): Promise<Reply> {
  if (!speaksOfHarm(sentence)) return search(turn, { sentence });
  const found = await findMentors(turn.ports, await seeker(turn), { sentence });
  const signposts: Message = { cards: [signpostCard(turn.ports.scheme.signposts)] };
  const text = found.mentors.length > 0 ? wording.thenMentors : wording.nothingKept;
  return { messages: [signposts, { text, cards: await mentorCards(turn, found) }] };
}

/** Adds to what was understood before; whoever was not for them stays out. */
export async function refine(turn: Turn, sentence: string): Promise<Reply> {
  if (speaksOfHarm(sentence)) return findForSentence(turn, sentence);
  const { search: before } = await readTalk(turn.ports, turn.person);
  if (!before) return search(turn, { sentence });
  return search(turn, { sentence, before: before.criteria }, { notForMe: before.notForMe ?? [] });
}

export async function search(
  turn: Turn,
  sought: Sought,
  how: HowToFind = {},
  undo?: Search['undo'],
): Promise<Reply> {
  const found = await findMentors(turn.ports, await seeker(turn), sought, how);
  const isUnderstood = criterionIds(found.criteria).length > 0 || found.askBack.length > 0;
  if (found.mentors.length === 0 && !isUnderstood) {
    return { messages: [{ text: wording.notUnderstood, cards: [helpCard()] }] };
  }
  return shown(turn, found, how, { ...(undo ? { undo } : {}) });
}

/** Keeps where the search stands, and says it: what was understood, three mentors, and how to go on. */
export async function shown(
  turn: Turn,
  found: FoundMentors,
  { notForMe = [], besides = [] }: HowToFind,
  { undo, above }: { readonly undo?: Search['undo']; readonly above?: string } = {},
): Promise<Reply> {
  const { criteria, ranked, shown: looked, hidden } = found;
  const lastShown = found.mentors.map(({ profile }) => profile.id);
  await saveTalk(turn.ports, turn.person, {
    id: 'talk',
    type: 'talk',
    search: {
      criteria,
      ranked,
      shown: looked,
      lastShown,
      seen: [...besides, ...lastShown],
      notForMe,
      hidden,
      ...(undo ? { undo } : {}),
    },
  });
  const cards = await mentorCards(turn, found);
  return {
    messages: [
      ...(cards.length === 0 ? [] : [{ text: above ?? aboveMentors(found), cards }]),
      {
        ...(cards.length === 0 ? { text: findingWording.noMentors } : {}),
        cards: [refineCard({ hasMore: looked < ranked.length, hidden, understood: understood(found) })],
      },
    ],
    afterwards: noteWhoWasShown(turn, lastShown),
  };
}

export async function moreMentors(turn: Turn): Promise<Reply> {
  const talk = await readTalk(turn.ports, turn.person);
  const { search } = talk;
  if (!search) return { messages: [{ text: wording.nothingSought }] };
  const page = await showMoreMentors(turn.ports, await seeker(turn), search);
  if (page.mentors.length === 0)
    return {
      messages: [{ text: wording.noMore, cards: [refineCard({ hasMore: false, understood: search })] }],
    };
  const lastShown = page.mentors.map(({ profile }) => profile.id);
  const seen = [...(search.seen ?? []), ...lastShown];
  await saveTalk(turn.ports, turn.person, {
    ...talk,
    search: { ...search, shown: page.shown, lastShown, seen },
  });
  return {
    messages: [
      { text: findingWording.moreFound, cards: await mentorCards(turn, { ...search, ...page }) },
      {
        cards: [
          refineCard({
            hasMore: page.shown < search.ranked.length,
            understood: search,
            ...(search.hidden ? { hidden: search.hidden } : {}),
          }),
        ],
      },
    ],
    afterwards: noteWhoWasShown(turn, lastShown),
  };
}

export async function startAgain(turn: Turn): Promise<Reply> {
  await saveTalk(turn.ports, turn.person, { id: 'talk', type: 'talk' });
  return { messages: [{ text: wording.startedAgain }] };
}

function aboveMentors({ criteria, counts }: FoundMentors): string {
  const words = criterionIds(criteria).map(each => each.words);
  if (words.length === 0) return findingWording.understoodNothing;
  const isFew = counts.withEverything < mentorsPerPage;
  const fit = isFew ? findingWording.closest(counts.withEverything) : findingWording.fit;
  return findingWording.understood(words.join(' · '), fit);
}

function understood({ criteria, notUnderstood, askBack, wider, counts }: FoundMentors): Understood {
  return { criteria, notUnderstood, askBack, wider, withEverything: counts.withEverything };
}
