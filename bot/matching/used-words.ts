import type { Word } from './words.ts';

const cues = new Set(
  "ideally preferably prefer rather someone somebody anyone anybody in from near around at on a an the of who who's is are was works work working worked based would could can should like love speak speaks speaking talk talking chat chatting meet meeting hear to with for by put touch matched paired connected connect match be been another fellow senior experienced good free available best only not no don't please if possible looking find want wanting need any either or over via another i'm i am as after help advice guidance band newly qualified".split(
    ' ',
  ),
);
const mostCues = 7;

/** The words that a criterion used up, and the cue that led to them: "could I speak to someone in". */
export function withCues(words: readonly Word[], used: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(used);
  for (const at of used) {
    for (let left = at - 1; left >= 0 && at - left <= mostCues; left -= 1) {
      if (words[left + 1]?.breakBefore === 'stop') break;
      const word = words[left]?.word ?? '';
      if (!cues.has(word) && !/^\d\w?$/.test(word)) break;
      all.add(left);
    }
  }
  return all;
}
