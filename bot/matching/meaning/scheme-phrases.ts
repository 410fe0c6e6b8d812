import focusAreas from '../vocabulary/focus-areas.json' with { type: 'json' };

/** A sentence, or a phrase, that means these focus areas. `writer`: whose words they are; the scheme's own phrases and synonyms have none. */
export type Example = { readonly areas: readonly string[]; readonly text: string; readonly writer?: string };

/** What the scheme itself says of each focus area. */
export const schemePhrases: readonly Example[] = focusAreas.flatMap(({ name, synonyms, phrases }) =>
  [name, ...synonyms, ...phrases].map(text => ({ areas: [name], text })),
);

/** Tells phrases apart, and one that was moved to another area. */
export function phraseKey({ areas, text }: Example): string {
  return `${areas.join('|')}: ${text}`;
}
