import { type FoundMentors, findMentors, type Seeker, showMoreMentors } from '../journeys/find-mentors.ts';
import { readTalk, saveTalk } from '../journeys/keep-talk.ts';
import { speaksOfHarm } from '../matching/speaks-of-harm.ts';
import { understoodWords } from '../matching/understand.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import type { TalkRecord } from '../records/talk-record.ts';
import { helpCard } from './cards/help-card.ts';
import { mentorCard, refineCard } from './cards/mentor-card.ts';
import { signpostCard } from './cards/signpost-card.ts';
import { wording } from './cards/wording.ts';
import type { Message, Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** A sentence → three mentors with reasons. One that speaks of harm gets signposts first, and leaves nothing behind. */
export async function findForSentence(turn: Turn, sentence: string): Promise<Reply> {
  const found = await findMentors(turn.ports, await seeker(turn), { sentence });
  if (speaksOfHarm(sentence)) {
    const signposts: Message = { cards: [signpostCard(turn.ports.scheme.signposts)] };
    const text = found.mentors.length > 0 ? wording.thenMentors : wording.nothingKept;
    return { messages: [signposts, { text, cards: found.mentors.map(mentorCard) }] };
  }
  return remember(turn, found);
}

/** Adds to what was understood before. */
export async function refine(turn: Turn, sentence: string): Promise<Reply> {
  if (speaksOfHarm(sentence)) return findForSentence(turn, sentence);
  const { search } = await readTalk(turn.ports, turn.person);
  const before = search?.criteria;
  return remember(
    turn,
    await findMentors(turn.ports, await seeker(turn), { sentence, ...(before ? { before } : {}) }),
  );
}

export async function moreMentors(turn: Turn): Promise<Reply> {
  const talk = await readTalk(turn.ports, turn.person);
  if (!talk.search) return { messages: [{ text: wording.nothingSought }] };
  const found = await showMoreMentors(turn.ports, await seeker(turn), talk.search);
  if (found.mentors.length === 0) return { messages: [{ text: wording.noMore, cards: [refineCard(false)] }] };
  await save(turn, found, talk);
  return { messages: mentors(found, wording.moreFound) };
}

export async function startAgain(turn: Turn): Promise<Reply> {
  await saveTalk(turn.ports, turn.person, { id: 'talk', type: 'talk' });
  return { messages: [{ text: wording.startedAgain }] };
}

async function remember(turn: Turn, found: FoundMentors): Promise<Reply> {
  if (found.mentors.length === 0 && understoodWords(found.criteria).length === 0) {
    return { messages: [{ text: wording.notUnderstood, cards: [helpCard()] }] };
  }
  await save(turn, found, { id: 'talk', type: 'talk' });
  return { messages: mentors(found) };
}

async function save(turn: Turn, { criteria, ranked, shown, mentors: seen }: FoundMentors, talk: TalkRecord) {
  const lastShown = seen.map(({ profile }) => profile.id);
  await saveTalk(turn.ports, turn.person, { ...talk, search: { criteria, ranked, shown, lastShown } });
}

/** The mentors side by side, and beneath them how to go on. */
function mentors(found: FoundMentors, above = aboveMentors(found)): Message[] {
  const { ranked, shown } = found;
  if (found.mentors.length === 0) return [{ text: wording.noMentors, cards: [refineCard(false)] }];
  return [
    { text: above, cards: found.mentors.map(mentorCard) },
    { cards: [refineCard(shown < ranked.length)] },
  ];
}

function aboveMentors({ criteria }: FoundMentors): string {
  const words = understoodWords(criteria);
  return words.length > 0 ? wording.understood(words.join(' · ')) : wording.understoodNothing;
}

/** Whoever has not signed in yet finds mentors all the same. */
async function seeker(turn: Turn): Promise<Seeker> {
  try {
    return await turn.asker();
  } catch (problem) {
    if (problem instanceof SignInRequired) return { person: turn.person, managers: 'unknown', as: turn.as };
    throw problem;
  }
}
