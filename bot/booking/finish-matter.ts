import { isRefusal } from '../mentoring/refusal.ts';
import { pauseAfter } from '../outbox/after-telling.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord, Todo } from '../records/pair-record.ts';
import type { Claimed } from './claim-matter.ts';
import { changeMatter, type Decision, type HowToChange, type Matter } from './meeting-store.ts';
import type { Outcomes } from './outbox-of-meeting.ts';

type Outcome = {
  readonly left?: Todo | undefined;
  readonly cards?: MeetingRecord['cards'];
  readonly clashed?: boolean;
  readonly outcomes?: Outcomes;
};

/**
 * What is left is written once; of the intent nothing where somebody has decided anew meanwhile, whose it is then. What
 * was sent is marked in any case.
 */
export async function finishMatter(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  claimed: Claimed,
  { left, cards = {}, clashed = false, outcomes = new Map() }: Outcome,
): Promise<Matter | undefined> {
  const { mine } = claimed;
  const told: Omit<Decision, 'meeting'> = { cards, outcomes };
  if (mine) {
    const { tries, todo } = mine.document;
    const rest = { todo: left ?? todo, clashed, pauseMs: pauseAfter(tries) };
    const finished = await change(ports, claimed, { ...told, ...rest }, { mine });
    if (finished) return finished;
  }
  if (outcomes.size === 0 && Object.keys(cards).length === 0) return undefined;
  return change(ports, claimed, told, { meanwhile: 'always' });
}

/** Once more where the store failed: what is not marked could only be called unclear. */
async function change(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  claimed: Claimed,
  decision: Omit<Decision, 'meeting'>,
  how: HowToChange,
): Promise<Matter | undefined> {
  const { id: meetingId, pairId } = claimed.record.document.meeting;
  const write = (known: { readonly known?: Matter }) =>
    changeMatter(ports, { pairId, meetingId }, meeting => ({ meeting, ...decision }), { ...how, ...known });
  const changed = await write({ known: claimed }).catch(() => write({}));
  return isRefusal(changed) ? undefined : changed;
}
