import { changeOwnProfile, type OwnProfileChange } from '../journeys/change-own-profile.ts';
import { readTalk } from '../journeys/keep-talk.ts';
import { typedTime } from '../matching/typed-time.ts';
import { sayDay } from '../mentoring/availability/say-time.ts';
import { nightsThisWeek } from '../mentoring/availability/when-you-can-meet.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { wording } from './cards/wording.ts';
import { choosingBefore, saidWhen } from './choosing-times.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** What a person decides about being found, asked and met, in words. */
export async function mentorWords(turn: Turn, plain: string): Promise<Reply | undefined> {
  if (/^pause( me)?\b/.test(plain)) return pause(turn, plain);
  if (/^(find me again|unpause( me)?|resume|end my (pause|break))$/.test(plain)) {
    return change(turn, { pausedUntil: 'not paused' }, wording.foundAgain);
  }
  if (/^(always )?ask me first$/.test(plain)) return change(turn, { asksFirst: true }, wording.asksFirst);
  if (/^(no need to|do not|don't|you need not) ask me first$/.test(plain)) {
    return change(turn, { asksFirst: false }, wording.asksNoMore);
  }
  if (/^(i work |i am on |i'm on )?nights this week$/.test(plain)) {
    const choosing = choosingBefore(await readTalk(turn.ports, turn.person));
    return saidWhen(turn, choosing, nightsThisWeek(await turn.ports.clock.now(), zone));
  }
  return undefined;
}

async function pause(turn: Turn, plain: string): Promise<Reply> {
  const until = typedTime(plain.replace(/^pause( me)?/, ''), await turn.ports.clock.now(), zone);
  if (!until?.day || until.isPast) return { messages: [{ text: wording.pauseUntilWhen }] };
  return change(turn, { pausedUntil: until.day }, wording.pausedUntil(sayDay(until.day)));
}

async function change(turn: Turn, wanted: OwnProfileChange, said: string): Promise<Reply> {
  const { profileId } = await turn.asker();
  const changed = await changeOwnProfile(turn.ports, { person: turn.person, profileId, change: wanted });
  return { messages: [{ text: isRefusal(changed) ? refusalWords(changed.refused) : said }] };
}
