import { buildPackage, type Project, readProject } from '../../manifest/build-package.ts';
import { checkPackage } from '../../manifest/check-package.ts';
import { environmentValues } from '../../manifest/environment-values.ts';
import type { PackageParts, Rule } from '../../manifest/package-parts.ts';

const project = readProject();
export const devValues = environmentValues('dev', {}) ?? {};

type Change = Partial<Project> & {
  /** Texts in the template, and what stands there instead. */
  readonly instead?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly activityFeed?: boolean;
};

/** The project's own package of the dev environment, but for what is changed. */
export function aPackage({
  instead = {},
  values = {},
  activityFeed = false,
  ...change
}: Change = {}): PackageParts {
  let { template } = project;
  for (const [before, after] of Object.entries(instead)) {
    if (!template.includes(before)) throw new Error(`The manifest does not hold ${before}`);
    template = template.replace(before, () => after);
  }
  return buildPackage({ ...project, template, ...change }, { ...devValues, ...values }, { activityFeed });
}

/** What one rule says of it. */
export function said(rule: Rule, parts: PackageParts): readonly string[] {
  return checkPackage(parts)
    .filter(finding => finding.rule === rule)
    .map(({ sentence }) => sentence);
}

export { project };
