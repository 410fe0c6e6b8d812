import { spawnSync } from 'node:child_process';

/** One command for all that can be said of the code without running it. Each step's own words are shown when it fails. */
const steps = [
  ['format and lint', 'biome', ['ci', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit']],
  ['types of the tab', 'tsc', ['--noEmit', '-p', 'tab']],
  ['types of the local Teams page', 'tsc', ['--noEmit', '-p', 'infra/local/teams/page']],
  [
    'layers',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', 'bot', 'infra', 'tab', 'manifest'],
    readsModules,
  ],
  ['dead code', 'knip', []],
];

let failed = false;
for (const [name, command, args, holds = () => true] of steps) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  const ok = status === 0 && holds(stdout);
  failed ||= !ok;
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (!ok) process.stdout.write(`${stdout}${stderr}\n`);
}
process.exit(failed ? 1 : 0);

/** A layer check that read nothing would pass whatever the code does. */
function readsModules(stdout) {
  const [, modules = '0', dependencies = '0'] =
    /\((\d+) modules, (\d+) dependencies cruised\)/.exec(stdout) ?? [];
  const readAll = Number(modules) > 200 && Number(dependencies) > 500;
  if (!readAll) process.stdout.write(`It read ${modules} modules and ${dependencies} dependencies only.\n`);
  return readAll;
}
