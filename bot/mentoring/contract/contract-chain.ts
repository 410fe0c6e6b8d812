import { canonicalBytes, type Plain, type Sha256 } from './canonical-bytes.ts';

export const linkKinds = [
  'opened',
  'proposed',
  'taken back',
  'signed',
  'reviewed',
  'conflict',
  'ended',
  'erased',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Names a part: what it is, and the digest of its salt and content. */
export type PartRef = { readonly key: string; readonly digest: string };

/** What happened to a contract, to be added to its chain. */
export type NewLink = {
  readonly kind: LinkKind;
  /** Party id; absent: nobody of the two (the keeping time has passed). */
  readonly by?: string;
  readonly version?: { readonly number: number; readonly digest: string };
  /** opened: who the two parties are · proposed: all parts of the version, in reading order · erased: what was taken out. */
  readonly parts?: readonly PartRef[];
  /** Digests of records that belong to it: the answers of a review. */
  readonly payload?: readonly string[];
  /** opened: the kind of mentoring · ended, conflict: a word for what kind of it. */
  readonly how?: string;
  /** opened: the two party ids. */
  readonly parties?: { readonly mentee: string; readonly mentor: string };
  /** opened: random id of the contract. */
  readonly contract?: string;
};

/** `seq` counts from 1; `previous` is the digest of the link before, of the first one 64 zeros. `at` is an ISO instant. */
export type ChainLink = NewLink & {
  readonly seq: number;
  readonly previous: string;
  readonly at: string;
  readonly digest: string;
};

export const noLink = '0'.repeat(64);

/** Of a record of a contract: everything in it but the digest itself. */
export function recordDigest(hash: Sha256, record: object): string {
  const { digest: _own, ...rest } = asPlainObject(record);
  return hash(canonicalBytes('record', rest));
}

/** Over the sorted digests of its parts. */
export function versionDigest(hash: Sha256, parts: readonly PartRef[]): string {
  return hash(canonicalBytes('version', parts.map(({ digest }) => digest).sort()));
}

/** Names the very state of all fields and shared goals of a draft. */
export function draftDigest(hash: Sha256, records: readonly { readonly digest: string }[]): string {
  return hash(canonicalBytes('draft', records.map(({ digest }) => digest).sort()));
}

/** `salt`: 256 random bits in hex, of this part alone, so that nobody can guess at what was erased. */
export function partDigest(hash: Sha256, salt: string, content: object): string {
  return hash(canonicalBytes('part', { salt, content: asPlainObject(content) }));
}

function asPlainObject(value: object): { readonly [name: string]: Plain | undefined } {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asPlain(each)]));
}

function asPlain(value: unknown): Plain | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(each => asPlain(each) ?? missing());
  if (typeof value === 'object' && value !== null) return asPlainObject(value);
  return missing();
}

function missing(): never {
  throw new RangeError('There is something in it that cannot be hashed');
}
