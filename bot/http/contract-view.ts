import type { SeenContract } from '../journeys/see-contract.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { actsNow } from '../mentoring/contract/change-contract.ts';
import { contractClauses } from '../mentoring/contract/contract-clauses.ts';
import { sections } from '../mentoring/contract/contract-field.ts';
import { contractFields } from '../mentoring/contract/contract-fields.ts';
import { hasErased } from '../mentoring/contract/kept-parts.ts';
import { erasedWords, nameOf, sideOfParty, versionDocument } from '../mentoring/contract/version-document.ts';
import type { CommentRecord } from '../records/contract-record.ts';
import type { ContractView, DocumentView, FieldView, GoalView } from './contract-shapes.ts';
import { plain } from './plain.ts';

type Who = 'me' | 'other';
type Section = NonNullable<ContractView['draft']>['sections'][number];

/** A contract as one of the two sees it; nothing of it tells what the other keeps to themselves. */
export function contractView(seen: SeenContract): ContractView {
  const { side, facts, record } = seen;
  const { head } = facts;
  const { proposed } = head;
  const document = (version: number) => documentView(seen, version);
  const frozen = proposed && document(proposed.version);
  const active = head.active === undefined ? undefined : document(head.active);
  return {
    pairId: head.pairId,
    contractId: head.id,
    kind: head.kind,
    stage: head.stage,
    iAm: side,
    myName: named(seen, side),
    with: named(seen, side === 'mentee' ? 'mentor' : 'mentee'),
    schemeName: seen.schemeName,
    ...(head.isDrafting && { draft: { seen: seen.seen, sections: draftSections(seen) } }),
    ...(proposed &&
      frozen && {
        proposed: {
          by: who(seen, proposed.by),
          signedByMe: proposed.signedBy.includes(side),
          document: frozen,
        },
      }),
    ...(active && { active }),
    goals: goalViews(seen),
    timeline: timeline(seen),
    record: {
      isWhole: record.problems.length === 0,
      ...(record.erasedOn && { erasedOn: record.erasedOn }),
    },
    ...(head.keepUntil && { keptUntil: head.keepUntil }),
    can: [...actsNow(head, side, hasErased(facts, side)), ...seen.can],
  };
}

export function commentView(
  { comment, by, at, text }: CommentRecord,
  side: Side,
): FieldView['comments'][number] {
  return { id: comment, by: by === side ? 'me' : 'other', at, text };
}

function documentView({ facts, schemeName }: SeenContract, version: number): DocumentView | undefined {
  const document = versionDocument(facts, version, schemeName);
  if (!document) return undefined;
  const { digest, sections: shown, signatures } = document;
  return {
    version,
    ...(digest && { digest }),
    sections: shown.map(({ id, heading, parts }) => ({
      id,
      heading,
      parts: parts.map(part => ({ ...part })),
    })),
    signatures: signatures.map(each => ({ ...each })),
  };
}

/** Each section with its clauses, which are read only, before its fields. */
function draftSections(seen: SeenContract): Section[] {
  const clauses = contractClauses(seen.terms);
  return sections.flatMap(({ id, heading }) => {
    const locked = clauses.filter(({ section }) => section === id);
    const open = contractFields.filter(({ section }) => section === id);
    const fields = [
      ...locked.map(clause => clauseView(seen, clause)),
      ...open.map(each => fieldView(seen, each)),
    ];
    return fields.length > 0 || id === 'goals' ? [{ id, heading, fields }] : [];
  });
}

function clauseView(
  seen: SeenContract,
  { id, text }: { readonly id: string; readonly text: string },
): FieldView {
  return {
    id,
    label: 'The same for everybody',
    input: 'long text',
    value: text,
    isRequired: false,
    isLocked: true,
    etag: 'locked',
    comments: commentsOn(seen, id),
  };
}

function fieldView(seen: SeenContract, field: (typeof contractFields)[number]): FieldView {
  const { id, label, help, input, choices, isRequired, owner } = field;
  const record = seen.fields.find(each => each.field === id);
  return {
    id,
    label,
    ...(help && { help }),
    input,
    ...(choices && { choices: choices.map(choice => ({ ...choice })) }),
    value: record?.value ?? '',
    isRequired,
    isLocked: owner !== undefined && owner !== seen.side,
    etag: record?.digest ?? 'new',
    ...(record?.changedBy && { changedBy: who(seen, record.changedBy) }),
    ...(record?.changedAt && { changedAt: record.changedAt }),
    comments: commentsOn(seen, id),
  };
}

function commentsOn({ comments, side }: SeenContract, field: string): FieldView['comments'] {
  return comments
    .filter(each => each.field === field)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(each => commentView(each, side));
}

function goalViews(seen: SeenContract): GoalView[] {
  const view = (
    goal: SeenContract['privateGoals'][number] | SeenContract['goals'][number],
    by: Who,
    seenBy: GoalView['seenBy'],
  ): GoalView => ({
    id: goal.goal,
    by,
    etag: goal.digest,
    headline: goal.headline,
    measure: goal.measure,
    ...(goal.targetOn && { targetOn: goal.targetOn }),
    seenBy,
  });
  return [
    ...seen.goals.map(goal => view(goal, who(seen, goal.by), 'both')),
    ...seen.privateGoals.map(goal => view(goal, 'me', 'me')),
  ];
}

function timeline(seen: SeenContract): ContractView['timeline'] {
  const { facts } = seen;
  const signed = new Map<string, number>();
  return facts.links.flatMap(({ kind, at, by, version }) => {
    const side = by === undefined ? undefined : sideOfParty(facts, by);
    const entry = {
      at,
      what: kind,
      ...(side && { by: who(seen, side) }),
      ...(version && { version: version.number }),
    };
    if (kind !== 'signed' || !version) return [entry];
    const count = (signed.get(version.digest) ?? 0) + 1;
    signed.set(version.digest, count);
    return count === 2 ? [entry, { at, what: 'active' as const, version: version.number }] : [entry];
  });
}

function named({ facts }: SeenContract, side: Side): string {
  const name = plain(nameOf(facts, side).name);
  return name === '' ? erasedWords : name;
}

function who({ side }: SeenContract, other: Side): Who {
  return other === side ? 'me' : 'other';
}
