import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage, readProject } from './build-package.ts';
import { checkPackage } from './check-package.ts';
import { environmentValues } from './environment-values.ts';
import { digestOf } from './version-digest.ts';

export type Made = { readonly made: string } | { readonly refused: readonly string[] };

/**
 * `[--env NAME] [--out FILE] [--new-version]`. The package, and beside it the same files unpacked, for the toolkit, which
 * zips them itself; or what is wrong, a sentence each, and nothing is written.
 */
export function makePackage(
  args: readonly string[],
  terminal: Readonly<Record<string, string | undefined>>,
): Made {
  const { values: asked } = parseArgs({
    args: [...args],
    options: {
      env: { type: 'string', default: 'dev' },
      out: { type: 'string', default: 'build/mentoring.zip' },
      'new-version': { type: 'boolean', default: false },
    },
  });
  const values = environmentValues(asked.env, terminal);
  if (!values)
    return { refused: [`There is no environment ${asked.env}: env/.env.${asked.env} would hold it.`] };

  const activityFeed = values.ACTIVITY_FEED === '1';
  const project = readProject();
  let parts = buildPackage(project, values, { activityFeed });
  const { version, validDomains } = parts.manifest;
  if (asked['new-version']) {
    // Only ever adds: what a version was is not changed afterwards.
    if (project.versions[version] !== undefined)
      return { refused: [`M-09: Version ${version} is recorded already: raise it first.`] };
    const versions = { ...project.versions, [version]: digestOf(parts.template, parts.entries) };
    writeFileSync(new URL('versions.json', import.meta.url), `${JSON.stringify(versions, null, 2)}\n`);
    parts = { ...parts, versions };
  }
  const findings = checkPackage(parts);
  if (findings.length > 0) return { refused: findings.map(({ rule, sentence }) => `${rule}: ${sentence}`) };

  const folder = join(dirname(asked.out), 'package');
  mkdirSync(folder, { recursive: true });
  for (const { name, data } of parts.entries) writeFileSync(join(folder, name), data);
  writeFileSync(asked.out, parts.bytes);
  const size = `${parts.bytes.length} bytes`;
  return { made: `${asked.out}: version ${version} for ${validDomains[0]}, ${size}, M-01 to M-10 hold` };
}
