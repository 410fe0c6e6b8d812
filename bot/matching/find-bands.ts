import { distinct, type Facet, positions } from './facet.ts';
import type { ReadMention } from './read-mentions.ts';
import { after, before, type Word } from './words.ts';

const ladder = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'];
const own =
  /(?:^|[ ,])(?:i am|i'm|im|i was|i've been|as|a|my|currently|only|just|still|being|from|stuck at|stuck on|on) (?:(?:a|an|at|on|in|only|just|still|currently|at a|the) ){0,3}$/;
const asked =
  /(?:someone|somebody|anyone|anybody|mentor|person|people|hopefully|level|ideally|preferably|prefer|looking for|least|want|need|with|another|like|who is|who's|to|say|perhaps|maybe|,|or) (?:(?:a|an|at|on|in|who|is|who's|senior|more|someone|somebody|of|from|around|about|,) ){0,4}$/;
const post =
  /^(?:post|posts|role|roles|job|jobs|interview|interviews|application|applications|position|vacancy|panel|level interview|secondment|but|myself|here|going|wanting|looking|like me|at the moment|now|ceiling|for)\b/;
const going =
  /(?:to|for|into|get|reach|a|my|as|become|up to|going to|going for|from|promoted to|progress to|step up to|stuck at) $/;
const upward =
  /^(?:, )?(?:or|and) (?:above|over|higher|up|more|upwards|beyond|so above)\b|^(?:plus|upwards|upward|minimum|at least)\b/;

/** The band of the mentor, as against the asker's own, or that of a post. */
export function findBands(words: readonly Word[], mentions: readonly ReadMention[]): Facet<string> {
  const wanted: string[] = [];
  const used: number[] = [];
  words.forEach((word, at) => {
    const band = bandAt(words, at);
    if (band === undefined) return;
    const from = words[at - 1]?.word === 'band' ? at - 1 : at;
    if (!isAsked(words, from, at + 1, mentions)) return;
    const right = after(words, at + 1, 4);
    const plus =
      words[at + 1]?.word === 'plus' ||
      /\+$/.test(word.text) ||
      upward.test(right) ||
      /(?:at least|minimum|above|over|least|than|higher than|senior to) (?:a )?(?:band )?$/.test(
        before(words, from, 4),
      );
    wanted.push(...(plus ? ladder.slice(ladder.indexOf(band === '8' ? '8a' : band)) : [band]));
    used.push(...positions(from, at + 1));
  });
  words.forEach((word, at) => {
    if (word.word !== 'vsm' && word.word !== 'vsms') return;
    const right = after(words, at + 1, 4);
    if (
      before(words, at, 2) !== '' &&
      !asked.test(before(words, at, 7)) &&
      !/^(?:level|grade|mentor|ideally|preferably)\b/.test(right)
    )
      return;
    wanted.push('VSM');
    used.push(at);
  });
  for (const { entry, meaning, from, to } of mentions) {
    if (meaning !== 'wanted' || entry.kind !== 'person') continue;
    const grade = gradeOf(entry.profession, entry.title);
    if (grade === undefined) continue;
    wanted.push(grade);
    used.push(...positions(from, to));
  }
  return { wanted: distinct(wanted), avoided: [], used };
}

function bandAt(words: readonly Word[], at: number): string | undefined {
  const word = words[at]?.word ?? '';
  const named =
    ['band', 'bands', 'b'].includes(words[at - 1]?.word ?? '') ||
    (/^(?:or|to)$/.test(words[at - 1]?.word ?? '') && bandBefore(words, at - 2)) ||
    (/^(?:an?|at|or|to|is)$/.test(words[at - 1]?.word ?? '') && /^8[a-d]$/.test(word));
  const found = /^(?:band|b)?([2-9]|8[a-d])$/.exec(word)?.[1];
  if (found === undefined) return undefined;
  return named || /^(?:band|b)\d/.test(word) || /^8[a-d]$/.test(word) ? found : undefined;
}

/** "Band 6 or 7": the second is one too. */
function bandBefore(words: readonly Word[], at: number): boolean {
  return /^bands?$/.test(words[at - 1]?.word ?? '') && /^(?:[2-9]|8[a-d])$/.test(words[at]?.word ?? '');
}

function isAsked(
  words: readonly Word[],
  from: number,
  to: number,
  mentions: readonly ReadMention[],
): boolean {
  const start = bandBefore(words, from - 2) ? from - 3 : from;
  const left = before(words, start, 7);
  const right = after(words, to, 4);
  const beside = mentions.find(
    mention =>
      mention.entry.kind !== 'place' &&
      ((mention.from >= to &&
        mention.from - to <= 2 &&
        words.slice(to, mention.from + 1).every(({ breakBefore }) => breakBefore === 'none')) ||
        (mention.to <= start &&
          start - mention.to <= 3 &&
          words
            .slice(mention.to, start)
            .every(({ word }) =>
              ['at', 'a', 'an', 'of', 'maybe', 'ideally', 'who', 'is', 'myself', 'here', 'say'].includes(
                word,
              ),
            ) &&
          words[start]?.breakBefore !== 'stop')),
  );
  if (beside !== undefined && !post.test(right)) return beside.meaning === 'wanted';
  if (post.test(right)) return false;
  if (/(?:^|[ ,])not (?:a |an )?$/.test(left)) return false;
  if (
    /^(?:an? )?$/.test(left) &&
    (right === '' || /^(?:, |please|ideally|preferably|if|or (?:8[a-d]|[2-9])\b)/.test(right)) &&
    from > 0
  )
    return true;
  if (asked.test(left))
    return !(
      going.test(left) &&
      !/(?:talk|speak|chat|like|ideally|someone|somebody|anyone|mentor) (?:\w+ ){0,3}$/.test(left)
    );
  return !own.test(left) && upward.test(right);
}

function gradeOf(profession: string, title: string): string | undefined {
  if (profession !== 'Medical and dental') return undefined;
  if (/\bconsultant\b/i.test(title)) return 'consultant';
  return /^SAS\b/.test(title) ? 'SAS' : undefined;
}
