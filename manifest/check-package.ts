import type { Judge, PackageParts, Rule } from './package-parts.ts';
import { domains, pages } from './rules-of-addresses.ts';
import { contents, icons, versions } from './rules-of-files.ts';
import { ids, limits, schema } from './rules-of-ids.ts';
import { toolkit } from './rules-of-toolkit.ts';
import { words } from './rules-of-words.ts';

/** https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines */
const rules: Readonly<Record<Rule, Judge>> = {
  'M-01': schema,
  'M-02': limits,
  'M-03': icons,
  'M-04': contents,
  'M-05': words,
  'M-06': domains,
  'M-07': pages,
  'M-08': ids,
  'M-09': versions,
  'M-10': toolkit,
};

export type Finding = { readonly rule: Rule; readonly sentence: string };

/** Everything that is wrong with a package; nothing when it may go to a tenant. */
export function checkPackage(parts: PackageParts): readonly Finding[] {
  return (Object.keys(rules) as Rule[]).flatMap(rule =>
    rules[rule](parts).map(sentence => ({ rule, sentence })),
  );
}
