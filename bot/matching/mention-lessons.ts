import { contextsOf, type MentionContext, type Span } from './mention-context.ts';
import type { Meaning } from './mention-model.ts';
import markedMessages from './vocabulary/marked-messages.json' with { type: 'json' };
import mentionExamples from './vocabulary/mention-examples.json' with { type: 'json' };
import { wordsOf } from './words.ts';

export type MentionLesson = { readonly context: MentionContext; readonly meaning: Meaning };
type Told = { readonly tokens: readonly string[]; readonly lessons: readonly MentionLesson[] };

const placeholder = /\{(?:(wanted|avoided|own|neither) )?(person|field|setting|trait|place)\}/g;

/** What the sentences and the marked messages of the vocabulary teach, and every word beside their mentions. */
export function mentionLessons(): {
  readonly tokens: ReadonlySet<string>;
  readonly lessons: readonly MentionLesson[];
} {
  const told = [...mentionExamples, ...markedMessages.map(asExample)].map(toldBy);
  return {
    tokens: new Set([...told.flatMap(({ tokens }) => tokens), '.']),
    lessons: told.flatMap(({ lessons }) => lessons),
  };
}

const mark = /\[(\w+):(\w+)\|([^\]]*)\]/g;
const kindOfMark: ReadonlyMap<string, string> = new Map([
  ['job', 'person'],
  ['field', 'field'],
  ['org', 'setting'],
  ['orgtype', 'setting'],
  ['place', 'place'],
]);
const meaningOfMark: ReadonlyMap<string, Meaning> = new Map([
  ['want', 'wanted'],
  ['avoid', 'avoided'],
  ['own', 'own'],
  ['other', 'neither'],
]);

/** "I'm a [job:own|porter]" → "I'm a {own person}". */
function asExample(message: string): string {
  return message.replace(mark, (_, kindMark: string, meaningMark: string, surface: string) => {
    const kind = kindOfMark.get(kindMark);
    const meaning = meaningOfMark.get(meaningMark);
    return kind === undefined || meaning === undefined ? surface : `{${meaning} ${kind}}`;
  });
}

function toldBy(sentence: string): Told {
  const labels: (Meaning | undefined)[] = [];
  const kinds: string[] = [];
  const text = sentence
    .replace(placeholder, (_, label: Meaning | undefined, kind: string) => {
      labels.push(label);
      kinds.push(kind);
      return `zzz${kinds.length - 1}`;
    })
    .replaceAll('#', '7');
  const words = wordsOf(text);
  const spans: Span[] = words.flatMap(({ word }, at) => {
    const number = /^zzz(\d+)$/.exec(word)?.[1];
    return number === undefined ? [] : [{ from: at, to: at + 1, as: kinds[Number(number)] ?? '' }];
  });
  const contexts = contextsOf(words, spans);
  return {
    tokens: contexts.flatMap(({ left, right }) => [...left, ...right]),
    lessons: contexts.flatMap((context, at) => {
      const meaning = labels[at];
      return meaning === undefined ? [] : [{ context, meaning }];
    }),
  };
}
