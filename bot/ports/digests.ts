import type { Sha256 } from '../mentoring/contract/canonical-bytes.ts';

export type Digests = {
  readonly sha256: Sha256;
  /** 256 random bits, lower-case hex. */
  salt(): string;
};
