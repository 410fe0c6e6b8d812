import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

/** The folder of the tab as it is served, built once in each run of the tests. */
export function builtTab(): Promise<string> {
  built ??= make();
  return built;
}

async function make(): Promise<string> {
  const tab = new URL('../../tab/', import.meta.url);
  await build({ configFile: fileURLToPath(new URL('vite.config.ts', tab)) });
  return fileURLToPath(new URL('dist', tab));
}
