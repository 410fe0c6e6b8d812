import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { sharedTime } from '../../bot/adapters/teams/shared-time.ts';
import { chatOfInstance, peopleOf, perSecond, tellAll } from '../support/reminders-due.ts';
import { openTeams } from '../support/teams-client.ts';
import type { Bench } from './measured.ts';

const count = 450;
const instances = 3;

/** 450 reminders that are due at once, told in real time over HTTP to a connector that holds Teams' limits; beside what they allow. */
export const reminders: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mentoring-bench-'));
  const store = sqliteStore(join(folder, 'store.sqlite'));
  const teams = await openTeams('http://127.0.0.1:9');
  try {
    const people = peopleOf(count);
    for (const person of people) teams.person({ ...person, name: 'Somebody' });
    teams.holdLimits();
    const { serviceUrl } = teams;
    const chats = Array.from({ length: instances }, () =>
      chatOfInstance({ store, time: sharedTime, serviceUrl }),
    );
    const started = performance.now();
    const awake = setInterval(() => undefined, 1000);
    await tellAll(chats, people, sharedTime);
    clearInterval(awake);
    const own = performance.now() - started;
    const refused = teams.calls.filter(({ status }) => status === 429).length;
    return [
      {
        what: `${count} reminders by ${instances} instances, ${refused} refused by Teams, until the last is told`,
        unit: 'ms',
        bySide: { own, 'least possible': (count / perSecond) * 1000 },
      },
    ];
  } finally {
    await teams.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
