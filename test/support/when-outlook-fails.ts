import { eventually, mondayMorning } from './booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from './local-world.ts';
import type { TeamsPerson } from './teams-person.ts';
import { isOpen, type Kept } from './what-is-held.ts';

const leaseMs = 61_000;

/** A world in which Outlook and Teams can be made to fail, and leases end when a test says so. */
export type FailingWorld = {
  readonly world: LocalWorld;
  readonly sam: TeamsPerson;
  readonly mentor: TeamsPerson;
  fault(...faults: readonly object[]): Promise<unknown>;
  noMoreFaults(): Promise<unknown>;
  leasesEnd(): void;
};

export async function openFailingWorld(mentorName: string): Promise<FailingWorld> {
  let aheadMs = 0;
  const world = await openLocalWorld({ now: mondayMorning, real: () => Date.now() + aheadMs });
  const mentor = world.person(mentorName);
  await mentor.install();
  return {
    world,
    sam: world.person('Sam Okoro'),
    mentor,
    fault: (...faults) => world.local('faults', { method: 'POST', body: faults }),
    noMoreFaults: () => world.local('faults', { method: 'DELETE' }),
    leasesEnd: () => {
      aheadMs += leaseMs;
    },
  };
}

export function nothingIsLeft(kept: () => Promise<readonly Kept[]>): Promise<void> {
  return eventually('nothing is left to do', async () => (await kept()).every(each => !isOpen(each)));
}
