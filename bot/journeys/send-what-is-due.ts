import { hasAnswered } from '../booking/after-store.ts';
import { noContract } from '../booking/carry-out-release.ts';
import { readMeeting } from '../booking/meeting-store.ts';
import { toldAfter } from '../booking/outbox-after-meeting.ts';
import { ofMatter } from '../booking/outbox-of-meeting.ts';
import { type AfterNeeds, settleAfter } from '../booking/settle-after.ts';
import { settleDue } from '../booking/settle-due.ts';
import type { SettleNeeds } from '../booking/settle-matter.ts';
import { readContract } from '../contracts/contract-store.ts';
import { matterOfContract } from '../contracts/matter-of-contract.ts';
import { settleContract } from '../contracts/settle-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { dispatch, type Hands } from '../outbox/dispatch.ts';
import { relay } from '../outbox/relay.ts';
import { tellPerson } from '../outbox/tell-person.ts';
import type { MatterNow } from '../outbox/when-to-tell.ts';
import type { Ports } from '../ports/ports.ts';
import { isAboutContract, type OutboxRecord } from '../records/outbox-record.ts';
import { forgetContracts } from './forget-contracts.ts';

type Needs = SettleNeeds & Pick<Ports, 'digests'>;

/**
 * One pass: what has come into the outbox since the last pass is copied to where it can be listed by its hour, then what is
 * due is done and told: a booking finished or undone, a card shown, a reminder sent, answers after a meeting released. Any number of instances may do this
 * at once.
 */
export async function sendWhatIsDue(
  ports: Needs,
  onProblem: (outboxId: string, problem: unknown) => void,
  goingOn: AfterNeeds['goingOn'] = noContract,
): Promise<void> {
  await relay(ports, 'pairs');
  const hands: Hands = {
    ofMatter: new Set([...ofMatter, ...toldAfter]),
    async settle(about) {
      if (isAboutContract(about)) return settleContract(ports, about, () => forgetContracts(ports, about));
      await settleDue(ports, about);
      await settleAfter({ ...ports, goingOn }, about);
    },
    tell: (to, due) => tellPerson(ports, to, due, record => matterNow(ports, to, record)),
  };
  await dispatch(ports, hands, onProblem);
}

/** Absent: there is nothing to say of it any more. */
async function matterNow(
  ports: Needs,
  to: PersonId,
  { kind, about }: OutboxRecord,
): Promise<MatterNow | undefined> {
  if (isAboutContract(about)) {
    const contract = await readContract(ports, about.pairId);
    if (contract?.head.id !== about.contractId) return undefined;
    return { contract: matterOfContract(contract, await ports.clock.now()) };
  }
  const record = (await readMeeting(ports, about.pairId, about.meetingId))?.document;
  const isDone = record && kind === 'go-on-awaited' && hasAnswered(record, to);
  return record && !isDone ? { meeting: record.meeting } : undefined;
}
