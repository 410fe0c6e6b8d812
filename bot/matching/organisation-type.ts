import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { organisations } from './organisations.ts';
import cues from './vocabulary/organisation-type-cues.json' with { type: 'json' };

type Cue = { readonly type: string; readonly words: readonly string[]; readonly unless?: readonly string[] };

const legalForm = /\b(?:the|nhs|foundation|trust|limited|ltd|plc|llp)\b/g;
const inOrder: readonly Cue[] = cues;
const matchers = inOrder.map(({ type, words, unless = [] }) => ({
  type,
  has: anyOf(words),
  unless: unless.length === 0 ? undefined : anyOf(unless),
}));
const known = new Map(organisations.map(({ name, type }) => [organisationKey(name), type]));
const toldBefore = new Map<string, string>();
const mostRemembered = 20_000;

/** As registered, else as the vocabulary knows the organisation, else as its name tells; '' where nothing tells. */
export function organisationTypeOf({
  organisationType,
  organisation,
}: Pick<MentorProfile, 'organisation' | 'organisationType'>): string {
  if (organisationType !== undefined && organisationType.trim() !== '') return organisationType;
  if (organisation.trim() === '') return '';
  const before = toldBefore.get(organisation);
  if (before !== undefined) return before;
  const type = known.get(organisationKey(organisation)) || toldByName(organisation);
  if (toldBefore.size >= mostRemembered) toldBefore.clear();
  toldBefore.set(organisation, type);
  return type;
}

/** The first cue that the name has: "Community Health" is read before "NHS Trust". */
function toldByName(organisation: string): string {
  const name = organisation.toLowerCase().replace(/[’]/g, "'");
  return matchers.find(({ has, unless }) => has.test(name) && unless?.test(name) !== true)?.type ?? '';
}

function anyOf(words: readonly string[]): RegExp {
  const escaped = words.map(word => word.replace(/[^\w\s']/g, '\\$&'));
  return new RegExp(`(?:^|[^a-z])(?:${escaped.join('|')})(?![a-z])`);
}

/** Equal for "Leeds Hospitals" and "Leeds Hospitals NHS Foundation Trust". */
export function organisationKey(name: string): string {
  const plain = name.toLowerCase().replace(/[’']/g, '');
  const short = plain
    .replace(legalForm, ' ')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return short === '' ? plain.trim() : short;
}
