import type { workDays } from './local-person.ts';
import { organisations } from './organisations.ts';
import { type Seeded, seeded } from './seeded.ts';
import { staff } from './staff.ts';

const columns = [
  'email',
  'name',
  'job_title',
  'profession',
  'band',
  'organisation',
  'region',
  'town',
  'focus_areas',
  'languages',
  'meets',
  'available_days',
  'accreditation',
  'capacity',
  'about',
];

const says: Readonly<Record<string, string>> = {
  'Board and executive leadership': 'I can tell you what a board expects of its members.',
  'Strategy and policy': 'I write strategy that people read.',
  Confidence: 'I help people trust what they know.',
  'Starting a new role': 'I plan the first months of a new post with you.',
  'Internationally educated staff': 'I learned to work in this country after training elsewhere.',
  'Research and academia': 'I keep a clinical post and a research one.',
  'Teaching and education': 'I teach on the ward and in the lecture theatre.',
  'Returning to work': 'I came back after a long break and know the first weeks.',
  'Wellbeing and work-life balance': 'I help people find a pace that lasts.',
  'Quality improvement': 'I run improvement projects with small, measured steps.',
  'Digital leadership': 'I bring clinicians and digital teams together.',
  'Portfolio and revalidation': 'I help people gather evidence as they go.',
  'Money and business cases': 'I turn ideas into business cases that get funded.',
  'Networking and influence': 'I introduce people across organisations.',
  'Equality and inclusion': 'I lead a staff network.',
  'Presenting and public speaking': 'I coach people who dread speaking to a room.',
  'Interviews and applications': 'I read applications and run practice interviews.',
  'Conflict and difficult conversations': 'I mediate between colleagues.',
  'Leading change': 'I take teams through change without losing them.',
  'Retirement and late career': 'I help people shape their last years at work.',
};

/** The mentors among the local staff, as the text of a register (CSV). */
export function sampleRegister(seed = 'staff'): string {
  const rows = staff(0, seed).flatMap(({ post, person }) => {
    const { mentor } = post;
    if (mentor === undefined) return [];
    const draw = seeded(seed, 'register', post.key);
    const focus = mentor.focusAreas;
    const days = mentor.days ?? draw.some(person.roster.days, draw.between(1, 3));
    return [
      [
        person.email,
        person.name,
        post.title,
        post.profession,
        post.band,
        person.organisation,
        organisations[post.at].region,
        mentor.town ?? organisations[post.at].town,
        focus.join('; '),
        (mentor.languages ?? languages(draw)).join('; '),
        (mentor.meets ?? draw.pick([['online'], ['online', 'in person']])).join('; '),
        days.map(day => dayName(day)).join('; '),
        mentor.accreditation ?? draw.pick(['', '', 'EMCC Foundation', 'ILM Level 5']),
        String(mentor.capacity ?? draw.between(1, 3)),
        mentor.about ?? focus.map(area => says[area] ?? '').join(' '),
      ],
    ];
  });
  return `${[columns, ...rows].map(row => row.map(cell).join(',')).join('\n')}\n`;
}

function languages(draw: Seeded): string[] {
  return draw.chance(0.3)
    ? ['English', draw.pick(['Bengali', 'Portuguese', 'Punjabi', 'Tagalog'])]
    : ['English'];
}

function dayName(day: (typeof workDays)[number]): string {
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
