import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectDir } from './app-process.ts';
import { CannotStart } from './cannot-start.ts';

const tabDir = join(projectDir, 'tab');

export const builtTabDir = join(tabDir, 'dist');

/** As its sources are now. */
export function isTabBuilt(): boolean {
  return newestSource() < changedAt(join(builtTabDir, 'index.html'));
}

/** Builds the tab when it was never built or its sources have changed since. */
export async function needBuiltTab(): Promise<void> {
  if (isTabBuilt()) return;
  const vite = join(projectDir, 'node_modules', 'vite', 'bin', 'vite.js');
  const build = spawn(process.execPath, [vite, 'build', 'tab', '--logLevel', 'warn'], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise(resolve => build.once('exit', resolve));
  if (code !== 0) throw new CannotStart('The tab could not be built: see above');
}

function newestSource(): number {
  const files = existsSync(tabDir) ? readdirSync(tabDir, { recursive: true, withFileTypes: true }) : [];
  const sources = files
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name))
    .filter(path => relative(tabDir, path).split(sep)[0] !== 'dist');
  // The tab shows words and shapes of the contract.
  const contract = join(projectDir, 'bot', 'http', 'contract.ts');
  return Math.max(0, ...[...sources, contract].map(changedAt));
}

function changedAt(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}
