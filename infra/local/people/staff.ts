import { commitmentsOf, rosterOf } from './commitments.ts';
import type { LocalPerson } from './local-person.ts';
import { organisations } from './organisations.ts';
import type { Post } from './post.ts';
import { posts } from './posts.ts';
import { type Seeded, seeded, seededGuid } from './seeded.ts';

const given = [
  'Amara',
  'Beth',
  'Callum',
  'Devika',
  'Éloïse',
  'Farah',
  'Gareth',
  'Hamza',
  'Ines',
  'Jamal',
  'Keira',
  'Liam',
  'Mirela',
  'Nadia',
  'Oksana',
  'Peter',
  'Ruth',
  'Sunita',
  'Thandiwe',
  'Wei',
];
const family = [
  'Abara',
  'Bagshaw',
  'Choudhury',
  'Dragomir',
  'Ellwood',
  'Fernández',
  'Greenhalgh',
  'Holroyd',
  'Ivanova',
  'Jagger',
  'Khumalo',
  'Lim',
  'Murgatroyd',
  'Nowak',
  'Oduya',
  'Pickersgill',
  'Ramsbottom',
  'Sheard',
  'Tremayne',
  'Whiteley',
];

/** Everyone that the seed makes, posts beside people; the same for the same seed. */
export function staff(now: number, seed = 'staff'): readonly { post: Post; person: LocalPerson }[] {
  const names = holders(seeded(seed, 'names'));
  const mails = new Map(posts.map((post, place) => [post.key, address(post, names[place] ?? '')]));
  return posts.map((post, place) => {
    const { name: organisation, tenantId } = organisations[post.at];
    const email = mails.get(post.key) ?? '';
    const roster = rosterOf(post, seeded(seed, 'roster', post.key));
    const person: LocalPerson = {
      id: seededGuid('person', email),
      tenantId,
      email,
      name: names[place] ?? '',
      jobTitle: post.title,
      organisation,
      managerEmail: post.manager === undefined ? null : (mails.get(post.manager) ?? null),
      mailbox: post.mailbox,
      consented: post.consented,
      userType: post.userType,
      roster,
      sharesDetails: post.sharesDetails || seeded(seed, 'shares', post.key).chance(0.2),
      onlineMeetings: post.onlineMeetings,
      commitments: commitmentsOf(post, roster, now, seed),
    };
    return { post, person };
  });
}

/** The local directory as it starts: calendars are laid around `now`, epoch milliseconds. */
export function localPeople(now: number, seed?: string): readonly LocalPerson[] {
  return staff(now, seed).map(({ person }) => person);
}

/** First names and surnames are not drawn twice. */
function holders(draw: Seeded): string[] {
  const [first, last] = [draw.shuffled(given), draw.shuffled(family)];
  return posts.map(post => post.name ?? `${first.pop()} ${last.pop()}`);
}

function address(post: Post, name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
  const local = post.mailName ?? plain.replaceAll(/[^a-z -]/g, '').replaceAll(' ', '.');
  return `${local}@${organisations[post.at].domain}`;
}
