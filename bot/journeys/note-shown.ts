import { wallTime } from '../mentoring/availability/wall-day.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';

/** Mentors take turns: how often each was shown is counted by day, and not to whom. For after the reply. */
export async function noteShown(
  { clock, register }: Pick<Ports, 'clock'> & { readonly register: LiveRegister },
  profileIds: readonly string[],
): Promise<void> {
  if (profileIds.length === 0) return;
  await register.noteShown(profileIds, wallTime(await clock.now(), zone).on);
}
