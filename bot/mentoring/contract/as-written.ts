import type { Sha256 } from './canonical-bytes.ts';
import { partDigest, recordDigest } from './contract-chain.ts';

/** What is in a part; anything else was put there by somebody else. */
const partNames = new Set(['id', 'type', 'is', 'digest', 'salt', 'content']);

/**
 * Whether a record of a contract says what it said when it was written, whatever may have become of it: nothing in one
 * that does not is to be relied upon, not even that it is there. A part without salt and content was emptied, which is
 * right only where its chain says so.
 */
export function isAsWritten(hash: Sha256, record: object): boolean {
  if (!hasStrings(record)) return false;
  if (record.is !== 'part') return safely(() => recordDigest(hash, record)) === record.digest;
  const isOwn = record.type === 'contract' && record.id.endsWith(`:part:${record.digest}`);
  if (!isOwn || !Object.keys(record).every(name => partNames.has(name))) return false;
  const { salt, content } = record;
  if (salt === undefined && content === undefined) return true;
  if (typeof salt !== 'string' || typeof content !== 'object' || content === null) return false;
  return safely(() => partDigest(hash, salt, content)) === record.digest;
}

type Strings = Readonly<Record<'id' | 'type' | 'is' | 'digest', string>> & {
  readonly salt?: unknown;
  readonly content?: unknown;
};

function hasStrings(record: object): record is Strings {
  return (['id', 'type', 'is', 'digest'] as const).every(
    name => name in record && typeof Reflect.get(record, name) === 'string',
  );
}

/** What cannot be hashed was never written here. */
function safely(digest: () => string): string | undefined {
  try {
    return digest();
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}
