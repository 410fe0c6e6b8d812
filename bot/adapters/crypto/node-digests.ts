import { createHash, randomBytes } from 'node:crypto';
import type { Digests } from '../../ports/digests.ts';

export function nodeDigests(): Digests {
  return {
    sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
    salt: () => randomBytes(32).toString('hex'),
  };
}
