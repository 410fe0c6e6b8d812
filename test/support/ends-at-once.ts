import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands where a command of the product will: notes what it was asked, under its data folder, and ends as it is told. */
const { DATA_DIR = '', LOCAL_MODE, GRAPH_URL, END_WITH = '0' } = process.env;
const noted = { args: process.argv.slice(2), LOCAL_MODE, GRAPH_URL };
writeFileSync(join(DATA_DIR, 'noted.json'), JSON.stringify(noted));
process.exitCode = Number(END_WITH);
