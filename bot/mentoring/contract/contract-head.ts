import type { Side } from '../chemistry/change-meeting.ts';
import type { ContractKind } from './contract-document.ts';

/**
 * drafting: nothing binds yet · proposed: the first version waits for signatures · active: a version binds, whether or not
 * a change of it is drafted or proposed · ended: read only.
 */
export type ContractStage = 'drafting' | 'proposed' | 'active' | 'ended';

/** How a contract stands. Instants are ISO instants, dates ISO dates. */
export type ContractHead = {
  /** Random. */
  readonly id: string;
  readonly pairId: string;
  readonly kind: ContractKind;
  readonly stage: ContractStage;
  /** Random ids, made for this contract; who they are is a part of its own. */
  readonly parties: Readonly<Record<Side, string>>;
  readonly openedAt: string;
  /** The number of the version that both have signed. */
  readonly active?: number;
  /** Frozen, waiting for signatures; of the first version or of a change. */
  readonly proposed?: ProposedVersion;
  /** The fields are open to both. */
  readonly isDrafting: boolean;
  /** How many have been proposed so far. */
  readonly versions: number;
  readonly endedAt?: string;
  /** The last day on which it is kept. */
  readonly keepUntil?: string;
};

export type ProposedVersion = {
  readonly version: number;
  readonly digest: string;
  readonly by: Side;
  readonly signedBy: readonly Side[];
};
