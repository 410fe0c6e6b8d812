import type { GraphCall } from './graph-call.ts';
import { GraphError, notBuilt } from './graph-error.ts';

const usualPage = 10;
const largestPage = 1000;

/** One page, with `$top`, `$skip`, `$count`, `$orderby`, `$select` and equality `$filter`, and the link to the next. */
export function page(call: GraphCall, context: string, all: readonly Record<string, unknown>[]) {
  const { query, path } = call.request;
  const matching = ordered(filtered(all, query.get('$filter')), query.get('$orderby'));
  const top = wholeNumber(query, '$top') ?? call.prefer.pageSize ?? usualPage;
  const skip = wholeNumber(query, '$skip') ?? 0;
  if (top < 1 || top > largestPage) {
    throw new GraphError(400, 'ErrorInvalidUrlQuery', `$top must be from 1 to ${largestPage}.`);
  }
  const shown = matching.slice(skip, skip + top);
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + top));
  return {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
    ...(query.get('$count') === 'true' ? { '@odata.count': matching.length } : {}),
    ...(skip + top < matching.length ? { '@odata.nextLink': `${call.url}${path}?${next}` } : {}),
    value: shown.map(one => selected(one, query.get('$select'))),
  };
}

/** Key and etag come whatever is selected. */
export function selected(one: Record<string, unknown>, select: string | null): Record<string, unknown> {
  if (select === null || select.trim() === '') return one;
  const asked = select.split(',').map(name => name.trim());
  const unknown = asked.find(name => !(name in one) && !rare.includes(name));
  if (unknown !== undefined) {
    const message = `Could not find a property named '${unknown}' on type 'microsoft.graph.event'.`;
    throw new GraphError(400, 'RequestBroker--ParseUri', message);
  }
  return Object.fromEntries(
    Object.entries(one).filter(([key]) => key.startsWith('@') || key === 'id' || asked.includes(key)),
  );
}

/** Properties that only some events carry. */
const rare = ['cancelledOccurrences', 'originalStart', 'body', 'bodyPreview'];

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw new GraphError(400, 'ErrorInvalidUrlQuery', `${name} is no whole number.`);
  return Number(text);
}

function filtered(all: readonly Record<string, unknown>[], filter: string | null) {
  if (filter === null) return all;
  const parts = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter.trim());
  if (parts?.[1] === undefined) throw notBuilt(`$filter=${filter}`);
  const [, property, value = ''] = parts;
  return all.filter(one => one[property] === value.replaceAll("''", "'"));
}

function ordered(all: readonly Record<string, unknown>[], order: string | null) {
  if (order === null) return all;
  const parts = /^(start\/dateTime|end\/dateTime|subject|createdDateTime|displayName)(?: (asc|desc))?$/.exec(
    order.trim(),
  );
  if (parts?.[1] === undefined) throw notBuilt(`$orderby=${order}`);
  const property = parts[1].replace('/dateTime', '');
  const sorted = all.toSorted((a, b) => sortKey(a[property]).localeCompare(sortKey(b[property])));
  return parts[2] === 'desc' ? sorted.reverse() : sorted;
}

function sortKey(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'dateTime' in value) return String(value.dateTime);
  return String(value ?? '');
}
