import { dirname, join } from 'node:path';
import { at, type BicepFile, fieldsOf, textOf } from './bicep-file.ts';
import type { BicepValue } from './bicep-value.ts';

/** What Bicep itself knows: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions */
const known = new Set(['for', 'in', 'if', 'true', 'false', 'null']);
const functions = new Set([
  'concat',
  'empty',
  'guid',
  'join',
  'resourceGroup',
  'take',
  'tenant',
  'uniqueString',
]);

/** What a compiler would say of names: unknown, unused, given twice, and modules that get what they do not take. */
export function problemsOfNames(file: BicepFile, read: (path: string) => BicepFile): readonly string[] {
  const declared = [...file.params, ...file.vars, ...file.resources, ...file.modules].map(({ name }) => name);
  const used = new Set<string>();
  const problems: string[] = [];
  const walk = (value: BicepValue | undefined, local: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const one of value) walk(one, local);
    else if ('expression' in value) look(value.expression, local);
    else if ('each' in value) {
      look(value.over.expression, local);
      walk(value.value, [...local, ...(value.each.match(/\w+/g) ?? [])]);
    } else if ('fields' in value) {
      for (const [key, one] of Object.entries(value.fields)) {
        look(`'${key}'`, local);
        walk(one, local);
      }
    }
  };
  const look = (expression: string, local: readonly string[]): void => {
    for (const { name, called } of namesIn(expression)) {
      used.add(name);
      const isKnown = called ? functions.has(name) : declared.includes(name) || local.includes(name);
      if (!isKnown && !known.has(name)) problems.push(`${name} is not declared`);
    }
  };
  for (const part of [...file.params, ...file.vars, ...file.resources, ...file.modules, ...file.outputs])
    walk(part.value, []);
  for (const name of new Set(declared.filter((each, index) => declared.indexOf(each) < index)))
    problems.push(`${name} is declared twice`);
  for (const { name } of [...file.params, ...file.vars])
    if (!used.has(name)) problems.push(`${name} is never used`);
  for (const { name, path, value } of file.modules) {
    const target = read(join(dirname(file.path), path));
    problems.push(...notFitting(fieldsOf(at(value, 'params')), target).map(each => `${name}: ${each}`));
    const asked = [...file.text.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g'))].map(
      ([, out]) => out,
    );
    for (const out of asked)
      if (!target.outputs.some(each => each.name === out)) problems.push(`${name} has no output ${out}`);
  }
  return problems.map(problem => `${file.path}: ${problem}`);
}

/** What is given beside what is taken. */
export function notFitting(
  given: Readonly<Record<string, BicepValue>>,
  target: BicepFile,
): readonly string[] {
  const problems: string[] = [];
  for (const param of target.params) {
    const value = given[param.name];
    if (value === undefined && param.value === undefined) problems.push(`${param.name} is not given`);
    if (value !== undefined && !fits(value, param.type))
      problems.push(`${param.name} is ${textOf(value)}, which is no ${param.type}`);
  }
  const taken = target.params.map(({ name }) => name);
  return [
    ...problems,
    ...Object.keys(given).flatMap(name => (taken.includes(name) ? [] : [`${name} is not taken`])),
  ];
}

function fits(value: BicepValue, type: string | undefined): boolean {
  if (typeof value === 'object' && value !== null && 'expression' in value) return true;
  if (type === 'array') return Array.isArray(value);
  if (type === 'int') return typeof value === 'number';
  if (type === 'bool') return typeof value === 'boolean';
  return typeof value === type;
}

/** Names that stand by themselves, not those behind a full stop; within quotes only what is put in. */
function namesIn(expression: string): { name: string; called: boolean }[] {
  const outside = expression.replace(/'(?:[^'\\]|\\.)*'/g, quoted =>
    [...quoted.matchAll(/\$\{([^}]*)\}/g)].map(([, put = '']) => ` ${put} `).join(';'),
  );
  return [...outside.matchAll(/(?<![\w.])([A-Za-z_]\w*)\s*(\()?/g)].map(([, name = '', call]) => ({
    name,
    called: call !== undefined,
  }));
}
