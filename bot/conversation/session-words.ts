import { type SessionPartner, sessionPartners } from '../journeys/session-partners.ts';
import { isSessionLength, usualSessionLength } from '../mentoring/sessions/session-length.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { withWhomCard } from './cards/session-cards.ts';
import { wording } from './cards/wording.ts';
import { showSessionTimes } from './choosing-times.ts';
import type { Reply } from './reply.ts';
import type { Command } from './search-commands.ts';
import type { Turn } from './turn.ts';
import { wishIn } from './typed-wish.ts';

/** "book a 60 minute session with Priya on Thursdays after 3pm": with whom, how long and when may each be left out. */
export const sessionCommands: readonly Command[] = [
  {
    words:
      /^(?:book|arrange|plan)(?: me)?(?: an?| another| the| my| our)?(?: next| first| new)?(?: (\d+)[- ]?min(?:ute)?s?)? sessions?\b(.*)$/,
    act: (turn, [, minutes, rest = '']) => bookTyped(turn, Number(minutes), rest),
  },
];

async function bookTyped(turn: Turn, before: number, rest: string): Promise<Reply> {
  const minutes = lengthIn(before, rest);
  const meant = wishIn(rest, await turn.ports.clock.now(), minutes);
  if (meant === 'past') return { messages: [{ text: wording.timePassed }] };
  const partners = await sessionPartners(turn.ports, turn.person);
  const [only, ...more] = named(partners, rest);
  if (!only) return { messages: [{ text: refusalWords('not going on') }] };
  if (more.length > 0) return { card: withWhomCard([only, ...more]) };
  const { because, ...wished } = meant ?? {};
  const why = because ? { because: refusalWords(because) } : {};
  return showSessionTimes(turn, { pairId: only.pairId, minutes, ...wished, ...why });
}

/** "60 minute session", "session of 60 minutes"; an hour is 60. */
function lengthIn(before: number, rest: string): number {
  const said = /\b(?:of|for) (?:(\d+) ?min|an hour)/.exec(rest);
  const minutes = said ? Number(said[1] ?? 60) : before;
  return isSessionLength(minutes) ? minutes : usualSessionLength;
}

/** Whoever is called so, by a name or a part of it; all where nobody is. */
function named(partners: readonly SessionPartner[], rest: string): readonly SessionPartner[] {
  const who = /\bwith (.+)$/.exec(rest)?.[1];
  if (who === undefined) return partners;
  const said = new Set(who.split(/[^\p{L}’'-]+/u));
  return partners.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some(part => said.has(part)),
  );
}
