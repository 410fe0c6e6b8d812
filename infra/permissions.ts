import { readFileSync } from 'node:fs';
import { z } from 'zod';

const permission = z.strictObject({
  permission: z.string().regex(/^[A-Za-z.]+$/),
  kind: z.string(),
  needed: z.enum(['required', 'optional']),
  consent: z.string(),
  for: z.string(),
  /** `call` as it is made, `id` as the description of Graph names it. Empty: nothing uses it yet. */
  operations: z.array(z.strictObject({ call: z.string(), id: z.string() })),
  without: z.string(),
});

export type Permission = z.infer<typeof permission>;

/** Everything that the product may ask of Microsoft Graph. */
export function readPermissions(file = new URL('permissions.json', import.meta.url)): readonly Permission[] {
  return z.array(permission).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** docs/permissions.md, whole. */
export function permissionsPage(permissions: readonly Permission[]): string {
  const table = (needed: Permission['needed']) => permissions.filter(each => each.needed === needed).map(row);
  return `# Permissions

Made from \`infra/permissions.json\` by \`npm run permissions\`; a test says when the two differ, and another when the code asks Graph for something that is not here.

The app asks for no permission for mail and none for the directory as a whole. Besides the two that are required it asks to know who signs in and to stay signed in (\`openid profile offline_access\`).

## Required

${heading}
${table('required').join('\n')}

## Optional

Off by default. The app finds out by itself what it was given, from Graph's answers, and goes on without the rest; a permission that is given later is noticed within an hour.

${heading}
${table('optional').join('\n')}
`;
}

const heading =
  '| permission | kind | who consents | what for | calls | without it |\n|---|---|---|---|---|---|';

function row({ permission, kind, consent, for: use, operations, without }: Permission): string {
  const calls = operations.map(({ call }) => `\`${call}\``).join('<br>') || 'none';
  return `| \`${permission}\` | ${kind} | ${consent} | ${use} | ${calls} | ${without} |`;
}
