import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fill, type Values } from './fill.ts';
import { manifestShape } from './manifest-shape.ts';
import type { PackageParts } from './package-parts.ts';
import { type ZipEntry, zip } from './zip.ts';

/** What the project holds of the package, for all environments. */
export type Project = Pick<PackageParts, 'template' | 'versions' | 'toolkitFiles'> & {
  /** Everything that is in the package beside the manifest. */
  readonly files: readonly ZipEntry[];
};

export function readProject(): Project {
  return {
    template: textOf('manifest.json'),
    files: ['color.png', 'outline.png'].map(name => ({ name, data: readFileSync(here(name)) })),
    versions: z.record(z.string(), z.string()).parse(JSON.parse(textOf('versions.json'))),
    toolkitFiles: Object.fromEntries(
      ['teamsapp.yml', 'teamsapp.local.yml'].map(name => [name, textOf(`../${name}`)]),
    ),
  };
}

/** The package of one environment, unchecked. */
export function buildPackage(
  { template, files, versions, toolkitFiles }: Project,
  values: Values,
  asked: { readonly activityFeed: boolean },
): PackageParts {
  const filled = fill(template, values, asked);
  const text = `${JSON.stringify(filled, null, 2)}\n`;
  const entries = [{ name: 'manifest.json', data: Buffer.from(text) }, ...files];
  const manifest = manifestShape.parse(filled);
  return { template, values, manifest, entries, bytes: zip(entries), versions, toolkitFiles };
}

function here(name: string): URL {
  return new URL(name, import.meta.url);
}

function textOf(name: string): string {
  return readFileSync(here(name), 'utf8');
}
