import type { ContractView, DocumentView, FieldView } from '../../bot/http/contract-shapes.ts';
import { day, moment } from '../when.ts';

type Stage = ContractView['stage'];
type Event = ContractView['timeline'][number];
type Side = ContractView['iAm'];

export const kindWords: Record<ContractView['kind'], string> = {
  'one-to-one': 'One-to-one mentoring',
  peer: 'Peer mentoring',
  reverse: 'Reverse mentoring',
  'one-off': 'One-off mentoring',
};

export const sideWords: Record<Side, string> = { mentee: 'mentee', mentor: 'mentor' };

/** Keeps a name of another writing direction from reordering the sentence around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

export function nameOf(side: Side, contract: Pick<ContractView, 'iAm' | 'myName' | 'with'>): string {
  return side === contract.iAm ? contract.myName : contract.with;
}

/** On the badge beside the heading. */
export function stageWords({ stage, proposed, draft }: ContractView): string {
  if (proposed) return proposed.signedByMe ? 'Waiting for the other signature' : 'Waiting for your signature';
  if (stage === 'active') return draft ? 'In force, being changed' : 'In force';
  const words: Record<Stage, string> = {
    drafting: 'Being written',
    proposed: 'To be signed',
    active: 'In force',
    ended: 'Ended',
  };
  return words[stage];
}

/** The matter that is next, and what it means. */
export function nowWords(contract: ContractView): { readonly what: string; readonly means: string } {
  const other = isolated(contract.with);
  const { stage, proposed, active, draft, keptUntil } = contract;
  if (proposed) return proposedWords(proposed, other);
  if (stage === 'ended')
    return {
      what: 'This mentoring has ended',
      means: `The contract can be read${keptUntil ? ` until ${day(`${keptUntil}T12:00:00Z`)}` : ''} and no longer changed.`,
    };
  if (draft && active) {
    return {
      what: `You and ${other} are changing the contract`,
      means: `Version ${active.version} stays in force until you have both signed the new one.`,
    };
  }
  if (draft) {
    return {
      what: `Write your contract with ${other}`,
      means: 'Agree on the words, then propose it. It counts once you have both signed the same version.',
    };
  }
  return {
    what: `Your contract with ${other} is in force`,
    means: active
      ? `You both signed version ${active.version}, the last of you on ${day(lastSigned(active))}.`
      : '',
  };
}

function proposedWords(
  { by, signedByMe, document }: NonNullable<ContractView['proposed']>,
  other: string,
): { readonly what: string; readonly means: string } {
  const { version, signatures } = document;
  if (signedByMe) {
    return {
      what: `Waiting for ${other} to sign`,
      means: `You have signed version ${version}. It is in force once ${other} has signed it too.`,
    };
  }
  const signedToo = signatures.length > 0 ? ` ${other} has signed it.` : '';
  return by === 'me'
    ? {
        what: 'Read the contract and sign it',
        means: `You proposed version ${version}. It is in force once you and ${other} have both signed it.${signedToo}`,
      }
    : {
        what: `${other} has proposed the contract: read and sign`,
        means: `This is version ${version}. It cannot change while it waits for you.${signedToo}`,
      };
}

function lastSigned({ signatures }: DocumentView): string {
  return (
    signatures
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? ''
  );
}

export function eventWords({ what, by, version }: Event, name: string): string {
  const other = isolated(name);
  const who = by === 'me' ? 'You' : by === 'other' ? other : undefined;
  const which = version === undefined ? 'the contract' : `version ${version}`;
  switch (what) {
    case 'opened':
      return 'Contract opened, after you both said yes';
    case 'proposed':
      return who ? `${who} proposed ${which}` : `Proposed: ${which}`;
    case 'taken back':
      return who ? `${who} took ${which} back to change it` : `Taken back: ${which}`;
    case 'signed':
      return who ? `${who} signed ${which}` : `Signed: ${which}`;
    case 'active':
      return version === undefined ? 'The contract came into force' : `Version ${version} came into force`;
    case 'reviewed':
      return 'You reviewed your mentoring';
    case 'conflict':
      return 'A conflict of interest came up, to look at together';
    case 'ended':
      return who ? `${who} ended the mentoring` : 'The mentoring ended';
    case 'erased':
      return who === 'You' ? 'Your words were erased' : who ? `The words of ${who} were erased` : 'Erased';
  }
}

/** In the margin of a section: who changed it last. */
export function marginOf(fields: readonly FieldView[], name: string): string | undefined {
  const [last] = fields
    .filter(({ changedAt }) => changedAt !== undefined)
    .toSorted((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? ''));
  if (!last?.changedAt || !last.changedBy) return undefined;
  return `Last changed by ${last.changedBy === 'me' ? 'you' : isolated(name)}, ${moment(last.changedAt)}`;
}

/** What a toast says once it has been done. */
export const doneWords = {
  propose: 'Proposed. Nothing can change until it is signed or taken back',
  'take-back': 'Taken back. You can both write again',
  sign: 'Signed',
  amend: 'You can both write the new version now',
  'drop-amendment': 'The changes are dropped',
  erase: 'Your words are erased',
} as const;

export type ContractAct = keyof typeof doneWords;

/** What is asked once before something is taken away. */
export const questions: Partial<
  Record<
    ContractAct,
    { readonly title: string; readonly means: string; readonly yes: string; readonly no: string }
  >
> = {
  'drop-amendment': {
    title: 'Drop the changes?',
    means: 'What you have both written since the version in force goes. That version stays as it is.',
    yes: 'Drop the changes',
    no: 'Keep writing',
  },
  erase: {
    title: 'Erase what you wrote?',
    means:
      'Your own words and your name leave this contract for good. The record still shows that it was signed, and when something was erased. This cannot be undone.',
    yes: 'Erase my words',
    no: 'Keep them',
  },
};
