import { writeFile } from 'node:fs/promises';
import { learnedMentions, mentionExamples } from '../matching/learn-mentions.ts';
import { examples } from '../matching/meaning/examples.ts';
import { learned } from '../matching/meaning/learn.ts';
import { marksOf } from '../matching/meaning/mark.ts';
import { packed } from '../matching/meaning/packed-model.ts';
import { phraseKey, schemePhrases } from '../matching/meaning/scheme-phrases.ts';
import { usedWords } from '../matching/meaning/used-words.ts';
import focusAreas from '../matching/vocabulary/focus-areas.json' with { type: 'json' };
import framing from '../matching/vocabulary/framing.json' with { type: 'json' };
import { learnedFrom, mentionsLearnedFrom } from './learned-from.ts';

const file = new URL('../matching/meaning/learned-model.json', import.meta.url);
const mentionFile = new URL('../matching/mention-model.json', import.meta.url);

/** npm run learn: learns from the sentences of the vocabulary anew. */
const classes = focusAreas.map(({ name }) => name);
const model = packed(learned(examples, framing, classes), {
  learnedFrom: learnedFrom(examples, framing),
  phrases: marksOf(schemePhrases.map(phraseKey)),
  usedWords: marksOf(usedWords(examples)),
});
await writeFile(file, `${JSON.stringify(model)}\n`);
const mentions = mentionExamples();
const mentionModel = learnedMentions(mentions, mentionsLearnedFrom(mentions));
await writeFile(mentionFile, `${JSON.stringify(mentionModel)}\n`);
process.stdout.write(`Learned from ${examples.length} examples.\n`);
