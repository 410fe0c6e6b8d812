import { findInOutbox, listGivenUp, sendAgain } from '../outbox/queue.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** What an operator may do about what was given up: look, look closer, send again. */
export type OutboxDesk = {
  list(): Promise<readonly OutboxRecord[]>;
  show(id: string): Promise<OutboxRecord | undefined>;
  sendAgain(id: string): ReturnType<typeof sendAgain>;
};

export function outboxDesk(needs: Needs): OutboxDesk {
  return {
    list: async () => (await listGivenUp(needs)).map(({ document }) => document),
    show: async id => (await findInOutbox(needs, id))?.record.document,
    sendAgain: id => sendAgain(needs, id),
  };
}
