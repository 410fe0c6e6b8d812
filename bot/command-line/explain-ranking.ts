import type { FacetNamed } from '../matching/asked-facets.ts';
import { criterionIds } from '../matching/criterion.ts';
import type { ScoreParts } from '../matching/explain-score.ts';
import type { MentorIndex, RankedMentor } from '../matching/mentor-index.ts';
import type { Understanding } from '../matching/understand.ts';

type Query = { readonly id: string; readonly text: string };

/** What was understood of a sentence, and how each mentor's score comes about: for the person at the terminal alone. */
export function explainRanking(
  { id, text }: Query,
  understanding: Understanding,
  mentors: readonly RankedMentor[],
  index: Pick<MentorIndex, 'explain'>,
): string {
  const ranked = mentors.flatMap((mentor, at) => {
    const parts = index.explain(understanding, mentor.profile.id);
    return parts === undefined ? [] : mentorLines(at + 1, mentor, parts);
  });
  return `${[`${id}: ${text}`, ...understoodLines(understanding), ...ranked].join('\n')}\n\n`;
}

function understoodLines({ criteria, terms, askBack, notUnderstood }: Understanding): readonly string[] {
  const weights = criteria.focusAreas.map(({ name, weight }) => `${name} ${weight.toFixed(2)}`);
  return [
    ...line(
      'understood',
      criterionIds(criteria).map(({ words }) => words),
    ),
    ...line(`focus areas, ${criteria.needs} wanted`, weights),
    ...line('words for the texts', terms),
    ...askBack.flatMap(({ name, places }) =>
      line(
        `asked back, ${name}`,
        places.map(({ town, region }) => `${town} in ${region}`),
      ),
    ),
    ...line('not understood', notUnderstood),
  ];
}

function mentorLines(
  place: number,
  { profile, score, reasons, against }: RankedMentor,
  parts: ScoreParts,
): readonly string[] {
  const gains = parts.readings
    .filter(({ gain }) => gain > 0)
    .map(({ areas, weight, gain }) =>
      `${weight.toFixed(2)} × ${gain.toFixed(3)} ${areas.join(' + ')}`.trim(),
    );
  return [
    `  ${String(place).padStart(2)}. ${score.toFixed(4)}  ${profile.address}  ${profile.jobTitle}, ${profile.organisation}`,
    ...line('gain by reading', gains, 6),
    ...line('has', parts.met.map(named), 6),
    ...line('lacks', parts.missing.map(named), 6),
    ...line('shares', numbers(parts.shares, 0), 6),
    ...line('factors', numbers(parts.factors, 1), 6),
    ...line('for', reasons, 6),
    ...line('against', against === undefined ? [] : [against], 6),
  ];
}

function named({ facet, names }: FacetNamed): string {
  return `${facet} ${names.join(' or ')}`;
}

/** Those that change something. */
function numbers(values: Readonly<Record<string, number>>, neutral: number): readonly string[] {
  return Object.entries(values)
    .filter(([, value]) => value !== neutral)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`);
}

function line(what: string, values: readonly string[], indent = 2): readonly string[] {
  return values.length === 0 ? [] : [`${' '.repeat(indent)}${what}: ${values.join(' · ')}`];
}
