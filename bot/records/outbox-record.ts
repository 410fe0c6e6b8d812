import type { PersonId } from '../mentoring/people/person.ts';
import type { Document } from '../ports/store.ts';

/** Which matter it is about: ids only. */
export type About = AboutMeeting | AboutContract;
export type AboutMeeting = { readonly pairId: string; readonly meetingId: string };
export type AboutContract = { readonly pairId: string; readonly contractId: string };

/**
 * What has to be done outside, or told to somebody, once and not before its time. Written in the same batch as the change
 * that causes it, in that change's partition; removed when it is done. Its etag says whose it is.
 */
export type OutboxRecord = Document & {
  readonly type: 'outbox';
  readonly kind: string;
  /** Who is told; absent: something is done outside. */
  readonly to?: PersonId;
  readonly about: About;
  /** Movable time, epoch ms: not before. */
  readonly dueAt: number;
  /** What it was first wanted for, where it was put off to a better hour. */
  readonly wantedAt?: number;
  /**
   * waiting: nobody has sent it · sending: whoever holds the lease may be sending it at this moment · unclear: it may have
   * arrived, so it is not sent again by itself · dead: it was tried as long as it made sense.
   */
  readonly state: 'waiting' | 'sending' | 'unclear' | 'dead';
  /** Real time, epoch ms: until then it is somebody's, or rests. */
  readonly leaseUntil: number;
  /** Grows by one whenever somebody takes it. */
  readonly fence: number;
  /** Whoever took it last, at random. */
  readonly holder?: string;
  /** How often it was tried, for spacing. */
  readonly tries: number;
  /** Grows with each writing, so that a copy knows which is newer. */
  readonly version: number;
  /** Why it is unclear or dead, in a word or a status. */
  readonly because?: string;
};

/** A copy of what comes due, where it can be listed by its hour. Ids and times only; what counts is the outbox record. */
export type DueRecord = Document & {
  readonly type: 'due';
  readonly source: {
    readonly container: 'pairs' | 'people';
    readonly tenant: string;
    readonly scope: string;
  };
} & Pick<OutboxRecord, 'kind' | 'to' | 'about' | 'dueAt' | 'leaseUntil' | 'version'>;

export function matterIdOf(about: About): string {
  return isAboutContract(about) ? about.contractId : about.meetingId;
}

export function isAboutContract(about: About): about is AboutContract {
  return 'contractId' in about;
}

/** All that is in the outbox about one matter. */
export function outboxPrefix(matterId: string): string {
  return `outbox:${matterId}:`;
}

/**
 * The same for the same cause, kind and person. It ends in the UTC hour in which it is due, so that whoever hears that it
 * is gone knows where its copy lies.
 */
export function outboxRecordId(
  matterId: string,
  { kind, to, dueAt }: Pick<OutboxRecord, 'kind' | 'to' | 'dueAt'>,
): string {
  return `${outboxPrefix(matterId)}${kind}:${to?.objectId ?? ''}:${hourOf(dueAt)}`;
}

/** "2026-11-22T10", UTC. */
export function hourOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 13);
}
