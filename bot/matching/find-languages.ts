import { distinct, type Facet, positions } from './facet.ts';
import { gazetteer } from './gazetteer.ts';
import languages from './vocabulary/languages.json' with { type: 'json' };
import { after, before, type Word } from './words.ts';

const names = gazetteer(
  languages.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled].map(word => [word, name] as const)),
);

const speaks =
  /\b(?:speak|speaks|speaking|spoken|spoke|talk|talks|fluent in|fluent|understands?|knows?|conversation in|chat in|chat|talk in|explain in|in|yn|uses?|using|signs?|signs in|signing|language|languages|tongue|bilingual in|mentoring in|sessions in|native|like) (?:(?:in|fluent|fluently|good|some|also|both|either|a|bit|of|native|or|and|english|,|the|same|language|is|even|with|me|it|to) )*$/;
const speakerAfter =
  /^(?:speaking|speaker|speakers|language|speaks|would be|is a (?:must|plus|bonus)|a plus|a bonus|if possible)\b/;
const ownTongue =
  /\b(?:i|i also|we(?! (?:could|can|might))|i only|i mostly|i can|i do|parents|family|patients|my (?:first|native|own|main|home) language(?: is)?|mother tongue(?: is)?) (?:speak|spoke|also speak|speaks|is|talk|who speak)? ?(?:\w+ ){0,2}$/;
const tooAfter =
  /\b(?:help in it|in it|talk in it|think better in it|in that|too|as well|does|same|also|likewise|share|shares|it would help|easier|like me|and want|someone who does|my language)\b/;
const never =
  /\b(?:don't|do not|doesn't|can't|cannot|not|no) (?:have to |need to |necessarily )?(?:speak|understand|know|read) (?:\w+ ){0,2}$/;

export function findLanguages(words: readonly Word[]): Facet<string> {
  const mentions = names.find(words);
  const sentence = words.map(({ word }) => word).join(' ');
  const isWanted = ({ from, to, entry }: (typeof mentions)[number], at: number): boolean => {
    if (entry === 'English') return false;
    const left = before(words, from, 8);
    const signed = entry === 'British Sign Language';
    if (never.test(left)) return false;
    if (words[from]?.word === 'signs' || words[from]?.word === 'signing')
      return (
        /\b(?:who|that|mentor|someone|somebody|anyone|or|and) (?:also )?$/.test(left) &&
        !/^(?:off|of|up|on|the|in|for|my|off|things|that|to)\b/.test(after(words, to, 1))
      );
    if (ownTongue.test(left)) return tooAfter.test(sentence);
    const previous = mentions[at - 1];
    const joined =
      previous !== undefined && from - previous.to <= 1 && /\b(?:speak|speaks|speaking|fluent)\b/.test(left);
    if (signed || joined || speaks.test(left) || speakerAfter.test(after(words, to, 2))) return true;
    const next = mentions[at + 1];
    return (
      next !== undefined &&
      next.from - to <= 1 &&
      words[next.from]?.breakBefore !== 'stop' &&
      isWanted(next, at + 1)
    );
  };
  const wanted = mentions.filter(isWanted);
  return {
    wanted: distinct(wanted.map(({ entry }) => entry)),
    avoided: [],
    used: wanted.flatMap(({ from, to }) => positions(from, to)),
  };
}
