import { readFileSync } from 'node:fs';
import { type BicepObject, type BicepValue, cursorOn, readValue } from './bicep-value.ts';

type Named = { readonly name: string; readonly decorators: readonly string[] };
export type Param = Named & {
  readonly type: string | undefined;
  /** Absent: it has to be given. In a parameter file: the value that is given. */
  readonly value: BicepValue | undefined;
};
export type Resource = Named & {
  readonly type: string;
  readonly existing: boolean;
  readonly value: BicepValue;
};
export type Module = Named & { readonly path: string; readonly value: BicepValue };
export type Valued = Named & { readonly type: string | undefined; readonly value: BicepValue };

export type BicepFile = {
  readonly path: string;
  /** Without comments. */
  readonly text: string;
  readonly params: readonly Param[];
  readonly vars: readonly Valued[];
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  readonly outputs: readonly Valued[];
};

/**
 * Reads the part of Bicep that this project is written in: decorators, param, var, resource, module and output, with
 * objects, lists and loops as structure and every other expression as text. It knows no types of Azure and computes
 * nothing: `az bicep build` does.
 */
export function readBicep(path: string, source = readFileSync(path, 'utf8')): BicepFile {
  const text = withoutComments(source);
  const cursor = cursorOn(text);
  const params: Param[] = [];
  const vars: Valued[] = [];
  const resources: Resource[] = [];
  const modules: Module[] = [];
  const outputs: Valued[] = [];
  let decorators: string[] = [];
  for (cursor.skipBlank(); !cursor.atEnd(); cursor.skipBlank()) {
    const decorator = cursor.take(/@\w+(?:\((?:[^()']|'(?:[^'\\]|\\.)*')*\))?/);
    if (decorator !== undefined) {
      decorators.push(decorator);
      continue;
    }
    const word = cursor.take(/[A-Za-z]+/) ?? cursor.fail('A statement is missing');
    cursor.take(/[ \t]+/);
    const isScope = word === 'targetScope';
    const name = isScope || word === 'using' ? '' : (cursor.take(/\w+/) ?? cursor.fail('A name is missing'));
    cursor.take(/[ \t]*/);
    const type = cursor.take(/'[^']*'|[a-z]+(?![\w(])/)?.replaceAll("'", '');
    const existing = cursor.take(/[ \t]+existing/) !== undefined;
    const given = cursor.take(/[ \t]*=/) === undefined ? undefined : readValue(cursor);
    const named = { name, decorators };
    decorators = [];
    if (word === 'param') params.push({ ...named, type, value: given });
    else if (word !== 'using' && given === undefined) cursor.fail(`${word} ${name} has no value`);
    else if (word === 'var') vars.push({ ...named, type, value: given ?? null });
    else if (word === 'output') outputs.push({ ...named, type, value: given ?? null });
    else if (word === 'module') modules.push({ ...named, path: type ?? '', value: given ?? null });
    else if (word === 'resource')
      resources.push({ ...named, type: type ?? '', existing, value: given ?? null });
    else if (!isScope && word !== 'using') cursor.fail(`${word} is not known here`);
  }
  return { path, text, params, vars, resources, modules, outputs };
}

/** Of an object, or of what a loop makes. Throws where it is neither. */
export function fieldsOf(value: BicepValue | undefined): BicepObject {
  if (typeof value === 'object' && value !== null && 'fields' in value) return value.fields;
  if (typeof value === 'object' && value !== null && 'each' in value) return fieldsOf(value.value);
  throw new Error('It is not an object');
}

/** A field of a field, and so on. */
export function at(value: BicepValue | undefined, ...keys: readonly string[]): BicepValue | undefined {
  return keys.reduce<BicepValue | undefined>(
    (found, key) => (found === undefined ? undefined : fieldsOf(found)[key]),
    value,
  );
}

export function listOf(value: BicepValue | undefined): readonly BicepValue[] {
  if (Array.isArray(value)) return value;
  throw new Error('It is not a list');
}

/** The text of an expression; a literal as it is. */
export function textOf(value: BicepValue | undefined): string {
  return typeof value === 'object' && value !== null && 'expression' in value
    ? value.expression
    : String(value);
}

function withoutComments(source: string): string {
  return source.replace(/'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, found =>
    found.startsWith("'") ? found : found.replace(/[^\n]/g, ' '),
  );
}
