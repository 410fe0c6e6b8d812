import type { Side } from '../chemistry/change-meeting.ts';

/** What somebody may not be to the other while the two mentor: one of them has, or is to have, a say over the other's work. */
export const conflictKinds = [
  'line management',
  'appraiser',
  'supervisor',
  'panel member',
  'referee',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/**
 * A conflict that has come up. `declaredBy`: the one who said so; absent: the directory did. Epoch ms; `passedAt`: since
 * when it stands in the way no more.
 */
export type ConflictOfInterest = {
  readonly kind: ConflictKind;
  readonly declaredBy?: Side;
  readonly since: number;
  readonly passedAt?: number;
};

/** Known now, by the directory and by what each has said. */
export type WallNow = {
  readonly lineManagement: 'manages' | 'does not' | 'unknown';
  readonly declared: readonly ConflictOfInterest[];
};

/**
 * What stands in the way now. Line management that nobody can tell is no conflict: whoever signs says themselves, in the
 * clause that they sign, that there is none. What the directory once said stands until it says otherwise.
 */
export function conflictsNow({ lineManagement, declared }: WallNow): readonly ConflictKind[] {
  const standing = declared
    .filter(isStanding)
    .filter(({ declaredBy }) => declaredBy !== undefined || lineManagement !== 'does not');
  const found = standing.map(({ kind }) => kind);
  if (lineManagement === 'manages') found.push('line management');
  return conflictKinds.filter(kind => found.includes(kind));
}

export function isStanding({ passedAt }: ConflictOfInterest): boolean {
  return passedAt === undefined;
}

/** Only whoever said it can say that it has passed; what the directory said passes when the directory says otherwise. */
export function passed(
  conflict: ConflictOfInterest,
  by: Side | 'directory',
  now: number,
): ConflictOfInterest | undefined {
  const mayEnd = by === 'directory' ? conflict.declaredBy === undefined : conflict.declaredBy === by;
  return mayEnd && isStanding(conflict) ? { ...conflict, passedAt: now } : undefined;
}
