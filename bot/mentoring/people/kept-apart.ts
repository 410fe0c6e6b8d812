import { type PersonId, personKey, samePerson } from './person.ts';

/** `conflict`: the two know or work with each other, so one says. `block`: one does not want to meet the other here. */
export type ApartBecause = 'conflict' | 'block';

/** One person's word that keeps two people apart, whichever of them searches. A mentor is meant by profile, anybody else by person. */
export type KeptApart = {
  readonly by: PersonId;
  readonly about: { readonly profileId: string } | { readonly person: PersonId };
  readonly because: ApartBecause;
};

/** `profileId`: their own row in the register, where they are a mentor. */
export type OneOfTwo = { readonly person?: PersonId; readonly profileId?: string };

/** Profile ids, and persons as `personKey` writes them. */
export type ApartFrom = { readonly conflicts: ReadonlySet<string>; readonly blocks: ReadonlySet<string> };

/** Whom all these words keep from this person: those that they spoke, and those that were spoken about them. */
export function apartFrom(words: Iterable<KeptApart>, own: OneOfTwo): ApartFrom {
  const conflicts = new Set<string>();
  const blocks = new Set<string>();
  for (const word of words) {
    const others = word.because === 'conflict' ? conflicts : blocks;
    if (isPerson(word.by, own)) others.add(aboutKey(word.about));
    else if (isAbout(word, own)) others.add(personKey(word.by));
  }
  return { conflicts, blocks };
}

/** Who of the two, if any, keeps them apart; `own` where both do. */
export function saidBy(
  words: readonly KeptApart[],
  own: OneOfTwo,
  other: OneOfTwo,
): 'own' | 'other' | undefined {
  if (words.some(word => isPerson(word.by, own) && isAbout(word, other))) return 'own';
  return words.some(word => isPerson(word.by, other) && isAbout(word, own)) ? 'other' : undefined;
}

/** One string for whom it is about. */
export function aboutKey(about: KeptApart['about']): string {
  return 'person' in about ? personKey(about.person) : about.profileId;
}

function isPerson(person: PersonId, { person: own }: OneOfTwo): boolean {
  return own !== undefined && samePerson(person, own);
}

function isAbout({ about }: KeptApart, one: OneOfTwo): boolean {
  return 'person' in about ? isPerson(about.person, one) : about.profileId === one.profileId;
}
