import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { workDays } from './local-person.ts';
import { organisations } from './organisations.ts';
import type { Post } from './post.ts';
import { rosterKinds } from './post.ts';

const text = z.string().transform(value => (value === '' ? undefined : value));
const list = z.string().transform(value => (value === '' ? undefined : value.split('; ')));
const days = list.pipe(z.array(z.enum(workDays)).optional());
const isOrganisation = (key: string): key is keyof typeof organisations => key in organisations;

const notes = z.enum([
  'no mailbox',
  'on-premises',
  'not consented',
  'guest',
  'no Teams',
  'shares details',
  'keeps Thursdays',
]);

/** A line of posts.csv; what is left empty is drawn from the seed, and a post without a manager has none entered. */
const line = z.strictObject({
  key: z.string(),
  name: text,
  mail_name: text,
  at: z.string().refine(isOrganisation),
  title: z.string(),
  profession: z.string(),
  band: z.string(),
  manager: text,
  roster: z.enum(rosterKinds),
  roster_days: days,
  notes: list.pipe(z.array(notes).optional()),
  mentor: z.enum(['yes', '']),
  focus_areas: list,
  languages: list,
  meets: list,
  available_days: days,
  accreditation: text,
  capacity: z.string().transform(value => (value === '' ? undefined : Number(value))),
  town: text,
  about: text,
});

export const posts: readonly Post[] = z
  .array(line)
  .parse(parse(readFileSync(new URL('posts.csv', import.meta.url)), { columns: true }))
  .map(asPost);

function asPost(row: z.infer<typeof line>): Post {
  const noted = (note: z.infer<typeof notes>) => row.notes?.includes(note) ?? false;
  const { tenantId } = organisations[row.at];
  return {
    key: row.key,
    name: row.name,
    mailName: row.mail_name,
    at: row.at,
    title: row.title,
    profession: row.profession,
    band: row.band,
    manager: row.manager,
    roster: row.roster,
    days: row.roster_days,
    keepsThursdays: noted('keeps Thursdays'),
    mailbox:
      tenantId === organisations.council.tenantId
        ? 'other-tenant'
        : noted('no mailbox')
          ? 'none'
          : noted('on-premises')
            ? 'on-premises'
            : 'cloud',
    consented: !noted('not consented'),
    userType: noted('guest') ? 'guest' : 'member',
    sharesDetails: noted('shares details'),
    onlineMeetings: !noted('no Teams'),
    mentor:
      row.mentor === ''
        ? undefined
        : {
            focusAreas: row.focus_areas ?? [],
            languages: row.languages,
            meets: row.meets,
            days: row.available_days,
            accreditation: row.accreditation,
            capacity: row.capacity,
            town: row.town,
            about: row.about,
          },
  };
}
