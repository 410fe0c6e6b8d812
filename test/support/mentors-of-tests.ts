import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import type { TabReviews } from '../../bot/http/review-routes.ts';
import { tabReviews } from '../../bot/http/tab-reviews.ts';
import { type TabSearch, tabSearch } from '../../bot/http/tab-search.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import type { Scheme } from '../../bot/mentoring/people/scheme.ts';
import type { Notice } from '../../bot/ports/chat.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { Store } from '../../bot/ports/store.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import { profileRecord } from '../../bot/records/profile-record.ts';
import { liveRegister } from '../../bot/register/live-register.ts';
import { aMentor } from '../matching/a-mentor.ts';
import { sam } from './meetings.ts';

export type MentorsOfTests = {
  readonly store: Store;
  readonly ports: Ports;
  readonly search: TabSearch;
  readonly reviews: TabReviews;
  /** What the bot has said first. */
  readonly told: Notice[];
  /** The app is gone from everybody's chat. */
  isUnreachable: boolean;
  put(...mentors: MentorProfile[]): Promise<void>;
  close(): Promise<void>;
};

const scheme: Scheme = {
  id: 'hub',
  name: 'Hub',
  homeTenantId: sam.tenantId,
  domains: { 'leeds.example': sam.tenantId },
  link: 'https://teams.microsoft.com/l/entity/app-1/home',
  signposts: [
    { name: 'Samaritans', says: 'Call 116 123, day or night.', link: 'https://www.samaritans.org' },
    { name: 'Odd', says: 'No link.', link: 'javascript:alert(1)' },
  ],
};

/** The real search over a store of its own; a directory that knows everybody by address, empty calendars, of which Ruth's is not seen. */
export function mentorsOfTests(now: () => number): MentorsOfTests {
  const folder = mkdtempSync(join(tmpdir(), 'mentors-'));
  const store = sqliteStore(join(folder, 'store.db'));
  const told: Notice[] = [];
  const person = (address: string) => ({
    person: { tenantId: sam.tenantId, objectId: address.split('@')[0] ?? '' },
    name: address,
    address,
    isMember: true,
    managers: ['the-top'],
  });
  const state = { isUnreachable: false };
  const ports = {
    store,
    scheme,
    ids: nodeIds(),
    digests: nodeDigests(),
    clock: { now: async () => now(), real: Date.now },
    directory: {
      me: async as => ({
        ...person(`${as.person.objectId}@leeds.example`),
        organisation: 'Leeds Hospitals',
      }),
      resolve: async (_, addresses) => new Map(addresses.map(address => [address, person(address)])),
      stillThere: nothing,
    },
    calendar: {
      schedules: async (_, addresses) =>
        new Map(
          addresses.map(address => [
            address,
            address.startsWith('ruth') ? { seen: false, why: 'on-premises' } : { seen: true, busy: [] },
          ]),
        ),
      create: nothing,
      view: nothing,
      move: nothing,
      cancel: nothing,
      respond: nothing,
    },
    signIns: { absent: async () => undefined },
    chat: {
      async tell(_, notice) {
        if (state.isUnreachable) return 'unreachable';
        told.push(notice);
        return { messageId: 'm' };
      },
      update: nothing,
    },
    register: liveRegister(store, scheme),
  } satisfies Ports & { register: unknown };
  return Object.assign(state, {
    store,
    ports,
    search: tabSearch(ports, work => void work()),
    reviews: tabReviews(ports),
    told,
    async put(...mentors: MentorProfile[]) {
      const writes = mentors.map(mentor => ({ put: profileRecord(mentor), ifMatch: 'any' }));
      await store.write(profilesOf(scheme), writes);
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function nothing(): Promise<never> {
  throw new Error('A search does not do this');
}

/** Five mentors whose differences the tests know. */
export const fiveMentors: readonly MentorProfile[] = [
  aMentor({ id: 'priya', about: 'I led a ward.\u202e' }),
  aMentor({
    id: 'ruth',
    name: 'Ruth Adeyemi',
    town: 'London',
    region: 'London',
    organisation: 'London Care',
    meets: ['in person'],
  }),
  aMentor({
    id: 'aled',
    name: 'Aled Pryce',
    profession: 'Pharmacy',
    jobTitle: 'Chief Pharmacist',
    town: 'Cardiff',
    region: 'Wales',
    focusAreas: ['Confidence', 'Moving into management'],
    languages: ['English', 'Welsh'],
    availableDays: ['Monday'],
    meets: ['online'],
  }),
  aMentor({ id: 'full', name: 'Ola Full', capacity: 0 }),
  aMentor({ id: 'gone', name: 'Ivo Paused', pausedUntil: '2027-01-05' }),
];
