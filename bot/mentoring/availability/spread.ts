import type { Slot } from './slots.ts';

/**
 * The order in which slots are offered: wished-for ones first; of those, some from every day before more from any;
 * within a day morning and afternoon before their neighbours.
 */
export function spread(slots: readonly Slot[], perDay: number): Slot[] {
  const wished = slots.filter(slot => slot.matchesWish);
  const others = slots.filter(slot => !slot.matchesWish);
  return [...inRounds(wished, perDay), ...inRounds(others, perDay)];
}

type Paging = { readonly perPage: number; readonly perDay: number; readonly skip: number };

/** The first page after at least `skip` slots of earlier pages. A slot that is one too many for its day waits for a later page. */
export function inPages(ordered: readonly Slot[], { perPage, perDay, skip }: Paging): Slot[] {
  let shown = 0;
  let waiting = ordered;
  for (;;) {
    const page = pageOf(waiting, perPage, perDay);
    if (page.length === 0 || shown >= skip) return page.sort(byWishThenStart);
    shown += page.length;
    const taken = new Set(page);
    waiting = waiting.filter(slot => !taken.has(slot));
  }
}

function pageOf(waiting: readonly Slot[], perPage: number, perDay: number): Slot[] {
  const page: Slot[] = [];
  const onDay = new Map<string, number>();
  for (const slot of waiting) {
    const sameDay = onDay.get(slot.on) ?? 0;
    if (sameDay >= perDay) continue;
    onDay.set(slot.on, sameDay + 1);
    page.push(slot);
    if (page.length === perPage) break;
  }
  return page;
}

function byWishThenStart(a: Slot, b: Slot): number {
  return Number(b.matchesWish) - Number(a.matchesWish) || a.start - b.start;
}

function inRounds(slots: readonly Slot[], perDay: number): Slot[] {
  const byDay = [...Map.groupBy(slots, slot => slot.on).values()].map(farApart);
  const rounds: Slot[] = [];
  for (let from = 0; rounds.length < slots.length; from += perDay) {
    for (const day of byDay) rounds.push(...day.slice(from, from + perDay));
  }
  return rounds;
}

/** First, middle, quarter, three quarters …: the van der Corput sequence over the list. */
function farApart(day: readonly Slot[]): Slot[] {
  const bits = Math.ceil(Math.log2(day.length || 1));
  const size = 2 ** bits;
  const places = Array.from({ length: size }, (_, index) =>
    Math.floor((reversed(index, bits) * day.length) / size),
  );
  return [...new Set(places)].flatMap(place => day[place] ?? []);
}

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit += 1) result = result * 2 + ((value >> bit) & 1);
  return result;
}
