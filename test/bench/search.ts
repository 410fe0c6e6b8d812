import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Rules } from '../../bot/matching/hidden-rows.ts';
import { mentorIndex } from '../../bot/matching/mentor-index.ts';
import { understand } from '../../bot/matching/understand.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { labelledSentences } from '../matching/labelled-sentences.ts';
import { manyMentors } from './many-mentors.ts';
import { type Bench, type Figure, measuredBuild, measuredCalls, percentile } from './measured.ts';

const sizes = [10_000, 100_000];
const limit = 10;
/** The libraries need seconds for a whole sentence, so they get so many of the sentences, spread over all. */
const sentencesForLibraries = 16;
const rules: Rules = { asker: { managers: new Set() }, today: '2026-11-24' };
const fields = ['jobTitle', 'profession', 'organisation', 'town', 'region', 'about', 'lists'] as const;
type Flat = Readonly<Record<(typeof fields)[number] | 'id', string>>;

/** A sentence → the ten best of many mentors, with reasons and the count of those hidden; beside two libraries over the same texts. */
export const search: Bench = async () => {
  const sentences = ['tried.jsonl', 'known.jsonl'].flatMap(labelledSentences).map(({ text }) => text);
  return sizes.flatMap(size => measured(size, sentences));
};

function measured(size: number, sentences: readonly string[]): readonly Figure[] {
  const mentors = manyMentors(size);
  const flat = mentors.map(flatOf);
  const step = Math.floor(sentences.length / sentencesForLibraries);
  const some = sentences.filter((_, at) => at % step === 0);
  const understood = sentences.map(text => understand(text));

  const own = measuredBuild(() => ownOf(mentors));
  const mini = measuredBuild(() => miniOf(flat));
  const flex = measuredBuild(() => flexOf(flat));
  const times = {
    own: measuredCalls(sentences, text => own.built.rank(understand(text), { limit, ...rules }), 2),
    minisearch: measuredCalls(some, text => mini.built.search(text).slice(0, limit)),
    flexsearch: measuredCalls(some, text => flex.built.search(text, { limit, suggest: true })),
  };
  const ranking = { own: measuredCalls(understood, each => own.built.rank(each, { limit, ...rules }), 2) };
  const facets = { own: measuredCalls(understood, each => own.built.facetCounts(each.criteria, rules)) };
  const relaxing = { own: measuredCalls(understood, each => own.built.relax(each, rules)) };

  const sides = { own, minisearch: mini, flexsearch: flex };
  const at = `${size.toLocaleString('en-GB')} mentors`;
  return [
    { what: `${at}: build`, unit: 'ms', bySide: each(sides, side => side.milliseconds) },
    { what: `${at}: heap`, unit: 'MB', bySide: each(sides, side => side.megabytes) },
    { what: `${at}: sentence to ten, p50`, unit: 'ms', bySide: each(times, percentileOf(0.5)) },
    { what: `${at}: sentence to ten, p95`, unit: 'ms', bySide: each(times, percentileOf(0.95)) },
    { what: `${at}: ranking alone, p50`, unit: 'ms', bySide: each(ranking, percentileOf(0.5)) },
    { what: `${at}: ranking alone, p95`, unit: 'ms', bySide: each(ranking, percentileOf(0.95)) },
    { what: `${at}: facet counts, p95`, unit: 'ms', bySide: each(facets, percentileOf(0.95)) },
    { what: `${at}: what to take off, p95`, unit: 'ms', bySide: each(relaxing, percentileOf(0.95)) },
  ];
}

function each<T>(sides: Readonly<Record<string, T>>, figure: (side: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, figure(side)]));
}

function percentileOf(share: number): (times: readonly number[]) => number {
  return times => percentile(times, share);
}

function ownOf(mentors: readonly MentorProfile[]) {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
}

function miniOf(flat: readonly Flat[]) {
  const index = new MiniSearch<Flat>({ fields: [...fields] });
  index.addAll(flat);
  return index;
}

function flexOf(flat: readonly Flat[]) {
  const index = new Document<Flat>({ document: { id: 'id', index: [...fields] } });
  for (const each of flat) index.add(each);
  return index;
}

function flatOf(profile: MentorProfile): Flat {
  const { id, jobTitle, profession, organisation, town, region, about } = profile;
  const { focusAreas, languages, meets, availableDays } = profile;
  const lists = [...focusAreas, ...languages, ...meets, ...availableDays].join('; ');
  return { id, jobTitle, profession, organisation, town, region, about, lists };
}
