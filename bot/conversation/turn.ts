import type { TurnContext } from 'botbuilder';
import type { Asker } from '../journeys/asker.ts';
import { knowPerson } from '../journeys/know-person.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { PersonRecord } from '../records/person-record.ts';
import type { LiveRegister } from '../register/live-register.ts';

/** `afterwards`: work that goes on after the person has been answered. */
export type Journeys = Ports & {
  readonly register: LiveRegister;
  readonly afterwards: (work: () => Promise<void>) => void;
};

/** One person's turn. `asker` throws SignInRequired where they have not signed in. */
export type Turn = {
  readonly ports: Journeys;
  readonly person: PersonId;
  readonly name: string;
  readonly record: PersonRecord;
  readonly as: ActingFor;
  asker(): Promise<Asker>;
};

export function newTurn(
  ports: Journeys,
  context: TurnContext,
  person: PersonId,
  record: PersonRecord,
  as: ActingFor,
): Turn {
  return turnOf(ports, { person, name: context.activity.from.name ?? '', record, as });
}

/** Of somebody who is spoken to first, too. */
export function turnOf(ports: Journeys, who: Pick<Turn, 'person' | 'name' | 'record' | 'as'>): Turn {
  let known: Promise<Asker> | undefined;
  const { as, record } = who;
  return {
    ports,
    ...who,
    asker() {
      known ??= knowPerson(ports, as, record);
      return known;
    },
  };
}

/** A person is a directory object in a tenant; whoever has neither is nobody to us. */
export function personOfTurn({ activity }: TurnContext): PersonId | undefined {
  const tenantId = activity.conversation?.tenantId ?? activity.channelData?.tenant?.id;
  const objectId = activity.from?.aadObjectId;
  if (typeof tenantId !== 'string' || typeof objectId !== 'string') return undefined;
  return tenantId && objectId ? { tenantId, objectId } : undefined;
}
