import { aDraftedContract, contractPorts } from './a-signed-contract.ts';
import type { TabDoor } from './tab-door.ts';
import { tabInBrowser } from './tab-in-browser.ts';
import type { TabWindow } from './tab-window.ts';

export const pairId = 'pair-of-sam-and-priya';

/** The contract of Sam and Priya at the real door, drafted for each test anew; each of the two opens it in a window of their own. */
export function contractInBrowser(): {
  open(side: 'mentee' | 'mentor', section?: string, told?: Record<string, string>): Promise<TabWindow>;
  door(): TabDoor;
} {
  const { open, door } = tabInBrowser();
  beforeEach(async () => {
    await aDraftedContract(
      contractPorts(door().mentors.store, () => door().now),
      pairId,
    );
  });
  return {
    door,
    open: (side, section, told = {}) =>
      open({
        told: {
          token: side === 'mentee' ? 'sam' : 'priya',
          subPageId: ['contract', pairId, ...(section === undefined ? [] : [section])].join('/'),
          ...told,
        },
        window: { viewport: { width: 1280, height: 900 } },
      }),
  };
}
