import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { contractKinds } from '../../mentoring/contract/contract-document.ts';
import { allowedValue } from '../../mentoring/contract/contract-field.ts';
import { contractField } from '../../mentoring/contract/contract-fields.ts';
import type { Scheme } from '../../mentoring/people/scheme.ts';

const sentence = z.string().trim().min(1).max(2000);

const contractsShape = z.strictObject({
  defaults: z
    .partialRecord(z.enum(contractKinds), z.record(z.string(), z.string()))
    .default({})
    .superRefine((defaults, context) => {
      for (const [kind, values] of Object.entries(defaults))
        for (const [id, value] of Object.entries(values)) {
          const field = contractField(id);
          if (!field || allowedValue(field, value) !== value)
            context.addIssue({ code: 'custom', path: [kind, id], message: 'no field takes this' });
        }
    }),
  localClauses: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), text: sentence }))
    .max(10)
    .default([])
    .refine(
      clauses => new Set(clauses.map(({ id }) => id)).size === clauses.length,
      'an id stands there twice',
    ),
  codeOfEthics: z.strictObject({ name: sentence, version: sentence }).optional(),
  keepMonths: z.int().min(1).max(120).optional(),
  concernsTo: z.array(sentence).min(1).max(5).optional(),
});

const schemeShape = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  homeTenantId: z.guid(),
  domains: z.record(z.string(), z.guid()),
  link: z.url(),
  signposts: z.array(
    z
      .strictObject({ name: z.string(), says: z.string(), link: z.url().optional() })
      .transform(({ link, ...rest }) => ({ ...rest, ...(link ? { link } : {}) })),
  ),
  contracts: contractsShape
    .transform(({ codeOfEthics, keepMonths, concernsTo, ...rest }) => ({
      ...rest,
      ...(codeOfEthics ? { codeOfEthics } : {}),
      ...(keepMonths ? { keepMonths } : {}),
      ...(concernsTo ? { concernsTo } : {}),
    }))
    .default({ defaults: {}, localClauses: [] }),
});

/** One scheme from a data file. Throws a sentence that names the file's fault. */
export function schemeFile(path: string): Scheme {
  const read = schemeShape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `The scheme file is not right at ${issue?.path.join('.') || 'its beginning'}: ${issue?.message}`,
  );
}
