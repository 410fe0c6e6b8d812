import type { Values } from './fill.ts';
import type { Manifest } from './manifest-shape.ts';
import type { ZipEntry } from './zip.ts';

/** Everything that the rules look at. */
export type PackageParts = {
  /** As it stands in the project, with its placeholders. */
  readonly template: string;
  readonly values: Values;
  /** Filled for one environment. */
  readonly manifest: Manifest;
  readonly entries: readonly ZipEntry[];
  readonly bytes: Buffer;
  /** The digest of what each version was, by version. */
  readonly versions: Readonly<Record<string, string>>;
  /** teamsapp.yml and teamsapp.local.yml by name. */
  readonly toolkitFiles: Readonly<Record<string, string>>;
};

export type Rule = 'M-01' | 'M-02' | 'M-03' | 'M-04' | 'M-05' | 'M-06' | 'M-07' | 'M-08' | 'M-09' | 'M-10';

/** What is wrong, a sentence each. */
export type Judge = (parts: PackageParts) => readonly string[];
