import { readTalk } from '../journeys/keep-talk.ts';
import { findingWording } from './cards/finding-wording.ts';
import { type LeaveOutReason, moreLike, notForMe } from './leaving-out.ts';
import { everyoneAgain, neverAskAgainTyped, whoIsLeftOut } from './left-out-for-good.ts';
import { mentorMeant } from './mentors-shown.ts';
import { takeOffNamed, undo, whyNotOthers } from './narrowing.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The words are in lower case, without a full stop. The first that answers counts. */
export type Command = {
  readonly words: RegExp;
  readonly act: (turn: Turn, found: RegExpExecArray) => Promise<Reply | undefined>;
};

/** What the cards of a search do, in words. Whatever is not about the mentors on the screen is left for others to answer. */
export const searchCommands: readonly Command[] = [
  { words: /^undo( that| it)?$/, act: undo },
  {
    words: /^why (not|no|aren't there any) (others?|more|anybody else|anyone else|somebody else)\??$/,
    act: whyNotOthers,
  },
  {
    words: /^(?:show )?(?:me )?(?:more|others) like (?:the )?(.+?)(?: one)?$/,
    act: (turn, [, which = '']) => withMentor(turn, which, profileId => moreLike(turn, profileId)),
  },
  {
    words: /^(?:not|leave out) (?:the )?(first|second|third|1|2|3)(?: one)?(?:(?:,| because| as|:)+ ?(.+))?$/,
    act: (turn, [, which = '', why]) =>
      withMentor(turn, which, profileId => notForMe(turn, profileId, reasonIn(why))),
  },
  {
    words: /^(?:not|leave out) ([^,:]+?)(?:(?:,| because| as|:)+ ?(.+))?$/,
    act: async (turn, [, name = '', why]) => {
      const { search } = await readTalk(turn.ports, turn.person);
      const profileId = await mentorMeant(turn, search?.lastShown ?? [], name);
      return profileId ? notForMe(turn, profileId, reasonIn(why)) : undefined;
    },
  },
  {
    words: /^(?:take off|remove|drop|without|not) (.+)$/,
    act: (turn, [sentence, named = '']) => takeOffNamed(turn, named, sentence),
  },
  { words: /^who (?:is|have i) left out$|^my left out list$/, act: whoIsLeftOut },
  { words: /^show (everyone|everybody) again$|^forget my (conflicts|blocks)$/, act: everyoneAgain },
  {
    words: /^(?:do not|don't|never) let (.+?) ask me (?:again|any ?more)$/,
    act: (turn, [, who = '']) => neverAskAgainTyped(turn, who),
  },
];

async function withMentor(
  turn: Turn,
  which: string,
  act: (profileId: string) => Promise<Reply>,
): Promise<Reply | undefined> {
  const { search } = await readTalk(turn.ports, turn.person);
  const [only, another] = search?.lastShown ?? [];
  const meant = which === 'this' && another === undefined ? only : undefined;
  const profileId = meant ?? (await mentorMeant(turn, search?.lastShown ?? [], which));
  if (profileId) return act(profileId);
  return /^(first|second|third|[123]|this)$/.test(which)
    ? { messages: [{ text: findingWording.nobodyThere }] }
    : undefined;
}

const reasonWords: readonly (readonly [RegExp, LeaveOutReason])[] = [
  [/\bnever\b|\bagain\b/, 'never again'],
  [/\bfar\b|\bdistance\b|\btravel/, 'too far'],
  [/\bknow\b|\bwork (together|with)\b|\bcolleague|\bfriend|\bconflict/, 'know them'],
  [/\bprofession\b|\bnot an? \w+$/, 'other profession'],
  [/\bonline\b|\bin person\b|\bmeet/, 'not this way of meeting'],
  [/\bsenior\b/, 'too senior'],
  [/\bjunior\b/, 'too junior'],
  [/\bneed\b|\bhelp\b|\btopic\b|\bfocus\b|\babout\b/, 'other focus'],
];

function reasonIn(why = ''): LeaveOutReason | undefined {
  return reasonWords.find(([words]) => words.test(why))?.[1];
}
