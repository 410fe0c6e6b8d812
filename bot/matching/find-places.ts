import type { AskBack } from './ask-back.ts';
import { whichOf } from './ask-back.ts';
import { distinct, type Facet, positions } from './facet.ts';
import { placeNamed, regionOf as regionOfTown } from './places.ts';
import type { ReadMention } from './read-mentions.ts';
import { after, before, type Word } from './words.ts';

/** For a profile that names its town but not its region. */
export function regionOf(town: string): string | undefined {
  return regionOfTown(town);
}

/** `town` is absent where the region itself was named. */
export type Place = { readonly region: string; readonly town?: string };
type Found = Place & {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly name: string;
};
type Meaning = 'wanted' | 'own' | 'avoided' | 'neither';

/** Where the asker says they are counts as a wish, unless they also say where the mentor should be. */
export function findPlaces(
  words: readonly Word[],
  mentions: readonly ReadMention[],
): Facet<Place> & { readonly askBack: readonly AskBack[] } {
  const found: Found[] = [];
  for (const { from, to, entry, meaning: read } of mentions) {
    if (entry.kind === 'organisation') {
      const { town } = entry.organisation;
      const region = entry.organisation.region ?? regionOfTown(town);
      const near = /(?<!nowhere )(?:near|around|close to|nr|by|round) $/.test(before(words, from, 3));
      if (region === undefined) continue;
      if (near && town !== '') found.push({ from, to, region, town, name: town, meaning: 'wanted' });
      else if (read === 'wanted' || read === 'own')
        found.push({ from, to: from, region, name: region, meaning: read });
    }
    if (entry.kind !== 'place') continue;
    if (entry.needsCue && !isClearlyAPlace(words, from, to)) continue;
    const last = found.at(-1);
    const link = words
      .slice(last?.to ?? 0, from)
      .map(({ word }) => word)
      .join(' ');
    const joined = last !== undefined && ['or', 'and', 'or in', '', 'or near'].includes(link);
    const meaning = joined ? last.meaning : meaningOf(words, from, to, read);
    found.push({
      from,
      to,
      region: entry.region,
      ...(entry.town === undefined ? {} : { town: entry.town }),
      name: words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
      meaning,
    });
  }
  const { decided, askBack } = decide(found);
  const of = (meaning: Meaning): readonly Place[] =>
    decided
      .filter(each => each.meaning === meaning)
      .map(({ region, town }) => (town === undefined ? { region } : { region, town }));
  const wanted = of('wanted');
  return {
    wanted: wanted.length > 0 ? wanted : of('own'),
    avoided: of('avoided'),
    used: distinct(
      decided.filter(({ meaning }) => meaning !== 'neither').flatMap(({ from, to }) => positions(from, to)),
    ),
    askBack,
  };
}

/** Names of several places become the one that the rest of the sentence points to, else the likeliest, and are asked back. */
function decide(found: readonly Found[]): {
  readonly decided: readonly Found[];
  readonly askBack: readonly AskBack[];
} {
  const askBack: AskBack[] = [];
  const decided = found.map((each, at) => {
    const others = found.filter((_, other) => other !== at);
    const { town, ask } = whichOf(each.name, others);
    if (town === undefined || each.meaning === 'neither') return each;
    if (ask !== undefined && each.meaning !== 'avoided') askBack.push(ask);
    return { ...each, town, region: regionOfTown(town) ?? each.region };
  });
  return { decided: decided.filter((each, at) => !isPartOf(each, decided[at - 1])), askBack };
}

/** "Boston, Lincolnshire", "Ashford in Kent": the county says which town is meant. */
function isPartOf({ town, from, meaning }: Found, before: Found | undefined): boolean {
  if (before?.town === undefined || town === undefined || from - before.to > 1) return false;
  return meaning === before.meaning && placeNamed(before.town)?.county === town;
}

function isClearlyAPlace(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  const left = before(words, from, 3);
  if (word === undefined) return false;
  if (/(?:near|around|close to|outside|based in|live in|living in|nr) $/.test(left)) return true;
  if (word.capital && /^(?:based|way|area|$)/.test(after(words, to, 1))) return true;
  return word.capital && /(?:in|at|from|of|to|or|and|within|towards|the|,) $/.test(left);
}
const elsewhere =
  /\b(?:trained|qualified|studied|graduated|graduating|born|grew up|raised|degree|university|placement|(?:moved|came|flew|transferred|relocated|commuted|come|moving|arrived|recently)(?: \w+){0,3}? (?:from|away from)|down from|up from|over from|originally|used to (?:work|live|be)|worked|lived|left|leaving|back home|years ago|holiday|conference|meeting|interview) (?:(?:in|from|at|there|back|up|down|near|originally) ){0,3}$/;
const elsewhereAfter =
  /^(?:university|uni|accent|graduate|united|airport|originally|marathon|originally but|conference)\b/;
const notBeyond =
  /\b(?:not|n't|can't|cannot|don't|won't|never|unable to|no) (?:\w+ ){0,4}(?:outside|outside of|beyond|leave|far from|further than|further from|away from|too far from|far out of|out of) (?:the )?$/;
const avoidBefore =
  /(?:^|[ ,])(?:not|isn't|don't|no|never|anywhere but|anyone but|except|except for|apart from|outside|outside of|other than|away from|rather than|but not|avoid|avoiding|nowhere near|beyond|excluding|anywhere except|anywhere other than|as long as it's not|can't|cannot|won't|instead of|bar|miles from|nobody|no one) (?:(?:in|at|from|near|around|based|anyone|someone|somebody|of|to|be|the|too|close|a|get|travel|travelling|go|do|make|it|want|who|is|works|working|based|back|one) ){0,5}$/;
const wishBefore =
  /(?:^|[ ,])(?:near|nearby|nr|around|close to|close by|closer to|round|within reach of|reach of|commute from|commutable to|distance of|ideally|preferably|prefer|prefer someone|someone|somebody|anyone|anybody|mentor|person|meet|meeting|travel to|get to|drive to|miles of|mins from|minutes from|hour of|people|who works|who is|who's|works|up in|over in|doctor|nurse|one|preferred) (?:(?:in|from|at|based|working|works|who|is|who's|within|around|near|round|or|to|the|of|somewhere|anywhere|located|local|about|also|living|over|up|down|out|area|there|,) )*$/;

/** "help with my CV, in the Midlands": a place that stands alone is no part of a story. */
const fragment = /(?:^|, )(?:in |near |around |from )?(?:the )?$/;

function meaningOf(words: readonly Word[], from: number, to: number, read: Meaning): Meaning {
  const left = before(words, from, 9);
  const right = after(words, to, 3);
  if (notBeyond.test(left)) return 'wanted';
  if (/\b(?:i'm|i am) not (?:originally )?from $/.test(left)) return 'neither';
  if (avoidBefore.test(left)) return 'avoided';
  if (elsewhere.test(left) || elsewhereAfter.test(right)) return 'neither';
  return wishBefore.test(left) ||
    /^(?:please|preferred|ideally|area|way|based|mentor|if|or nearby|region|side|would)\b/.test(right)
    ? 'wanted'
    : !fragment.test(left) && (read === 'neither' || read === 'avoided')
      ? read
      : 'own';
}
