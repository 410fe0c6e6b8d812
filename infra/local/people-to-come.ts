import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from './sign-in/private-file.ts';

/** Somebody who has a place in a register and none yet in the local directory. */
export type PersonToCome = {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: string;
};

const atOnce = 500;

/** The local Graph gives mailboxes to those it does not know. */
export async function addPeople(graphUrl: string, people: readonly PersonToCome[]): Promise<void> {
  for (let from = 0; from < people.length; from += atOnce) {
    const answer = await fetch(`${graphUrl}/local/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(people.slice(from, from + atOnce)),
    });
    if (!answer.ok) throw new Error(`The local Graph answered ${answer.status} to new people`);
  }
}

/** For the next start, when no local Graph runs. */
export function keepPeopleToCome(dataDir: string, people: readonly PersonToCome[]): void {
  const byEmail = new Map([...peopleToCome(dataDir), ...people].map(person => [person.email, person]));
  writePrivateFile(fileIn(dataDir), [...byEmail.values()]);
}

export function peopleToCome(dataDir: string): readonly PersonToCome[] {
  const kept = existsSync(fileIn(dataDir)) ? readPrivateFile(fileIn(dataDir)) : [];
  return Array.isArray(kept) ? kept.filter(isPersonToCome) : [];
}

export function forgetPeopleToCome(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

const fileIn = (dataDir: string): string => join(dataDir, 'people-to-come.json');

function isPersonToCome(value: unknown): value is PersonToCome {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['email', 'name', 'jobTitle', 'organisation'].every(
      field => typeof Reflect.get(value, field) === 'string',
    )
  );
}
