import assert from 'node:assert/strict';
import { headerProblem, isRefusedRow, profileFromRow } from '../../bot/mentoring/people/register-row.ts';

const row = {
  email: 'Priya.Varghese@Leeds.example',
  name: 'Priya  Varghese',
  job_title: 'General Manager',
  profession: 'Administration and management',
  band: '8a',
  organisation: 'Leeds Hospitals',
  region: 'North East and Yorkshire',
  town: 'Leeds',
  focus_areas: 'Confidence; Leading change;',
  languages: 'English; Punjabi',
  meets: 'online; in person',
  available_days: 'Thursday; Monday',
  accreditation: '',
  capacity: '2',
  about: 'I led a ward.\nNow I lead twelve.',
};

function refusalOf(changed: Record<string, string>): string {
  const profile = profileFromRow({ ...row, ...changed }, 'hub', 'm1');
  assert.ok(isRefusedRow(profile), 'the row was taken');
  return profile.refusedBecause;
}

describe('A row of a mentor register', () => {
  it('becomes a profile, with its lists split, its address in lower case and its days in week order', () => {
    assert.deepEqual(profileFromRow(row, 'hub', 'm1'), {
      id: 'm1',
      schemeId: 'hub',
      name: 'Priya Varghese',
      address: 'priya.varghese@leeds.example',
      jobTitle: 'General Manager',
      profession: 'Administration and management',
      band: '8a',
      organisation: 'Leeds Hospitals',
      region: 'North East and Yorkshire',
      town: 'Leeds',
      focusAreas: ['Confidence', 'Leading change'],
      languages: ['English', 'Punjabi'],
      meets: ['online', 'in person'],
      availableDays: ['Monday', 'Thursday'],
      accreditation: '',
      capacity: 2,
      about: 'I led a ward.\nNow I lead twelve.',
    });
  });

  it('takes one place for a register without a capacity column', () => {
    const { capacity: _, ...without } = row;
    const profile = profileFromRow(without, 'hub', 'm1');
    assert.ok(!isRefusedRow(profile));
    assert.equal(profile.capacity, 1);
  });

  for (const formula of ['=HYPERLINK("x")', '+44', '-1', '@sum', '\tx', '\rx', ' =1']) {
    it(`refuses a cell that begins like a formula: ${JSON.stringify(formula)}`, () => {
      assert.match(refusalOf({ about: formula }), /^The cell about begins like a spreadsheet formula/);
    });
  }

  for (const email of ['', 'priya', 'priya@leeds', 'a b@c.example', 'a@b@c.example']) {
    it(`refuses ${JSON.stringify(email)} as an address`, () => {
      assert.equal(refusalOf({ email }), 'The cell email does not look like an e-mail address.');
    });
  }

  it('needs a name', () => {
    assert.equal(refusalOf({ name: ' ' }), 'The cell name is empty.');
  });

  for (const capacity of ['', '1.5', '100', 'two']) {
    it(`refuses ${JSON.stringify(capacity)} places`, () => {
      assert.equal(refusalOf({ capacity }), 'The cell capacity must be a whole number from 0 to 99.');
    });
  }

  it('refuses a day and a way of meeting that do not exist', () => {
    assert.match(refusalOf({ available_days: 'Monday; Someday' }), /available_days/);
    assert.match(refusalOf({ meets: 'by owl' }), /The cell meets may hold online, in person/);
  });

  it('refuses text that is too long, and characters that hide or turn text round', () => {
    assert.equal(refusalOf({ about: 'a'.repeat(2001) }), 'The cell about is longer than 2000 characters.');
    assert.match(refusalOf({ name: 'Priya\u202eVarghese' }), /cannot be shown/);
    assert.match(refusalOf({ town: 'Leeds\nYork' }), /cannot be shown/);
  });

  it('never repeats what a cell said in the reason', () => {
    assert.ok(!refusalOf({ email: 'secret words' }).includes('secret'));
  });
});

describe('The header of a register', () => {
  const header = Object.keys(row);

  it('may come in any order and lack an optional column', () => {
    assert.equal(headerProblem([...header].reverse()), undefined);
    assert.equal(headerProblem(header.filter(name => name !== 'accreditation')), undefined);
  });

  it('is refused with the names of columns that no register has', () => {
    assert.equal(
      headerProblem([...header, 'shoe_size', 'phone']),
      'The header has 2 unknown columns: "shoe_size", "phone".',
    );
  });

  it('is refused with the names of required columns that it lacks', () => {
    assert.equal(
      headerProblem(header.filter(name => name !== 'email' && name !== 'name')),
      'The header lacks 2 columns: email, name.',
    );
  });

  it('is refused with a column that comes twice', () => {
    assert.equal(headerProblem([...header, 'town']), 'The header names 1 column twice: town.');
  });
});
