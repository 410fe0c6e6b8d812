import type { FieldView } from '../../bot/http/contract-shapes.ts';

type Server = Pick<FieldView, 'value' | 'etag' | 'changedBy'>;

/** Why something could not be saved, and what helps. */
export type NotSaved = { readonly what: string; readonly helps: 'try again' | 'sign in' | 'nothing' };

/** What a person has typed into one field and where it stands with the server. No state: it shows what the server has. */
export type FieldState = {
  readonly typed: string;
  /** What the server had when the typing began, or when it last took what was typed. */
  readonly base: { readonly value: string; readonly etag: string };
  readonly stands: 'typed' | 'saving' | 'saved' | 'not saved' | 'changed meanwhile';
  /** Sent, and not known whether it was taken; the latest last. */
  readonly sent: readonly string[];
  /** What has been put there meanwhile; by me: in another window. */
  readonly theirs?: { readonly value: string; readonly etag: string; readonly by: 'me' | 'other' };
  /** Why it could not be saved. */
  readonly trouble?: NotSaved;
};

export function typedInto(state: FieldState | undefined, field: Server, typed: string): FieldState {
  if (!state || state.stands === 'saved') return { typed, base: baseOf(field), stands: 'typed', sent: [] };
  if (state.stands === 'saving' || state.stands === 'changed meanwhile') return { ...state, typed };
  return again({ ...state, typed });
}

/** Whether there is something that the server should be given. */
export function isToSave(state: FieldState): boolean {
  const { stands, trouble } = state;
  if (stands === 'typed') return !isSettled(state);
  return stands === 'not saved' && trouble?.helps !== 'nothing';
}

/** The server has what was typed. */
export function isSettled({ stands, typed, base, sent }: FieldState): boolean {
  return stands === 'saved' || (stands === 'typed' && typed === base.value && sent.length === 0);
}

export function sending({ typed, base, sent }: FieldState): FieldState {
  return { typed, base, stands: 'saving', sent: [...sent, typed] };
}

/** The server took it; the field is as it answered. */
export function taken({ typed, sent }: FieldState, field: Server): FieldState {
  const mine = sent.at(-1) ?? '';
  if (typed === mine || typed === field.value) return saved(field);
  if (field.value !== mine && field.changedBy === 'other')
    return changedMeanwhile({ typed, base: { value: mine, etag: field.etag } }, field);
  return { typed, base: baseOf(field), stands: 'typed', sent: [] };
}

/** It may have been taken and the answer lost. */
export function notTaken({ typed, base, sent }: FieldState, trouble: NotSaved): FieldState {
  return { typed, base, stands: 'not saved', trouble, sent };
}

/** To be saved once more. */
export function again({ typed, base, sent }: FieldState): FieldState {
  return { typed, base, stands: 'typed', sent };
}

/** How the field stands now on the server, seen while nothing is being saved. Nothing: show what the server has. */
export function seenNow(state: FieldState, field: Server): FieldState | undefined {
  const { typed, base, stands, sent } = state;
  if (stands === 'saving') return state;
  if (stands === 'saved') return field.etag === base.etag ? state : undefined;
  if (field.value === typed) return saved(field);
  if (field.etag === base.etag && stands !== 'changed meanwhile') return state;
  const isMine = field.changedBy === 'me' && sent.includes(field.value);
  if (isMine || field.value === base.value) return { ...again(state), base: baseOf(field), sent: [] };
  return state.theirs?.etag === field.etag ? state : changedMeanwhile(state, field);
}

/** Theirs was seen, and what was typed shall stand in its place. */
export function keepMine({ typed, base, theirs }: FieldState): FieldState {
  return { typed, base: theirs ? baseOf(theirs) : base, stands: 'typed', sent: [] };
}

function saved(field: Server): FieldState {
  return { typed: field.value, base: baseOf(field), stands: 'saved', sent: [] };
}

function changedMeanwhile({ typed, base }: Pick<FieldState, 'typed' | 'base'>, field: Server): FieldState {
  return { typed, base, stands: 'changed meanwhile', sent: [], theirs: theirsOf(field) };
}

function theirsOf({ value, etag, changedBy = 'other' }: Server): NonNullable<FieldState['theirs']> {
  return { value, etag, by: changedBy };
}

function baseOf({ value, etag }: Pick<Server, 'value' | 'etag'>): {
  readonly value: string;
  readonly etag: string;
} {
  return { value, etag };
}
