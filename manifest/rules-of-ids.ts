import { againstSchema } from './against-schema.ts';
import { placeholdersOf } from './fill.ts';
import type { Judge } from './package-parts.ts';

const guid = /[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const schemaVersion = '1.25';

/** M-01: a public schema, pinned. */
export const schema: Judge = ({ manifest, entries }) => {
  const address = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`;
  const found: string[] = [];
  if (manifest.manifestVersion !== schemaVersion)
    found.push(`manifestVersion is ${manifest.manifestVersion || 'missing'}: it is to be ${schemaVersion}.`);
  if (manifest.$schema !== address) found.push(`$schema is not ${address}.`);
  const shipped = entries.find(({ name }) => name === 'manifest.json')?.data.toString('utf8') ?? 'null';
  return [...found, ...againstSchema('teams-1.25', JSON.parse(shipped))];
};

/** M-02: what the schema does not say, or says more widely than Teams shows. */
export const limits: Judge = ({ manifest }) => {
  const found: string[] = [];
  if (manifest.bots.length > 1) found.push('There is more than one bot.');
  for (const { scopes, commandLists } of manifest.bots) {
    if (scopes.join() !== 'personal') found.push('The bot is not in personal scope alone.');
    if (commandLists.length > 3) found.push('There are more than 3 lists of commands.');
    for (const { commands } of commandLists) {
      if (commands.length > 12) found.push('A list has more than 12 commands.');
      for (const { title, description } of commands) {
        if (title.length > 32) found.push(`The command "${title}" is over 32 characters: Teams cuts it.`);
        if (description.trim() === '') found.push(`The command "${title}" does not say what it does.`);
      }
      const titles = commands.map(({ title }) => title.toLowerCase());
      if (new Set(titles).size < titles.length) found.push('A command is listed twice.');
    }
  }
  return found;
};

/** M-08: one manifest for all environments, and every id where it is the same id. */
export const ids: Judge = ({ template, values, manifest }) => {
  const written = (template.match(guid) ?? []).map(id => `The id ${id} is written into the template.`);
  const missing = placeholdersOf(template).flatMap(name =>
    (values[name] ?? '').trim() === '' ? [`${name} has no value for this environment.`] : [],
  );
  const empty = /^[0-]+$/;
  const zero = [manifest.id, manifest.bots[0]?.botId ?? ''].filter(id => empty.test(id));
  const found = [...written, ...missing, ...zero.map(() => 'An id is all zeros.')];
  if (manifest.webApplicationInfo && manifest.id !== manifest.webApplicationInfo.id)
    found.push('TEAMS_APP_ID is not TAB_CLIENT_ID: links into the tab name the app by the sign-in id.');
  if (manifest.bots[0]?.botId === manifest.webApplicationInfo?.id)
    found.push("BOT_ID is TAB_CLIENT_ID: the bot's identity and the sign-in app are two registrations.");
  return found;
};
