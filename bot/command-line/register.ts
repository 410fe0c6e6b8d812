import { importRegister, type RegisterReport } from '../journeys/import-register.ts';
import type { Ports } from '../ports/ports.ts';
import { RegisterUnreadable, readRegister } from './read-register.ts';

type RegisterCommand = Pick<Ports, 'store' | 'scheme' | 'ids'> & {
  readonly file: string | undefined;
  readonly print: (line: string) => void;
};

/** The exit code: 1 when a line, or the whole file, was refused. */
export async function registerCommand({ file, print, ...ports }: RegisterCommand): Promise<number> {
  if (!file) {
    print('Say which register to import: npm run register -- FILE.csv');
    return 1;
  }
  try {
    const report = await importRegister(ports, readRegister(file));
    for (const line of inWords(report)) print(line);
    return report.refused.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof RegisterUnreadable)) throw error;
    print(error.message);
    return 1;
  }
}

function inWords({ added, changed, unchanged, refused }: RegisterReport): readonly string[] {
  return [
    ...refused.map(({ line, refusedBecause }) => `Line ${line}: ${refusedBecause}`),
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused`,
  ];
}
