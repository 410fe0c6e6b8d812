import { againstSchema } from './against-schema.ts';
import type { Judge, PackageParts } from './package-parts.ts';
import { decodePng } from './png.ts';
import { digestOf } from './version-digest.ts';
import { zip } from './zip.ts';

const mostBytes = 5 * 1024 * 1024;

/** M-03: both icons, pixel by pixel. */
export const icons: Judge = parts => {
  const { color, outline } = parts.manifest.icons;
  const colour = pictureOf(parts, color);
  const lines = pictureOf(parts, outline);
  const found: string[] = [];
  if (colour?.width !== 192 || colour.height !== 192)
    found.push(`${color} is not a PNG of 192 by 192 pixels.`);
  if (lines?.width !== 32 || lines.height !== 32)
    return [...found, `${outline} is not a PNG of 32 by 32 pixels.`];
  const shown: { x: number; y: number }[] = [];
  let isWhite = true;
  for (let at = 0; at < lines.pixels.length; at += 4) {
    const [red, green, blue, alpha = 0] = lines.pixels.subarray(at, at + 4);
    if (alpha === 0) continue;
    isWhite &&= red === 255 && green === 255 && blue === 255;
    shown.push({ x: (at / 4) % 32, y: Math.floor(at / 128) });
  }
  if (!isWhite) found.push(`${outline} has a colour beside white.`);
  if (shown.length === 0 || shown.length === 32 * 32) found.push(`${outline} shows nothing.`);
  for (const way of ['x', 'y'] as const) {
    const along = shown.map(each => each[way]);
    if (Math.min(...along) > 0 || Math.max(...along) < 31) found.push(`${outline} has padding around it.`);
  }
  return found;
};

function pictureOf({ entries }: PackageParts, name: string) {
  const file = entries.find(entry => entry.name === name);
  return file && decodePng(file.data);
}

/** M-04: what is in the zip, and that it is the same zip each time. */
export const contents: Judge = ({ manifest, entries, bytes }) => {
  const { color, outline } = manifest.icons;
  const wanted = ['manifest.json', color, outline, ...languagesOf(manifest).map(({ file }) => file)];
  const names = entries.map(({ name }) => name);
  const found = [
    ...wanted.filter(name => !names.includes(name)).map(name => `${name} is not in the package.`),
    ...names.filter(name => !wanted.includes(name)).map(name => `${name} does not belong in the package.`),
    ...names.filter(name => name.includes('/')).map(name => `${name} is not at the root of the package.`),
  ];
  if (new Set(names).size < names.length) found.push('A file is in the package twice.');
  if (bytes.length >= mostBytes) found.push('The package is 5 MB or more.');
  if (!bytes.equals(zip(entries))) found.push('The package is not the same when it is made again.');
  return found;
};

/** M-09: translations, and a new version whenever what people get has changed. */
export const versions: Judge = ({ template, manifest, entries, versions: known }) => {
  const found: string[] = [];
  for (const { languageTag, file } of languagesOf(manifest)) {
    const entry = entries.find(({ name }) => name === file);
    const problems = entry ? againstSchema('localization-1.25', parsed(entry.data)) : [];
    found.push(...problems.map(problem => `${languageTag}: ${problem}`));
  }
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(manifest.version))
    found.push(`The version ${manifest.version} is not of the form 1.2.3.`);
  const recorded = known[manifest.version];
  if (recorded === undefined)
    found.push(`Version ${manifest.version} is not recorded: npm run package -- --new-version records it.`);
  else if (recorded !== digestOf(template, entries))
    found.push(`The manifest or an icon changed, and the version is still ${manifest.version}: raise it.`);
  return found;
};

function languagesOf({ localizationInfo }: PackageParts['manifest']) {
  return localizationInfo?.additionalLanguages ?? [];
}

function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}
