import type { SectionId } from './contract-field.ts';
import type { ContractTerms } from './contract-terms.ts';

/** A sentence that the two read and sign and cannot change. */
export type ContractClause = { readonly id: string; readonly section: SectionId; readonly text: string };

/** In reading order within their sections, where they stand before the fields. */
export function contractClauses(terms: ContractTerms): readonly ContractClause[] {
  const { codeOfEthics, keepMonths, concernsTo, localClauses } = terms;
  return [
    {
      id: 'not-management',
      section: 'purpose',
      text: 'This is not line management, supervision, appraisal, therapy or clinical advice. The mentor does not judge the mentee’s work.',
    },
    {
      id: 'confidential',
      section: 'confidentiality',
      text: 'What we say to each other stays between us.',
    },
    {
      id: 'limits',
      section: 'confidentiality',
      text: 'There are limits. Each of us must tell somebody else where anyone may come to harm, where a rule of our organisation or the law is broken, and where a professional code or a safeguarding duty says so. If it is safe, we tell the other first.',
    },
    {
      id: 'supervision',
      section: 'confidentiality',
      text: 'The mentor may talk about this in their own supervision, without names and without anything that shows who the mentee is.',
    },
    {
      id: 'kept',
      section: 'records',
      text: 'This contract, its versions and who signed them are kept, and what each of us chooses to write here. We both read it; coordinators cannot open it.',
    },
    {
      id: 'how-long',
      section: 'records',
      text: `After it ends it is kept for ${months(keepMonths)} and then erased. Once it has ended, each of us can erase our own words sooner.`,
    },
    {
      id: 'no-patients',
      section: 'records',
      text: 'We write nothing that shows who a patient is.',
    },
    {
      id: 'no-conflict',
      section: 'conflicts',
      text: 'Neither of us manages or appraises the other, is a referee for the other, or sits on a panel that chooses the other.',
    },
    {
      id: 'declare',
      section: 'conflicts',
      text: 'If that changes, we say so at once and look at it together.',
    },
    {
      id: 'review-how',
      section: 'review',
      text: 'At a review each of us answers some questions before seeing the other’s answers. Then we go on, change this, or end it.',
    },
    {
      id: 'amend',
      section: 'review',
      text: 'Either of us can suggest a change at any time. It counts once both have signed it. Until then, the version before it counts.',
    },
    {
      id: 'no-fault',
      section: 'ending',
      text: 'Either of us can end this at any time, without a reason and without fault.',
    },
    {
      id: 'closing',
      section: 'ending',
      text: 'We try to have one last talk, to say what helped. After the end this can only be read.',
    },
    {
      id: 'concerns',
      section: 'concerns',
      text: `If something is wrong, each of us can tell ${anyOf(concernsTo)}.`,
    },
    {
      id: 'ethics',
      section: 'concerns',
      text: `We both accept the ${codeOfEthics.name}, ${codeOfEthics.version}.`,
    },
    ...localClauses.map(({ id, text }) => ({ id: `local-${id}`, section: 'local' as const, text })),
  ];
}

function months(count: number): string {
  if (count % 12 === 0) return count === 12 ? '1 year' : `${count / 12} years`;
  return count === 1 ? '1 month' : `${count} months`;
}

function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? 'the people who run this scheme';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
