import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Scheme } from '../../mentoring/people/scheme.ts';

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
