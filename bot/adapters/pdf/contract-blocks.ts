import { sayDate, sayMoment } from '../../mentoring/availability/say-time.ts';
import type { Side } from '../../mentoring/chemistry/change-meeting.ts';
import type {
  ContractDocument,
  ContractKind,
  ContractPart,
  ContractSection,
} from '../../mentoring/contract/contract-document.ts';
import { zone } from '../../mentoring/zone.ts';
import { type Flow, flowOfText } from './flow-of-text.ts';

/** What the file says, in reading order; how it looks is not said here. */
export type Block =
  | { readonly is: 'title' | 'heading' | 'code'; readonly text: string }
  | { readonly is: 'text'; readonly flows: readonly Flow[]; readonly note?: string }
  /** Each label is the header of its row. */
  | { readonly is: 'answers'; readonly rows: readonly Answer[] }
  /** The first row holds the headers of the columns. */
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] };

type Answer = { readonly label: string; readonly flows: readonly Flow[]; readonly note?: string };

const kinds: Readonly<Record<ContractKind, string>> = {
  'one-to-one': 'One-to-one mentoring',
  peer: 'Peer mentoring',
  reverse: 'Reverse mentoring',
  'one-off': 'One-off mentoring',
};
const roles: Readonly<Record<Side, string>> = { mentee: 'Mentee', mentor: 'Mentor' };
const sides = ['mentee', 'mentor'] as const;

/** Holds nobody's name: it is shown in lists of files and windows. */
export function titleOf({ version }: ContractDocument): string {
  return version === 0 ? 'Mentoring contract, draft' : `Mentoring contract, version ${version}`;
}

export function contractBlocks(document: ContractDocument): readonly Block[] {
  return [
    { is: 'title', text: 'Mentoring contract' },
    { is: 'answers', rows: summary(document) },
    ...changeNote(document),
    ...document.sections.flatMap(section),
    { is: 'heading', text: 'Signatures' },
    { is: 'table', rows: signatures(document) },
    ...howToCheck(document),
  ];
}

export function missingNote(missing: number): readonly Block[] {
  if (missing === 0) return [];
  const are = missing === 1 ? 'One character is' : `${missing} characters are`;
  return [
    { is: 'heading', text: 'Characters that this file cannot show' },
    text(
      `${are} shown as \ufffd, since the typeface of this file lacks them. The contract’s page in Teams shows them all.`,
    ),
  ];
}

function summary(document: ContractDocument): readonly Answer[] {
  const { schemeName, kind, parties, version } = document;
  return [
    ...sides.map(side => ({ label: roles[side], flows: [paragraph(party(parties[side]))] })),
    { label: 'Scheme', flows: [paragraph(schemeName)] },
    { label: 'Kind', flows: [paragraph(kinds[kind])] },
    { label: 'Version', flows: [paragraph(version === 0 ? 'Draft' : String(version))] },
    { label: 'State', flows: [paragraph(state(document))] },
  ];
}

function party({ name, organisation }: ContractDocument['parties'][Side]): string {
  return [nameOf(name), organisation].filter(Boolean).join(', ');
}

function nameOf(name: string): string {
  return name.trim() === '' ? 'Erased' : name;
}

function state({ version, parties, signatures }: ContractDocument): string {
  if (version === 0) return 'Not proposed yet: both may still change it';
  const signed = sides.filter(side => signatures.some(signature => signature.side === side));
  const [only, second] = signed;
  if (!only) return 'Not signed yet';
  return second ? 'Signed by both' : `Signed by ${nameOf(parties[only].name)}, not by both yet`;
}

function changeNote({ sections }: ContractDocument): readonly Block[] {
  const hasChanged = sections.some(({ parts }) => parts.some(({ isChanged }) => isChanged));
  if (!hasChanged) return [];
  return [text('What is marked “Changed” differs from the version that both have signed.')];
}

function section({ heading, parts }: ContractSection, index: number): readonly Block[] {
  const blocks: Block[] = [{ is: 'heading', text: `${index + 1}. ${heading}` }];
  let rows: Answer[] = [];
  const endRows = () => {
    if (rows.length > 0) blocks.push({ is: 'answers', rows });
    rows = [];
  };
  for (const part of parts) {
    const said = { flows: flowsOf(part), ...(part.isChanged && { note: 'Changed' }) };
    if (part.label !== undefined) rows.push({ label: part.label, ...said });
    else {
      endRows();
      blocks.push({ is: 'text', ...said });
    }
  }
  endRows();
  return blocks;
}

function flowsOf({ text, erasedOn }: ContractPart): readonly Flow[] {
  if (erasedOn !== undefined) return [paragraph(`Erased on ${sayDate(erasedOn)}`)];
  const flows = flowOfText(text);
  return flows.length > 0 ? flows : [paragraph('Not filled in')];
}

function signatures({ parties, signatures, version }: ContractDocument): readonly (readonly string[])[] {
  const rows = sides.map(side => {
    const signed = signatures.find(signature => signature.side === side);
    const when = signed ? sayMoment(Date.parse(signed.at), zone) : 'Not signed';
    return [nameOf(parties[side].name), roles[side], when, version === 0 ? 'Draft' : String(version)];
  });
  return [['Name', 'Role', 'Signed', 'Version'], ...rows];
}

/** Says what a digest shows and no more: it is over what is kept, and a file can be edited. */
function howToCheck({ digest, version }: ContractDocument): readonly Block[] {
  if (digest === undefined) return [];
  return [
    { is: 'heading', text: 'How to check for a later change' },
    text(`The fingerprint (SHA-256 digest) of version ${version}:`),
    { is: 'code', text: digest },
    text(
      `Compare it with the fingerprint of version ${version} on the contract’s page in Teams. If they differ, the record was changed after this copy was made. That is all it shows: it does not protect this file, which can be edited like any other. Compare the words with the page as well.`,
    ),
  ];
}

function text(words: string): Block {
  return { is: 'text', flows: [paragraph(words)] };
}

function paragraph(words: string): Flow {
  return { is: 'paragraph', text: words };
}
