import { type OutboxDesk, outboxDesk } from '../journeys/look-after-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { isAboutContract, matterIdOf, type OutboxRecord } from '../records/outbox-record.ts';

type OutboxCommand = Pick<Ports, 'store' | 'scheme' | 'clock'> & {
  readonly args: readonly string[];
  readonly print: (line: string) => void;
};

const usage = 'Say what to do: npm run outbox -- list, show ID, or send-again ID';

/** The exit code: 1 when nothing could be done. Ids, kinds and times only. */
export async function outboxCommand({ args, print, ...ports }: OutboxCommand): Promise<number> {
  const [verb, id] = args;
  const desk = outboxDesk(ports);
  if (verb === 'list') return list(desk, print);
  if (verb === 'show' && id) return show(desk, id, print);
  if (verb === 'send-again' && id) return again(desk, id, print);
  print(usage);
  return 1;
}

async function list(desk: OutboxDesk, print: (line: string) => void): Promise<number> {
  const all = await desk.list();
  for (const record of all) print(`${record.state}\t${record.kind}\t${at(record.dueAt)}\t${record.id}`);
  print(all.length === 0 ? 'Nothing was given up.' : `${all.length} given up.`);
  return 0;
}

async function show(desk: OutboxDesk, id: string, print: (line: string) => void): Promise<number> {
  const record = await desk.show(id);
  if (!record) {
    print('There is no such thing in the outbox.');
    return 1;
  }
  for (const [name, value] of facts(record)) print(`${name}\t${value}`);
  return 0;
}

async function again(desk: OutboxDesk, id: string, print: (line: string) => void): Promise<number> {
  const outcome = await desk.sendAgain(id);
  switch (outcome) {
    case 'waits again':
      print('It waits again, and is sent within seconds where it is still of use.');
      return 0;
    case 'not given up':
      print('It was not given up: it waits, or is being sent.');
      return 1;
    case 'not found':
      print('There is no such thing in the outbox.');
      return 1;
  }
}

function facts(record: OutboxRecord): readonly (readonly [string, string | number])[] {
  const { kind, state, because = '', dueAt, tries, to, about } = record;
  return [
    ['kind', kind],
    ['state', state],
    ['because', because],
    ['due', at(dueAt)],
    ['tries', tries],
    ['to', to ? `${to.tenantId}/${to.objectId}` : ''],
    ['pair', about.pairId],
    [isAboutContract(about) ? 'contract' : 'meeting', matterIdOf(about)],
  ];
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
