import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export type SchemaName = 'teams-1.25' | 'teams-1.30' | 'localization-1.25' | 'toolkit-1.13';

const compiled = new Map<SchemaName, ValidateFunction>();

/** What breaks Microsoft's schema (a copy, see schemas/NOTICE.md), a sentence each. */
export function againstSchema(name: SchemaName, data: unknown): readonly string[] {
  const valid = compiled.get(name) ?? compile(name);
  if (valid(data)) return [];
  return (valid.errors ?? []).map(({ instancePath, message, params }) => {
    const what = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
    return `It breaks the schema ${name} at ${instancePath || '/'}: it ${message}${what}.`;
  });
}

function compile(name: SchemaName): ValidateFunction {
  // Both drafts mean the same by every word that these schemas use, so the older name is left out.
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const made = ajv.compile(schema);
  compiled.set(name, made);
  return made;
}
