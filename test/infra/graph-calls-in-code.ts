import { readdirSync, readFileSync } from 'node:fs';

/** How parts that are put together elsewhere read. */
const madeElsewhere: Readonly<Record<string, string>> = { 'eventPath()': '/me/events/{}' };

/** Every place in the product's code that names something of Graph, as far as its text shows. */
export function graphPathsInCode(folder = 'bot'): readonly string[] {
  const found = sources(folder).flatMap(text =>
    [...text.matchAll(/(['`])(\/(?:[a-z]|\$batch)[^'`]*)\1/g)].map(([, , path = '']) => plain(path)),
  );
  return [...new Set(found)].sort();
}

/** `METHOD path` of each call whose path is written where it is made. */
export function graphCallsInCode(folder = 'bot'): readonly string[] {
  const found = sources(folder).flatMap(text =>
    [...text.matchAll(/method: '([A-Z]+)',\s*path: (?:(['`])(.*?)\2|(eventPath)\([^)]*\)),/g)].map(
      ([, method, , path, made]) => `${method} ${made ? madeElsewhere[`${made}()`] : plain(path ?? '')}`,
    ),
  );
  return [...new Set(found)].sort();
}

/** Without the query; what is put in becomes {}. */
function plain(path: string): string {
  return path
    .replace(/\$\{eventPath\([^}]*\)\}/g, madeElsewhere['eventPath()'] ?? '')
    .replace(/\$\{[^}]*\}/g, '{}')
    .replace(/\?.*$/, '');
}

function sources(folder: string): string[] {
  return readdirSync(`${folder}/adapters/graph`)
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(`${folder}/adapters/graph/${name}`, 'utf8'));
}
