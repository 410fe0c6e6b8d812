import { z } from 'zod';

/** What the rules read of a manifest, lenient: that it is right is for the schema and the rules to say. */
const text = z.string().catch('');
const texts = z.array(text).catch([]);

const command = z.looseObject({ title: text, description: text });
const bot = z.looseObject({
  botId: text,
  scopes: texts,
  commandLists: z.array(z.looseObject({ scopes: texts, commands: z.array(command).catch([]) })).catch([]),
});
const none = () => ({});
const developer = z.looseObject({ name: text, websiteUrl: text, privacyUrl: text, termsOfUseUrl: text });
const languages = z.array(z.looseObject({ languageTag: text, file: text })).catch([]);

export const manifestShape = z.looseObject({
  $schema: text,
  manifestVersion: text,
  version: text,
  id: text,
  developer: developer.catch(() => developer.parse(none())),
  name: z.looseObject({ short: text, full: text }).catch({ short: '', full: '' }),
  description: z.looseObject({ short: text, full: text }).catch({ short: '', full: '' }),
  icons: z.looseObject({ color: text, outline: text }).catch({ color: '', outline: '' }),
  accentColor: text,
  localizationInfo: z.looseObject({ additionalLanguages: languages }).optional(),
  staticTabs: z.array(z.looseObject({ entityId: text, contentUrl: text.optional() })).catch([]),
  bots: z.array(bot).catch([]),
  validDomains: texts,
  webApplicationInfo: z.looseObject({ id: text, resource: text }).optional(),
});

export type Manifest = z.infer<typeof manifestShape>;
