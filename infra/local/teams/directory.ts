import { z } from 'zod';

const personSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  email: z.string(),
  name: z.string(),
  jobTitle: z.string().nullish(),
  organisation: z.string().nullish(),
  mailbox: z.string().nullish(),
});

export type ListedPerson = z.infer<typeof personSchema>;

export type Directory = {
  people(): Promise<readonly ListedPerson[]>;
  /** By e-mail address, in any case. */
  person(email: string): Promise<ListedPerson | undefined>;
  /** What Teams would get for the tab without asking; undefined when sign-in refuses. */
  token(email: string): Promise<string | undefined>;
};

/** The people of the local Graph and their tokens. */
export function directoryAt(graphUrl: string): Directory {
  const people = async () => {
    const answer = await fetch(new URL('/local/people', graphUrl));
    if (!answer.ok) throw new Error(`The local directory answered ${answer.status}`);
    return z.array(personSchema).parse(await answer.json());
  };
  return {
    people,
    person: async email =>
      (await people()).find(person => person.email.toLowerCase() === email.toLowerCase()),
    async token(email) {
      const url = new URL('/local/token', graphUrl);
      url.search = new URLSearchParams({ as: email, for: 'tab' }).toString();
      const answer = await fetch(url);
      return answer.ok ? (await answer.text()).trim() : undefined;
    },
  };
}
