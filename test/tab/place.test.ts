import assert from 'node:assert/strict';
import { type Place, placeOf, subPageIdOf } from '../../tab/place.ts';
import { readSettings } from '../../tab/settings.ts';

describe('A link into the tab', () => {
  it('comes back as the place it was made for', () => {
    const places: Place[] = [
      { page: 'home' },
      { page: 'home', meetingId: '6f2b7c1a-1111-4222-8333-444455556666' },
      { page: 'find', criteria: [] },
      { page: 'find', criteria: ['focus:confidence', 'not:day:monday', 'after:960'] },
      { page: 'find', criteria: ['day:monday'], like: '6f2b7c1a-1111-4222-8333-444455556666' },
      { page: 'find', criteria: [], like: 'priya' },
      { page: 'find', criteria: [], mentorId: 'priya' },
      { page: 'find', criteria: ['region:london'], like: 'priya', mentorId: 'ruth' },
      { page: 'contract', pairId: '6f2b7c1a-1111-4222-8333-444455556666' },
      { page: 'contract', pairId: 'pair', section: 'meetings' },
    ];
    for (const place of places) assert.deepEqual(placeOf(subPageIdOf(place)), place);
  });

  it('leads home when nobody can make sense of it', () => {
    for (const odd of [
      undefined,
      '',
      'meeting/',
      'meeting/../x',
      'meeting/<b>',
      'contract/',
      'contract/pair/meetings/more',
      'contract/<b>',
      'x'.repeat(5_000),
    ]) {
      assert.deepEqual(placeOf(odd), { page: 'home' });
    }
  });
});

describe('An address of a search', () => {
  it('keeps ids alone, whatever somebody writes into it', () => {
    assert.deepEqual(placeOf('find/I feel lost,focus:<b>,Day:Monday,day:monday,like:a b'), {
      page: 'find',
      criteria: ['day:monday'],
    });
    assert.deepEqual(placeOf('find/day:monday/mentor/a b'), { page: 'find', criteria: ['day:monday'] });
    assert.deepEqual(placeOf(`find/${'day:monday,'.repeat(5_000)}`).page, 'find');
  });
});

describe('What the server tells the page', () => {
  it('is taken as given', () => {
    const told = { appId: 'a', localOrigins: ['http://127.0.0.1:3981'] };
    assert.deepEqual(readSettings(JSON.stringify(told)), told);
  });

  it('is nothing when it is not there or not understood', () => {
    const nothing = { appId: '', localOrigins: [] };
    for (const text of [undefined, '', '%SETTINGS%', 'null', '7', '{"appId":1,"localOrigins":"*"}']) {
      assert.deepEqual(readSettings(text), nothing);
    }
  });
});
