export type Ids = {
  /** A random UUID. */
  random(): string;
  /** The same UUID (version 5) for the same parts, on every machine. */
  derived(...parts: readonly string[]): string;
};
