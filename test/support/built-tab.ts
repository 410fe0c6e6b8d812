import { builtTabDir, isTabBuilt } from '../../infra/local/built-tab.ts';

/** The folder of the tab as it is served. Not built here, as files of tests that run at the same time share it. */
export function builtTab(): string {
  if (!isTabBuilt()) throw new Error('The tab has changed since it was built: run "npm run build"');
  return builtTabDir;
}
