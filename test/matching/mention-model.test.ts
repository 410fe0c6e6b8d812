import assert from 'node:assert/strict';
import { mentionsLearnedFrom } from '../../bot/command-line/learned-from.ts';
import { learnedMentions, mentionExamples } from '../../bot/matching/learn-mentions.ts';
import mentionModel from '../../bot/matching/mention-model.json' with { type: 'json' };
import { meanings, unpackedMentionModel } from '../../bot/matching/mention-model.ts';

const megabyte = 2 ** 20;

describe('The model of what a mention means', () => {
  it('is what its sentences give: run npm run learn after changing them', () => {
    const examples = mentionExamples();
    const digest = mentionsLearnedFrom(examples);
    assert.equal(mentionModel.learnedFrom, digest);
    assert.deepEqual(learnedMentions(examples, digest), mentionModel);
  });

  it('is less than 1 MB in a file and in memory', () => {
    const { tokens, features, weights } = unpackedMentionModel(mentionModel);
    assert.ok(JSON.stringify(mentionModel).length < megabyte);
    assert.ok(tokens.byteLength + features.byteLength + weights.byteLength < megabyte);
    assert.equal(weights.length, features.length * meanings.length);
  });
});
