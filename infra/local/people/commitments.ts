import { Temporal } from 'temporal-polyfill';
import { type Commitment, type Roster, type WorkDay, workDays } from './local-person.ts';
import type { Post, RosterKind } from './post.ts';
import { type Seeded, seeded } from './seeded.ts';

const weekdays = workDays.slice(0, 5);
const hours: Readonly<Record<RosterKind, readonly [number, number]>> = {
  office: [9 * 60, 17 * 60],
  'part-time': [9 * 60 + 30, 14 * 60 + 30],
  'long days': [8 * 60, 18 * 60],
  early: [7 * 60 + 30, 15 * 60 + 30],
  late: [12 * 60, 20 * 60],
  nights: [9 * 60, 17 * 60],
};

export function rosterOf(post: Post, seed: Seeded): Roster {
  const [startMinute, endMinute] = hours[post.roster];
  const wanted = post.mentor?.days ?? [];
  const drawn = { 'part-time': 3, 'long days': 4 }[String(post.roster)] ?? 5;
  const others = seed.some(
    weekdays.filter(day => !wanted.includes(day)),
    Math.max(drawn - wanted.length, 0),
  );
  const days = post.days ?? weekdays.filter(day => wanted.includes(day) || others.includes(day));
  return { days, startMinute, endMinute };
}

const regular: Readonly<Record<string, string>> = {
  Nursing: 'Safer staffing round',
  Midwifery: 'Antenatal clinic',
  'Medical and dental': 'Outpatient clinic',
  'Allied health professions': 'Therapy clinic',
  'Psychological professions': 'Assessment clinic',
  'Healthcare science': 'Laboratory quality check',
  'Social care': 'Duty desk',
};
const meetings = [
  'Rota planning',
  'Governance group',
  'Patient flow',
  'Budget check-in',
  'Audit review',
  'Appraisal',
];
const tentative = ['Hold: winter planning', 'Hold: recruitment panel', 'Hold: visit to the new unit'];
const personal = ['Dentist', 'School meeting', 'Appointment'];

/** Somebody's calendar around a day: what recurs began long ago, what does not fills the week before and the five to come. */
export function commitmentsOf(post: Post, roster: Roster, now: number, seed: string): Commitment[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/London').toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const on = (week: number, day: WorkDay) =>
    monday.add({ days: week * 7 + workDays.indexOf(day) }).toString();
  const draw = seeded(seed, 'calendar', post.key);
  return [
    ...recurring(post, roster, on, draw),
    ...single(post, roster, on, draw),
    ...days(post, roster, on, draw),
  ];
}

type On = (week: number, day: WorkDay) => string;

const plain = { isAllDay: false, showAs: 'busy', isPrivate: false } as const;

function recurring(
  post: Post,
  { days: worked, startMinute, endMinute }: Roster,
  on: On,
  draw: Seeded,
): Commitment[] {
  const first = worked[0] ?? 'monday';
  const often = (subject: string, days: readonly WorkDay[], from: number, to: number, everyWeeks = 1) => ({
    ...plain,
    subject,
    on: on(-45, days[0] ?? first),
    startMinute: from,
    endMinute: to,
    weekly: { days, everyWeeks },
  });
  const free = worked.filter(day => !(post.keepsThursdays && day === 'thursday'));
  const clinicDay = draw.pick(free);
  const afternoon = endMinute - 3 * 60;
  const all: Commitment[] = [
    often('Morning huddle', worked, startMinute, startMinute + 15),
    often(regular[post.profession] ?? 'Programme board', [clinicDay], startMinute + 30, startMinute + 210),
    { ...often('One-to-one', [draw.pick(worked)], afternoon, afternoon + 60, 2), place: 'Office 2' },
  ];
  if (post.roster === 'nights') {
    const late = often('Night shift', ['monday', 'tuesday', 'wednesday'], 19 * 60 + 30, 31 * 60 + 45, 2);
    const rest = often('Rest after nights', ['tuesday', 'wednesday', 'thursday'], 8 * 60, 16 * 60, 2);
    all.push(late, { ...rest, showAs: 'oof', isPrivate: true });
  }
  if (post.roster === 'office' && draw.chance(0.6)) {
    const home = draw.pick(worked);
    all.push({ ...often('Working from home', [home], startMinute, endMinute), showAs: 'workingElsewhere' });
  }
  return all;
}

function single(
  post: Post,
  { days: worked, startMinute, endMinute }: Roster,
  on: On,
  draw: Seeded,
): Commitment[] {
  const all: Commitment[] = [];
  for (let week = -1; week <= 5; week++) {
    for (const day of worked) {
      const count = draw.between(0, 2);
      for (let n = 0; n < count; n++) {
        const from = startMinute + 30 * draw.between(1, Math.floor((endMinute - startMinute) / 30) - 3);
        const to = Math.min(from + 30 * draw.between(1, 3), endMinute);
        const subject = draw.pick(meetings);
        const isTentative = draw.chance(0.15);
        const isPrivate = !isTentative && draw.chance(0.1);
        if (post.keepsThursdays && day === 'thursday' && from < 12 * 60) continue;
        all.push({
          ...plain,
          subject: isTentative ? draw.pick(tentative) : isPrivate ? draw.pick(personal) : subject,
          on: on(week, day),
          startMinute: from,
          endMinute: to,
          showAs: isTentative ? 'tentative' : 'busy',
          isPrivate,
        });
      }
    }
  }
  return all;
}

/** Leave blocks its days, a colleague's birthday does not, a conference abroad is a day of another zone. */
function days(post: Post, { days: worked }: Roster, on: On, draw: Seeded): Commitment[] {
  const wholeDay = (subject: string, date: string, count = 1) => ({
    ...plain,
    subject,
    on: date,
    startMinute: 0,
    endMinute: count * 1440,
    isAllDay: true,
  });
  const first = worked[0] ?? 'monday';
  const all: Commitment[] = [
    { ...wholeDay('Birthday of a colleague', on(draw.between(0, 4), draw.pick(worked))), showAs: 'free' },
  ];
  const week = post.keepsThursdays ? 3 : draw.between(0, 3);
  if (draw.chance(0.4)) all.push({ ...wholeDay('Annual leave', on(week, first), 5), showAs: 'oof' });
  else if (draw.chance(0.2)) {
    const abroad = wholeDay('Conference in Lisbon', on(2, 'tuesday'));
    all.push({ ...abroad, showAs: 'oof', timeZone: 'Romance Standard Time' });
  }
  return all;
}
