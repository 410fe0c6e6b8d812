import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Calendar } from './calendar.ts';
import type { Chat } from './chat.ts';
import type { Clock } from './clock.ts';
import type { Digests } from './digests.ts';
import type { Directory } from './directory.ts';
import type { Ids } from './ids.ts';
import type { SignIns } from './sign-in.ts';
import type { Store } from './store.ts';

/** All that journeys may ask of the world; each journey names the few that it needs. */
export type Ports = {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly signIns: SignIns;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly scheme: Scheme;
};
