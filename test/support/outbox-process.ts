import { setTimeout as wait } from 'node:timers/promises';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { sendWhatIsDue } from '../../bot/journeys/send-what-is-due.ts';
import { mattersToldOf } from '../../bot/outbox/matters-told-of.ts';
import type { Chat, Notice, Told } from '../../bot/ports/chat.ts';
import { portsOfSchedule } from './reminders-in-outbox.ts';

/**
 * The schedule alone, as a process of its own, on the store and with the connector that its parent names. NOW_AT: the
 * movable time. LEASES_AHEAD_MS: how far its real time runs ahead, so that the leases of a process before it have ended.
 */
const { STORE = '', CONNECTOR = '', NOW_AT = '0', LEASES_AHEAD_MS = '0' } = process.env;

async function tell(to: string, notice: Notice): Promise<Told> {
  const about = mattersToldOf(notice).map(({ id }) => id);
  const body = JSON.stringify({ to, kind: notice.about, about });
  const answer = await fetch(CONNECTOR, { method: 'POST', body });
  return answer.ok ? { messageId: await answer.text() } : 'unclear';
}

const chat: Chat = {
  tell: (person, notice) => tell(person.objectId, notice),
  update: async () => 'updated',
};
const ports = portsOfSchedule(sqliteStore(STORE), chat, {
  now: async () => Number(NOW_AT),
  real: () => Date.now() + Number(LEASES_AHEAD_MS),
});

process.send?.('ready');
for (;;) {
  await sendWhatIsDue(ports, () => undefined);
  await wait(20);
}
