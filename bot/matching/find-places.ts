import { distinct, type Facet, positions } from './facet.ts';
import { gazetteer, type Mention } from './gazetteer.ts';
import regions from './vocabulary/regions.json' with { type: 'json' };
import { after, before, type Word } from './words.ts';

/** `town` is absent where the region itself was named. */
export type Place = { readonly region: string; readonly town?: string };
type Entry = Place & { readonly needsCue: boolean };

const names = gazetteer<Entry>(
  regions.flatMap(region => [
    ...[region.name, ...region.aliases].map(
      alias => [alias, { region: region.name, needsCue: false }] as const,
    ),
    ...region.boards.map(board => [board.name, { region: region.name, needsCue: false }] as const),
    ...region.places.map(town => [town, { region: region.name, town, needsCue: false }] as const),
    ...region.placesThatNeedACue.map(town => [town, { region: region.name, town, needsCue: true }] as const),
  ]),
);

const regionOfTown = new Map(
  regions.flatMap(({ name, places, placesThatNeedACue }) =>
    [...places, ...placesThatNeedACue].map(town => [town.toLowerCase(), name] as const),
  ),
);

/** For a profile that names its town but not its region. */
export function regionOf(town: string): string | undefined {
  return regionOfTown.get(town.trim().toLowerCase());
}

type Meaning = 'wanted' | 'own' | 'avoided' | 'neither';

/** Where the asker says they are counts as a wish, unless they also say where the mentor should be. */
export function findPlaces(words: readonly Word[]): Facet<Place> {
  const found: (Mention<Entry> & { meaning: Meaning })[] = [];
  for (const mention of names.find(words)) {
    if (mention.entry.needsCue && !isClearlyAPlace(words, mention)) continue;
    const last = found.at(-1);
    const link = words
      .slice(last?.to ?? 0, mention.from)
      .map(({ word }) => word)
      .join(' ');
    const joined = last !== undefined && ['or', 'and', 'or in', '', 'or near'].includes(link);
    found.push({ ...mention, meaning: joined ? last.meaning : meaningOf(words, mention) });
  }
  const of = (meaning: Meaning): readonly Place[] =>
    found.filter(mention => mention.meaning === meaning).map(({ entry }) => placeOf(entry));
  const wanted = of('wanted');
  return {
    wanted: wanted.length > 0 ? wanted : of('own'),
    avoided: of('avoided'),
    used: distinct(
      found.filter(({ meaning }) => meaning !== 'neither').flatMap(({ from, to }) => positions(from, to)),
    ),
  };
}

function placeOf({ region, town }: Entry): Place {
  return town === undefined ? { region } : { region, town };
}

function isClearlyAPlace(words: readonly Word[], { from, to }: Mention<Entry>): boolean {
  const word = words[from];
  const left = before(words, from, 3);
  if (word === undefined) return false;
  if (/(?:near|around|close to|outside|based in|live in|living in|nr) $/.test(left)) return true;
  if (word.capital && after(words, to, 1) === 'based ') return true;
  return word.capital && /(?:in|at|from|of|to|or|and|within|towards|the) $/.test(left);
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

function meaningOf(words: readonly Word[], { from, to }: Mention<Entry>): Meaning {
  const left = before(words, from, 9);
  const right = after(words, to, 3);
  if (notBeyond.test(left)) return 'wanted';
  if (avoidBefore.test(left)) return 'avoided';
  if (elsewhere.test(left) || elsewhereAfter.test(right)) return 'neither';
  return wishBefore.test(left) ||
    /^(?:please|preferred|ideally|area|way|based|mentor|if|or nearby|region|side|would)\b/.test(right)
    ? 'wanted'
    : 'own';
}
