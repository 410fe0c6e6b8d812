/** An expression is kept as its text: nothing is computed. */
export type Expression = { readonly expression: string };
/** `[for each in list: value]` */
export type Repeated = { readonly each: string; readonly over: Expression; readonly value: BicepValue };
export type BicepObject = { readonly [key: string]: BicepValue };
export type BicepValue =
  | string
  | number
  | boolean
  | null
  | Expression
  | Repeated
  | readonly BicepValue[]
  | { readonly fields: BicepObject };

/** Reads one value from where the cursor stands; leaves it behind the value. Throws where brackets or quotes do not close. */
export function readValue(cursor: Cursor): BicepValue {
  cursor.skipBlank();
  if (cursor.sees('{')) return { fields: readFields(cursor) };
  if (cursor.sees('[')) return readList(cursor);
  const text = readExpression(cursor);
  if (/^-?\d+$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  const literal = /^'((?:[^'\\$]|\\.|\$(?!\{))*)'$/.exec(text);
  return literal ? unescaped(literal[1] ?? '') : { expression: text };
}

export class Unreadable extends Error {}

export type Cursor = ReturnType<typeof cursorOn>;

/** Over a text without comments. */
export function cursorOn(text: string) {
  let at = 0;
  const fail = (what: string): never => {
    throw new Unreadable(`${what} at line ${text.slice(0, at).split('\n').length}`);
  };
  return {
    atEnd: () => at >= text.length,
    sees: (sign: string) => text.startsWith(sign, at),
    next: () => text[at] ?? '',
    take(pattern: RegExp): string | undefined {
      const found = new RegExp(pattern.source, 'y');
      found.lastIndex = at;
      const taken = found.exec(text)?.[0];
      if (taken !== undefined) at += taken.length;
      return taken;
    },
    expect(sign: string): void {
      if (!text.startsWith(sign, at)) fail(`${sign} is missing`);
      at += sign.length;
    },
    skipBlank(): void {
      while (/[\s,]/.test(text[at] ?? '')) at += 1;
    },
    fail,
  };
}

function readFields(cursor: Cursor): BicepObject {
  const fields: Record<string, BicepValue> = {};
  cursor.expect('{');
  for (cursor.skipBlank(); !cursor.sees('}'); cursor.skipBlank()) {
    const key = cursor.take(/'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*/) ?? cursor.fail('A name is missing');
    cursor.take(/\s*/);
    cursor.expect(':');
    const name = key.replace(/^'|'$/g, '');
    if (name in fields) cursor.fail(`${name} is given twice`);
    fields[name] = readValue(cursor);
  }
  cursor.expect('}');
  return fields;
}

function readList(cursor: Cursor): BicepValue {
  cursor.expect('[');
  cursor.skipBlank();
  const each = cursor.take(/for\s+(\(\s*\w+\s*,\s*\w+\s*\)|\w+)\s+in\s+/);
  if (each !== undefined) {
    const over = { expression: readExpression(cursor, ':') };
    cursor.expect(':');
    const value = readValue(cursor);
    cursor.skipBlank();
    cursor.expect(']');
    return { each: each.replace(/^for\s+|\s+in\s+$/g, ''), over, value };
  }
  const list: BicepValue[] = [];
  for (; !cursor.sees(']'); cursor.skipBlank()) {
    if (cursor.atEnd()) cursor.fail('] is missing');
    list.push(readValue(cursor));
    cursor.skipBlank();
  }
  cursor.expect(']');
  return list;
}

/** To the end of the line, of the list or of the object, whichever comes first outside its own brackets and quotes. */
function readExpression(cursor: Cursor, stop = ''): string {
  let text = '';
  let depth = 0;
  while (!cursor.atEnd()) {
    const string = cursor.sees("'") ? readString(cursor) : undefined;
    if (string !== undefined) {
      text += string;
      continue;
    }
    const sign = cursor.next();
    if (depth === 0 && (/[\n,}\]]/.test(sign) || sign === stop)) break;
    if (/[([{]/.test(sign)) depth += 1;
    if (/[)\]}]/.test(sign)) depth -= 1;
    text += cursor.take(/[\s\S]/) ?? '';
  }
  if (depth !== 0 || text.trim() === '') cursor.fail('A value breaks off');
  return text.trim();
}

function readString(cursor: Cursor): string {
  const whole = cursor.take(/'(?:[^'\\\n$]|\\.|\$(?!\{)|\$\{(?:[^{}']|'[^']*')*\})*'/);
  return whole ?? cursor.fail('A quote does not close');
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}
