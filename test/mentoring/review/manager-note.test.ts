import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chatLink, managerNote } from '../../../bot/mentoring/review/manager-note.ts';

describe('The note to a manager', () => {
  it('says that there is a mentor and the time agreed, and nothing else', () => {
    const note = managerNote({ schemeName: 'West Yorkshire mentoring', time: '60 minutes, once a month' });
    assert.match(
      note,
      /^I have a mentor through West Yorkshire mentoring\. The time agreed: 60 minutes, once a month\./,
    );
  });

  it('opens a chat with that person and the note written, and leads nowhere else', () => {
    const note = 'I have a mentor. 60 minutes & more?';
    assert.equal(
      chatLink(' boss@example.nhs.uk ', note),
      'https://teams.microsoft.com/l/chat/0/0?users=boss%40example.nhs.uk&message=I%20have%20a%20mentor.%2060%20minutes%20%26%20more%3F',
    );
    fc.assert(
      fc.property(fc.string(), typed => {
        const link = chatLink(typed, note);
        if (link === undefined) return;
        const url = new URL(link);
        assert.equal(`${url.origin}${url.pathname}`, 'https://teams.microsoft.com/l/chat/0/0');
        assert.deepEqual([...url.searchParams.keys()], ['users', 'message']);
        assert.equal(url.searchParams.get('message'), note);
      }),
    );
    for (const none of ['', 'boss', 'a@b,c@d', 'a@b;c', 'a b@c'])
      assert.equal(chatLink(none, note), undefined, none);
  });
});
