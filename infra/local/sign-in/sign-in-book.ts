import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

/** Who has agreed that the app may act for them, and for whom the token service holds a sign-in. */
export type SignInBook = {
  hasConsented(person: PersonWhoSignsIn): boolean;
  isSignedIn(person: PersonWhoSignsIn): boolean;
  /** Consents, where that is still to be done, and signs in. */
  signIn(person: PersonWhoSignsIn): void;
  signOut(person: PersonWhoSignsIn): void;
};

type Lines = { readonly consented: string[]; readonly signedOut: string[] };

/** Written through at each change. Without a file: for this process only. */
export function signInBook(file?: string): SignInBook {
  const lines = linesIn(file === undefined ? undefined : readPrivateFile(file));
  const consented = new Set(lines.consented);
  const signedOut = new Set(lines.signedOut);
  const keep = () => {
    if (file !== undefined) {
      writePrivateFile(file, { consented: [...consented], signedOut: [...signedOut] } satisfies Lines);
    }
  };
  const hasConsented = (person: PersonWhoSignsIn) => person.consented || consented.has(person.id);
  return {
    hasConsented,
    isSignedIn: person => hasConsented(person) && !signedOut.has(person.id),
    signIn(person) {
      if (!person.consented) consented.add(person.id);
      signedOut.delete(person.id);
      keep();
    },
    signOut(person) {
      signedOut.add(person.id);
      keep();
    },
  };
}

function linesIn(kept: unknown): Lines {
  const ids = (name: string): string[] => {
    const list: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : [];
    return Array.isArray(list) ? list.map(String) : [];
  };
  return { consented: ids('consented'), signedOut: ids('signedOut') };
}
