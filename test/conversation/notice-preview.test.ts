import assert from 'node:assert/strict';
import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { noticeActivity } from '../../bot/conversation/notice-message.ts';
import { contractReminderKinds } from '../../bot/mentoring/reminders/contract-reminders.ts';
import type { Notice } from '../../bot/ports/chat.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import { profileRecord } from '../../bot/records/profile-record.ts';
import { liveRegister } from '../../bot/register/live-register.ts';
import { aMentor } from '../matching/a-mentor.ts';
import { aContract } from '../support/contracts.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const scheme = {
  id: 's',
  name: 'S',
  homeTenantId: 't',
  domains: {},
  link: 'https://example.org/',
  signposts: [],
};

async function nothing(): Promise<never> {
  throw new Error('A notice does not do this');
}

const unused = {
  directory: { me: nothing, resolve: nothing, stillThere: nothing },
  calendar: {
    schedules: nothing,
    create: nothing,
    view: nothing,
    move: nothing,
    cancel: nothing,
    respond: nothing,
  },
  chat: { tell: nothing, update: nothing },
};

describe('What a notification shows before the chat is opened', () => {
  const meeting = aMeeting({ stage: 'waiting', shared: 'A hard year' });
  const { parties, ...rest } = aContract();
  const contract = { ...rest, parties: { ...parties, mentee: { person: sam, name: 'Sam Okoro' } } };
  const notices: readonly Notice[] = [
    { about: 'meeting', meeting, to: 'mentor' },
    { about: 'change', meeting, to: 'mentee' },
    { about: 'clash', meeting },
    { about: 'times', to: sam, profileId: 'priya', wish: {} },
    { about: 'reminders', to: priya, reminders: [{ kind: 'answer-awaited', meeting }] },
    { about: 'reminders', to: sam, reminders: [{ kind: 'meeting-ahead', meeting }] },
    ...contractReminderKinds.map(
      (kind): Notice => ({ about: 'reminders', to: sam, reminders: [{ kind, contract }] }),
    ),
  ];
  for (const notice of notices)
    it(`names nobody and no day, in a message about ${kindOf(notice)}`, async () => {
      const store = sqliteStore(':memory:');
      const clock = { now: async () => monday, real: () => monday };
      await store.write(profilesOf(scheme), [{ put: profileRecord(aMentor()), ifMatch: 'any' }]);
      const ports = {
        ...unused,
        store,
        scheme,
        clock,
        ids: nodeIds(),
        digests: nodeDigests(),
        signIns: { absent: async () => undefined },
        register: liveRegister(store, scheme),
        afterwards: () => undefined,
      };
      const activity = await noticeActivity(ports, notice);
      assert.match(
        activity?.summary ?? '',
        /^There (is a reminder for you about mentoring|is news about one of your mentoring meetings|are times for a mentoring meeting to choose from)\.$/,
      );
      await store.close();
    });
});

function kindOf(notice: Notice): string {
  return notice.about === 'reminders' ? notice.reminders.map(({ kind }) => kind).join() : notice.about;
}
