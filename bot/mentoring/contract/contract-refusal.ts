/** Every expected "no" about a contract. Worded in both doors. */
export const contractRefusals = [
  /** Somebody else's change came first: what was seen is not what is there. */
  'changed meanwhile',
  /** The fields are not open: nobody has begun a change. */
  'not drafting',
  'already drafting',
  /** It is frozen until both have signed it, or one takes it back. */
  'already proposed',
  'not proposed',
  'already signed',
  /** Another version than the one that was seen waits for signatures. */
  'not this version',
  'not active',
  'contract ended',
  'not ended',
  'already erased',
  /** A clause of the scheme, or words of the other alone. */
  'not to be changed',
  'value not allowed',
  /** A field that has to be filled in before it can be proposed. */
  'something missing',
  'too many',
  /** Digests, signatures and chain do not agree with what is kept. */
  'record not whole',
] as const;
export type ContractRefusal = (typeof contractRefusals)[number];
