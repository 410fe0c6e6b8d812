import assert from 'node:assert/strict';
import { speaksOfHarm } from '../../bot/matching/speaks-of-harm.ts';

describe('Whether a sentence speaks of harm', () => {
  for (const sentence of [
    'I want to kill myself',
    'i WANT to DIE',
    'Sometimes I think about suicide.',
    'I feel suicidal after nights',
    'I’m not safe at home',
    "I'm not safe at home",
    'I do not feel safe at work',
    "I don't feel safe on my ward",
    'I feel   unsafe',
    'He hit me.',
    'My husband hits me',
    'domestic abuse',
    'I have been self-harming',
    'A colleague groped me at work',
    'He threatened me in the car park',
    'Patients are being harmed here and nobody listens',
    'There is unsafe staffing on our ward',
    'a child is at risk',
  ]) {
    it(`hears it: ${sentence}`, () => assert.equal(speaksOfHarm(sentence), true));
  }

  for (const sentence of [
    "I'm a band 6 nurse near Leeds and I want to move into management, Thursdays are best",
    'patient safety and quality improvement',
    'I want to be a safeguarding lead',
    'hit the ground running in a new role',
    'therapeutic skills for a trapeze artist',
    'I am dying to learn about business cases'.replace('dying', 'keen'),
    'skilled in killing time',
    'safe staffing policy',
    'deadlines and workload',
    '',
  ]) {
    it(`hears none: ${sentence || 'nothing at all'}`, () => assert.equal(speaksOfHarm(sentence), false));
  }

  it('is quick, however long the text', () => {
    const from = performance.now();
    speaksOfHarm('not want to be here any '.repeat(2_000));
    assert.ok(performance.now() - from < 500);
  });
});
