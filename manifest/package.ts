import { makePackage } from './make-package.ts';

const outcome = makePackage(process.argv.slice(2), process.env);
if ('made' in outcome) process.stdout.write(`${outcome.made}\n`);
else {
  process.stderr.write(`${outcome.refused.join('\n')}\nNo package was made.\n`);
  process.exitCode = 1;
}
