import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Criteria } from '../../bot/matching/criteria.ts';
import { understand, understoodWords } from '../../bot/matching/understand.ts';

const criteriaOf = (sentence: string): Criteria => understand(sentence).criteria;

describe('Understanding a sentence', () => {
  it('reads a need, a place, a day and the asker’s own job, and says so in words', () => {
    const criteria = criteriaOf(
      "I'm a band 6 nurse near Leeds and I want to move into management, Thursdays are best",
    );
    assert.equal(criteria.focusAreas[0]?.name, 'Moving into management');
    assert.equal(criteria.ownProfession, 'Nursing');
    assert.deepEqual(criteria.professions, []);
    assert.deepEqual(criteria.towns, ['Leeds']);
    assert.deepEqual(criteria.regions, ['North East and Yorkshire']);
    assert.deepEqual(criteria.days, ['Thursday']);
    assert.deepEqual(understoodWords(criteria), ['moving into management', 'near Leeds', 'Thursdays']);
  });

  it('is plain JSON that holds words of the vocabulary and none of the sentence', () => {
    const criteria = criteriaOf('Zebedee says I must learn to present, ideally a physio, in Hull, after 4pm');
    assert.deepEqual(JSON.parse(JSON.stringify(criteria)), criteria);
    assert.doesNotMatch(JSON.stringify(criteria), /zebedee|must|physio"/i);
    assert.equal(criteria.afterMinute, 16 * 60);
  });

  const professions: readonly (readonly [string, readonly string[], string])[] = [
    ['interview help, ideally a ward sister', ['Nursing'], 'a job title with a cue'],
    ['could I speak to an ODP about my portfolio', ['Allied health professions'], 'a short form'],
    ['someone in HR who knows about mergers', ['Human resources'], 'a field with a cue'],
    ['ideally a pharmasist, I want to do research', ['Pharmacy'], 'a typing mistake'],
    ['the pharmacist I work with belittles me', [], 'somebody in the story'],
    ['my consultant shouts at me', [], 'somebody at work'],
    ["I'm a paramedic and I am exhausted", [], 'the asker'],
    ['I want to become a clinical educator', [], 'an aim'],
    ['internationally educated nurse, feeling lost', [], 'a part of the need'],
    ['I have a matron interview next week', [], 'a post'],
    [
      "I'm a nurse and would like to talk to another nurse about stress",
      ['Nursing'],
      'somebody like the asker',
    ],
  ];
  for (const [sentence, wanted, what] of professions) {
    it(`takes ${wanted.length === 0 ? 'no profession' : wanted.join()} from ${what}: "${sentence}"`, () => {
      assert.deepEqual(criteriaOf(sentence).professions, wanted);
    });
  }

  for (const [sentence, avoided] of [
    ['confidence, but not a doctor please', 'Medical and dental'],
    ['anyone but a manager', 'Administration and management'],
    ["I'd rather not have someone in HR", 'Human resources'],
  ] as const) {
    it(`avoids ${avoided}: "${sentence}"`, () => {
      assert.deepEqual(criteriaOf(sentence).avoided.professions, [avoided]);
      assert.deepEqual(criteriaOf(sentence).professions, []);
    });
  }

  it('does not take "I am not a nurse" for a wish to avoid nurses', () => {
    assert.deepEqual(criteriaOf('I am not a nurse').avoided.professions, []);
  });

  it('knows towns, counties, boards and trusts by name, and lets a wish outdo where the asker is', () => {
    assert.deepEqual(criteriaOf('someone near Truro').regions, ['South West']);
    assert.deepEqual(criteriaOf('in Derbyshire').regions, ['Midlands']);
    assert.deepEqual(criteriaOf('in Kent and Medway').regions, ['South East']);
    assert.deepEqual(criteriaOf('I work in Leeds but would prefer someone in London').regions, ['London']);
    assert.deepEqual(criteriaOf('we moved here from Glasgow').regions, []);
    assert.deepEqual(criteriaOf('anywhere but London').avoided.regions, ['London']);
  });

  it('takes a town that is also a word only with a capital and a cue', () => {
    assert.deepEqual(criteriaOf('somebody in Reading').towns, ['Reading']);
    assert.deepEqual(criteriaOf('I am behind in reading papers').towns, []);
    assert.deepEqual(criteriaOf('a relaxing bath').towns, []);
  });

  it('takes a language only where it is spoken', () => {
    assert.deepEqual(criteriaOf('who speaks Polish').languages, ['Polish']);
    assert.deepEqual(criteriaOf('polish my CV').languages, []);
    assert.deepEqual(criteriaOf('a BSL user').languages, ['British Sign Language']);
  });

  it('takes a no to one way of meeting for a wish for the other', () => {
    assert.equal(criteriaOf('not online').meetingMode, 'in person');
    assert.equal(criteriaOf('face to face').meetingMode, 'in person');
    assert.equal(criteriaOf('over Teams').meetingMode, 'online');
    assert.equal(criteriaOf("online or face to face, I don't mind").meetingMode, undefined);
    assert.equal(criteriaOf('patients on remote monitoring').meetingMode, undefined);
  });

  it('tells days to meet from days in the story and days that do not suit', () => {
    assert.deepEqual(criteriaOf('I have an interview on Tuesday').days, []);
    assert.deepEqual(criteriaOf('Mondays or Wednesdays').days, ['Monday', 'Wednesday']);
    assert.deepEqual(criteriaOf("I can't do Fridays").avoided.days, ['Friday']);
  });

  it('hears that the mentor should not be of the own organisation', () => {
    assert.equal(criteriaOf('not in my trust').notOwnOrganisation, true);
    assert.equal(criteriaOf('someone from a different hospital').notOwnOrganisation, true);
    assert.equal(criteriaOf('I love my trust').notOwnOrganisation, false);
  });

  it('knows trusts by their everyday names, and those that only the register has', () => {
    assert.deepEqual(criteriaOf('someone at Mersey Care').organisations, [
      'Mersey Care NHS Foundation Trust',
    ]);
    assert.deepEqual(criteriaOf('someone at Mersey Care').regions, ['North West']);
    assert.deepEqual(criteriaOf("I'm a nurse at Mersey Care").organisations, []);
    const hearing = { organisations: [{ name: 'Ealing Primary Care Network', town: 'Ealing' }] };
    const { criteria } = understand('someone from Ealing Primary Care Network', hearing);
    assert.deepEqual(criteria.organisations, ['Ealing Primary Care Network']);
  });

  it('hears what kind of organisation, which grade and which experience the mentor should have', () => {
    assert.deepEqual(criteriaOf('someone from a hospice').organisationTypes, ['hospice and voluntary']);
    assert.deepEqual(criteriaOf('I work in a hospice').organisationTypes, []);
    assert.deepEqual(criteriaOf('someone 8c or above').bands, ['8c', '8d', '9']);
    assert.deepEqual(criteriaOf("I'm a band 6 going for a band 7 interview").bands, []);
    assert.deepEqual(criteriaOf('a mentor who is autistic too').livedExperiences, ['autism']);
    assert.deepEqual(criteriaOf('I am autistic').livedExperiences, []);
    assert.deepEqual(criteriaOf('my son is autistic').livedExperiences, []);
  });

  for (const [sentence, town, region, asked] of [
    ['somebody in Newcastle', 'Newcastle upon Tyne', 'North East and Yorkshire', ['Newcastle']],
    ['somebody in Newcastle-under-Lyme', 'Newcastle-under-Lyme', 'Midlands', []],
    ['Newcastle, in Staffordshire', 'Newcastle-under-Lyme', 'Midlands', []],
    ['somebody in Gillingham or Medway', 'Gillingham', 'South East', []],
    ['somebody in Gillingham, Dorset', 'Gillingham, Dorset', 'South West', []],
  ] as const) {
    it(`takes “${sentence}” for ${town}${asked.length > 0 ? ', and asks back' : ''}`, () => {
      const { criteria, askBack } = understand(sentence);
      assert.equal(criteria.towns[0], town);
      assert.equal(criteria.regions[0], region);
      assert.deepEqual(
        askBack.map(({ name }) => name),
        asked,
      );
    });
  }

  it('says which words ask for something that it does not understand', () => {
    assert.deepEqual(understand('confidence, ideally a trombonist').notUnderstood, ['trombonist']);
    assert.deepEqual(understand('confidence, ideally a nurse').notUnderstood, []);
  });

  it('mends mistypes of names, and leaves ordinary words alone', () => {
    assert.deepEqual(criteriaOf('a nurce please, in Birmigham, on a wensday'), {
      ...criteriaOf('a nurse please, in Birmingham, on a Wednesday'),
    });
    assert.deepEqual(criteriaOf('ideally a midwif').professions, ['Midwifery']);
    for (const ordinary of [
      'the purse is in the manger',
      'we march on',
      'I mould clay',
      'my fiance is poorly',
    ])
      assert.deepEqual(
        [...criteriaOf(ordinary).professions, ...criteriaOf(ordinary).towns, ...criteriaOf(ordinary).days],
        [],
        ordinary,
      );
  });

  it('understands nothing in nothing', () => {
    for (const nothing of ['', '   ', '🙂🙂', '<b></b>', '!!!']) {
      assert.deepEqual(understoodWords(criteriaOf(nothing)), []);
    }
  });

  it('takes any text, and a very long one quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        assert.ok(criteriaOf(text).focusAreas.length <= 8);
      }),
      { numRuns: 300 },
    );
    const started = performance.now();
    understand('I am not a nurse in Leeds or on a Monday with a doctor '.repeat(400));
    assert.ok(performance.now() - started < 2000);
  });
});
