export type Values = Readonly<Record<string, string>>;

const placeholder = /\$\{\{([A-Z_]+)\}\}/g;

/** The names that a template asks for, each once. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name = '']) => name))];
}

/** The manifest of one environment, parsed. The feed asks for one permission more, of the person who installs it. */
export function fill(template: string, values: Values, asked: { readonly activityFeed: boolean }): unknown {
  const text = template.replace(placeholder, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  const manifest: object = JSON.parse(text);
  if (!asked.activityFeed) return manifest;
  const resourceSpecific = [{ name: 'TeamsActivity.Send.User', type: 'Application' }];
  return { ...manifest, authorization: { permissions: { resourceSpecific } } };
}
