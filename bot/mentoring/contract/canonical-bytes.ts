/** Plain data as JSON has it. What is undefined in an object counts as not there. */
export type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [name: string]: Plain | undefined };

/** Lower-case hex SHA-256 of bytes. */
export type Sha256 = (bytes: Uint8Array) => string;

/** What a digest is of: no two of these can ever give the same bytes. */
export type DigestOf = 'part' | 'version' | 'record' | 'draft';

/**
 * The exact bytes that are hashed. Each value is a tag and a length before its content, so that no two different values
 * give the same bytes: `s` bytes of UTF-8 `:` text · `n` length `:` decimal digits · `t` · `f` · `a` items `:` each item ·
 * `o` entries `:` each name (as a string) and its value, by name in the order of UTF-16. Counts are decimal. A RangeError
 * for what has no bytes of its own: half a surrogate pair, and numbers that are not safe integers.
 */
export function canonicalBytes(of: DigestOf, value: Plain): Uint8Array {
  return new TextEncoder().encode(written([`mentoring contract ${of}`, 1, value]));
}

function written(value: Plain): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('Only whole numbers can be hashed');
    return `n${String(value).length}:${value}`;
  }
  if (isList(value)) return `a${value.length}:${value.map(written).join('')}`;
  const entries = Object.entries(value).flatMap(([name, each]) =>
    each === undefined ? [] : [[name, each] as const],
  );
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `o${sorted.length}:${sorted.map(([name, each]) => text(name) + written(each)).join('')}`;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('Half a character cannot be hashed');
  return `s${new TextEncoder().encode(value).length}:${value}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
