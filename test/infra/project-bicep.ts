import { readdirSync } from 'node:fs';
import { type BicepFile, type Resource, readBicep } from './bicep-file.ts';

/** Every file of the infrastructure, by its path from `infra`. */
export const bicep: ReadonlyMap<string, BicepFile> = new Map(
  ['azure.bicep', ...readdirSync('infra/modules').map(name => `modules/${name}`)].map(name => [
    name,
    readBicep(`infra/${name}`),
  ]),
);

export const environments: readonly { readonly name: string; readonly file: BicepFile }[] = readdirSync(
  'infra/parameters',
).map(name => ({ name: name.replace('.bicepparam', ''), file: readBicep(`infra/parameters/${name}`) }));

export function bicepFile(name: string): BicepFile {
  const file = bicep.get(name);
  if (!file) throw new Error(`There is no infra/${name}`);
  return file;
}

/** All that are made of one kind, wherever; without what is only referred to. */
export function made(kind: string): readonly Resource[] {
  return [...bicep.values()]
    .flatMap(({ resources }) => resources)
    .filter(({ type, existing }) => type.split('@')[0] === kind && !existing);
}

export function theOnly(kind: string): Resource {
  const [only, ...more] = made(kind);
  if (!only || more.length > 0) throw new Error(`There is not one ${kind}`);
  return only;
}
