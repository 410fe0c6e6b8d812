import { parse } from 'yaml';
import { z } from 'zod';
import { againstSchema } from './against-schema.ts';
import type { Judge } from './package-parts.ts';

const wantedFiles = ['teamsapp.yml', 'teamsapp.local.yml'];
const wantedOrder = [
  'teamsApp/create',
  'teamsApp/zipAppPackage',
  'teamsApp/validateAppPackage',
  'teamsApp/update',
];
const steps = z.looseObject({ provision: z.array(z.looseObject({ uses: z.string() })) });

/** M-10: the two files of Microsoft's toolkit. */
export const toolkit: Judge = ({ toolkitFiles }) =>
  wantedFiles.flatMap(file => {
    const text = toolkitFiles[file];
    return text === undefined
      ? [`${file} is missing.`]
      : problemsOf(text).map(problem => `${file}: ${problem}`);
  });

function problemsOf(text: string): readonly string[] {
  let read: unknown;
  try {
    read = parse(text);
  } catch {
    return ['It is not YAML.'];
  }
  const uses = steps.safeParse(read).data?.provision.map(step => step.uses) ?? [];
  const order = uses.filter(each => wantedOrder.includes(each));
  return [
    ...againstSchema('toolkit-1.13', read),
    ...(order.join() === wantedOrder.join()
      ? []
      : [`Its steps are not in the order ${wantedOrder.join(', ')}.`]),
  ];
}
