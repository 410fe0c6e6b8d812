import { readMeeting } from '../booking/meeting-store.ts';
import { ofMatter } from '../booking/outbox-of-meeting.ts';
import { settleDue } from '../booking/settle-due.ts';
import type { SettleNeeds } from '../booking/settle-matter.ts';
import { dispatch, type Hands } from '../outbox/dispatch.ts';
import { relay } from '../outbox/relay.ts';
import { tellPerson } from '../outbox/tell-person.ts';

/**
 * One pass: what has come into the outbox since the last pass is copied to where it can be listed by its hour, then what is
 * due is done and told: a booking finished or undone, a card shown, a reminder sent. Any number of instances may do this
 * at once.
 */
export async function sendWhatIsDue(
  ports: SettleNeeds,
  onProblem: (outboxId: string, problem: unknown) => void,
): Promise<void> {
  await relay(ports, 'pairs');
  const hands: Hands = {
    ofMatter,
    settle: about => settleDue(ports, about),
    tell: (to, due) =>
      tellPerson(ports, to, due, async ({ pairId, meetingId }) => {
        const record = await readMeeting(ports, pairId, meetingId);
        return record?.document.meeting;
      }),
  };
  await dispatch(ports, hands, onProblem);
}
