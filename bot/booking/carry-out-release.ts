import type { Meeting, Party } from '../mentoring/chemistry/meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { pauseAfter } from '../outbox/after-telling.ts';
import { isDue, taken, writeOrLook } from '../outbox/take.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { AboutMeeting } from '../records/outbox-record.ts';
import { isReleased, type MeetingRecord, type ReleasedRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { changeAfter } from './after-store.ts';
import { countReasons } from './count-reasons.ts';
import { readMatter } from './meeting-store.ts';
import { toldOfRelease } from './outbox-after-meeting.ts';
import { freePlaceOfPair, keepPlace } from './places.ts';

/** What begins when two go on. Safe to repeat: the same pair again opens nothing new. */
export type GoingOn = {
  openContract(asked: {
    readonly pairId: string;
    readonly mentee: Party;
    readonly mentor: Party;
  }): Promise<unknown>;
};

/** Where nothing is opened. */
export const noContract: GoingOn = { openContract: async () => undefined };

export type ReleaseNeeds = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids'> & {
  readonly goingOn: GoingOn;
};

/**
 * Does elsewhere what a release means: the place is used or free, the contract open; then both are to be told. One
 * instance at a time; each step is safe to repeat but the totals, which come last and may miss a crash.
 */
export async function carryOutRelease(ports: ReleaseNeeds, about: AboutMeeting): Promise<void> {
  const mine = await claim(ports, about);
  if (!mine) return;
  const { meeting } = mine.record;
  try {
    await doElsewhere(ports, meeting);
  } catch (problem) {
    const { document, etag } = mine.intent;
    const leaseUntil = ports.clock.real() + pauseAfter(document.tries);
    const put = { ...document, leaseUntil, version: document.version + 1 };
    await ports.store.write(pairPartition(ports.scheme, about.pairId), [{ put, ifMatch: etag }]);
    throw problem;
  }
  let isLast = false;
  const done = await changeAfter(ports, about, ({ record, pair, outbox }, times) => {
    const held = outbox.find(({ etag }) => etag === mine.intent.etag);
    isLast = held !== undefined;
    if (!held) return 'as it was';
    const rest = outbox.map(({ document }) => document).filter(each => each !== held.document);
    return { record, pair, outbox: [...rest, ...toldOfRelease(record.meeting, times)] };
  });
  const at = meeting.after?.released?.at;
  if (!isRefusal(done) && isLast && at !== undefined)
    await countReasons(ports, mine.intent.document.reasons, at);
}

async function doElsewhere(ports: ReleaseNeeds, { pairId, mentee, mentor, after }: Meeting): Promise<void> {
  const ofPair = { pairId, profileId: mentor.profileId };
  switch (after?.released?.outcome) {
    case 'going on':
      await keepPlace(ports, ofPair);
      await ports.goingOn.openContract({ pairId, mentee, mentor });
      return;
    case 'not going ahead':
      await freePlaceOfPair(ports, ofPair);
  }
}

type Claimed = { readonly intent: Stored<ReleasedRecord>; readonly record: MeetingRecord };

async function claim(ports: ReleaseNeeds, { pairId, meetingId }: AboutMeeting): Promise<Claimed | undefined> {
  const { store, scheme, clock, ids } = ports;
  const matter = await readMatter(ports, pairId, meetingId);
  const found = matter?.outbox.find(({ document }) => isReleased(document));
  if (!matter || !found || !isReleased(found.document)) return undefined;
  const real = clock.real();
  if (!isDue(found.document, await clock.now(), real)) return undefined;
  const document: ReleasedRecord = {
    ...found.document,
    ...taken(found.document, real, ids.random()),
    kind: 'released',
  };
  const write = { put: document, ifMatch: found.etag };
  const etags = await writeOrLook({ store }, pairPartition(scheme, pairId), [write], document);
  if (etags === 'conflict') return undefined;
  return { intent: { document, etag: etags.get(document.id) ?? '' }, record: matter.record.document };
}
