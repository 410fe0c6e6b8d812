import type { Card } from './card.ts';

const mark = 'among';

/**
 * For a card that stands in one message with others. Its presses say so, as updating that message later to tell how one
 * matter stands would take the other cards away.
 */
export function amongOthers(card: Card): Card {
  return marked(card);
}

/** Whether a press came from such a card. */
export function isAmongOthers(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Reflect.get(data, mark) === true;
}

function marked<T>(part: T): T;
function marked(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(marked);
  if (typeof part !== 'object' || part === null) return part;
  const fields = Object.entries(part).map(([name, value]) => [name, name === 'data' ? value : marked(value)]);
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  if (copy.type !== 'Action.Execute') return copy;
  return { ...copy, data: { ...(typeof copy.data === 'object' ? copy.data : {}), [mark]: true } };
}
