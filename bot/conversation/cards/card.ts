const mostInRow = 5;

/** The few Adaptive Card 1.5 parts that the product uses. Plain data. */
export type Element = { readonly type: string } & Readonly<Record<string, unknown>>;

export type Action = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none';
  /** Said and shown beside a title that means little on its own. */
  readonly tooltip?: string;
};

/** Opens and closes a part of the card, without asking the bot. */
export type Toggle = {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
};

/** Leads elsewhere within Teams. Only ever made of links of the product's own, with ids in them. */
export type Link = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };

export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly $schema: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions: readonly (Action | Toggle | Link)[];
};

/** `title` is what the card is about, in one line; it, or `speak`, also speaks for the card where it cannot be drawn. */
export function card(
  title: string,
  body: readonly Element[],
  actions: readonly (Action | Toggle | Link)[] = [],
  speak = title,
): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    fallbackText: withoutControls(speak),
    speak: withoutControls(speak),
    body: [line(title, { weight: 'Bolder' }), ...body].map(clean),
    actions: actions.map(clean),
  };
}

type Look = {
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly size?: 'Small';
  readonly spacing?: 'None' | 'Small' | 'Medium';
};

/** Text is never read as markdown: names and what people wrote are data. */
export function line(text: string, look: Look = {}): Element {
  const { spacing, ...run } = look;
  return {
    type: 'RichTextBlock',
    ...(spacing ? { spacing } : {}),
    inlines: [{ type: 'TextRun', text, ...run }],
  };
}

export function press(
  title: string,
  verb: string,
  data: Readonly<Record<string, unknown>>,
  style?: 'positive',
): Action {
  return { type: 'Action.Execute', title, verb, data, ...(style ? { style } : {}) };
}

/** A button that shows or hides the part of the card with this id. */
export function toggle(title: string, id: string): Toggle {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

export function opens(title: string, url: string): Link {
  return { type: 'Action.OpenUrl', title, url };
}

/** Buttons within a card, five in a row at most. */
export function rows(actions: readonly (Action | Toggle)[]): Element[] {
  const from = Array.from({ length: Math.ceil(actions.length / mostInRow) }, (_, row) => row * mostInRow);
  return from.map(at => ({
    type: 'ActionSet',
    spacing: 'Small',
    actions: actions.slice(at, at + mostInRow),
  }));
}

/** A press that sends no inputs, so that a field left wrong does not hold it up. */
export function pressOnly(title: string, verb: string, data: Readonly<Record<string, unknown>>): Action {
  return { ...press(title, verb, data), associatedInputs: 'none' };
}

/** Whatever is read on a card; what a button sends stays as it is. */
function clean<T>(part: T): T;
function clean(part: unknown): unknown {
  if (typeof part === 'string') return withoutControls(part);
  if (Array.isArray(part)) return part.map(each => clean<unknown>(each));
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    name === 'data' ? value : clean<unknown>(value),
  ]);
  return Object.fromEntries(entries);
}

/** Control, direction and zero-width characters could make a name say something else than it says. */
export function withoutControls(text: string): string {
  return text.replace(
    /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,
    character => (character === '\n' ? '\n' : ''),
  );
}

/** For the text of a message, which Teams reads as markdown. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text).replace(/[\\[\]()*_~`#>|!<&]/g, '\\$&');
}
