import { claimIntent } from '../booking/claim-intent.ts';
import type { SettleNeeds } from '../booking/settle-intent.ts';
import type { Document, Stored, Write } from '../ports/store.ts';
import type { IntentRecord } from '../records/pair-record.ts';
import { openIntents, relayPosition } from '../records/partitions.ts';

/** `leaseUntil` and `dueAt` as the intent had them when it was noted; each change of it is noted anew. */
type OpenIntent = Document & { readonly type: 'open intent' } & Pick<
    IntentRecord,
    'pairId' | 'meetingId' | 'leaseUntil' | 'dueAt'
  >;
type Position = Document & { readonly type: 'position'; readonly token: string };

/**
 * One pass: intents that have appeared in the pairs since the last pass are noted where they can be listed, then each
 * noted one whose lease has ended is finished or undone. Any number of instances may do this at once.
 */
export async function repairBookings(
  ports: SettleNeeds,
  onProblem: (meetingId: string, problem: unknown) => void,
): Promise<void> {
  await noteOpenIntents(ports);
  const partition = openIntents(ports.scheme);
  const now = await ports.clock.now();
  for (const noted of await ports.store.list<OpenIntent>(partition, 'open intent')) {
    const { pairId, meetingId, id, leaseUntil, dueAt = 0 } = noted.document;
    if (leaseUntil > ports.clock.real() || dueAt > now) continue;
    try {
      const settled = await claimIntent(ports, { pairId, meetingId });
      if (settled !== 'later') await ports.store.write(partition, [{ remove: id, ifMatch: noted.etag }]);
    } catch (problem) {
      onProblem(meetingId, problem);
    }
  }
}

/** The position is saved after what it stands for, so a crash between repeats a note and never loses one. */
async function noteOpenIntents({ store, scheme }: SettleNeeds): Promise<void> {
  const at = await store.read<Position>(relayPosition(scheme), 'pairs');
  let token = at?.document.token;
  for (;;) {
    const { changes, token: next, caughtUp } = await store.changesSince('pairs', token);
    const writes = changes.flatMap((change): Write[] => {
      if (change.removed || !isIntent(change.document)) return [];
      const { id, pairId, meetingId, leaseUntil, dueAt } = change.document;
      const due = dueAt === undefined ? {} : { dueAt };
      const noted: OpenIntent = {
        id: `${pairId}:${id}`,
        type: 'open intent',
        pairId,
        meetingId,
        leaseUntil,
        ...due,
      };
      return [{ put: noted, ifMatch: 'any' }];
    });
    for (const write of onePerId(writes)) await store.write(openIntents(scheme), [write]);
    if (next !== token) token = next;
    if (caughtUp) break;
  }
  if (token !== undefined && token !== at?.document.token) await save(store, scheme, token, at);
}

async function save(
  store: SettleNeeds['store'],
  scheme: SettleNeeds['scheme'],
  token: string,
  at: Stored<Position> | undefined,
): Promise<void> {
  const position: Position = { id: 'pairs', type: 'position', token };
  await store.write(relayPosition(scheme), [{ put: position, ifMatch: at?.etag ?? 'absent' }]);
}

function onePerId(writes: readonly Write[]): readonly Write[] {
  return [...new Map(writes.map(write => ['put' in write ? write.put.id : write.remove, write])).values()];
}

function isIntent(document: Document): document is IntentRecord {
  return document.type === 'intent';
}
