import { isRefusal } from '../mentoring/refusal.ts';
import { isAbandoned, isDue } from '../outbox/take.ts';
import type { AboutMeeting } from '../records/outbox-record.ts';
import { changeAfter } from './after-store.ts';
import { carryOutRelease, type ReleaseNeeds } from './carry-out-release.ts';
import { type Matter, readMatter } from './meeting-store.ts';
import { placeKept, release, released, toldAfter } from './outbox-after-meeting.ts';
import { met } from './outbox-of-meeting.ts';
import { freePlaceOfPair } from './places.ts';
import { askedAfter, lookedAt } from './release-answers.ts';
import { type TellNeeds, tellAfter } from './tell-after.ts';

export type AfterNeeds = ReleaseNeeds & TellNeeds;

/** Asked, looked at, carried out, told. */
const mostSteps = 4;

/**
 * Does what is due after a meeting: each is asked, what the clock says is released, carried out and told. Any number of
 * instances may do this at once: each step is one write under the etags that were read, or a record that is taken first.
 */
export async function settleAfter(ports: AfterNeeds, about: AboutMeeting): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    const matter = await readMatter(ports, about.pairId, about.meetingId);
    const due = matter ? await kindsDue(ports, matter) : new Set();
    if (due.has(met)) await changeAfter(ports, about, askedAfter);
    else if (due.has(release)) await changeAfter(ports, about, lookedAt);
    else if (due.has(released)) await carryOutRelease(ports, about);
    else if (due.has(placeKept)) await letPlaceGo(ports, about);
    else {
      if (matter && [...toldAfter].some(kind => due.has(kind))) await tellAfter(ports, matter);
      return;
    }
  }
}

async function kindsDue({ clock }: AfterNeeds, { outbox }: Matter): Promise<ReadonlySet<string>> {
  const now = await clock.now();
  const real = clock.real();
  const due = outbox.filter(({ document }) => isDue(document, now, real) || isAbandoned(document, real));
  return new Set(due.map(({ document }) => document.kind));
}

/** Nobody has booked the second meeting. */
async function letPlaceGo(ports: AfterNeeds, about: AboutMeeting): Promise<void> {
  const record = await changeAfter(ports, about, () => 'as it was');
  if (isRefusal(record)) return;
  const { profileId } = record.meeting.mentor;
  await freePlaceOfPair(ports, { profileId, pairId: about.pairId }, 'unless they go on');
  await changeAfter(ports, about, ({ record, pair, outbox }) => {
    const rest = outbox.map(({ document }) => document).filter(({ kind }) => kind !== placeKept);
    return { record, pair, outbox: rest };
  });
}
