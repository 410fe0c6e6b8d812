import { type Card, card, line } from '../../bot/conversation/cards/card.ts';
import { confirmCard } from '../../bot/conversation/cards/confirm-card.ts';
import {
  contractCard,
  managerChatCard,
  managerNoteCard,
} from '../../bot/conversation/cards/contract-card.ts';
import { helpCard } from '../../bot/conversation/cards/help-card.ts';
import {
  everyoneLeftOutCard,
  leftOutCard,
  neverAsksCard,
  takenOffCard,
} from '../../bot/conversation/cards/left-out-cards.ts';
import { meetingCard } from '../../bot/conversation/cards/meeting-card.ts';
import { mentorCard } from '../../bot/conversation/cards/mentor-card.ts';
import { notNowCard } from '../../bot/conversation/cards/not-now-card.ts';
import { refineCard, whyNotOthersCard } from '../../bot/conversation/cards/refine-card.ts';
import {
  reminderCard,
  type SeenContractNews,
  type SeenReminder,
} from '../../bot/conversation/cards/reminder-card.ts';
import { sessionAskedCard, withWhomCard } from '../../bot/conversation/cards/session-cards.ts';
import { sessionTimesActions } from '../../bot/conversation/cards/session-times-actions.ts';
import { signpostCard } from '../../bot/conversation/cards/signpost-card.ts';
import { timesCard } from '../../bot/conversation/cards/times-card.ts';
import { placeLinks } from '../../bot/conversation/place-link.ts';
import { noCriteria } from '../../bot/matching/criteria.ts';
import { criteriaFrom } from '../../bot/matching/criterion.ts';
import { hiddenReasons } from '../../bot/matching/hidden-counts.ts';
import { type Meeting, meetingInterval, meetingStages } from '../../bot/mentoring/chemistry/meeting.ts';
import { type MeetingFor, meetingFor } from '../../bot/mentoring/chemistry/meeting-for.ts';
import { type ContractFor, contractFor } from '../../bot/mentoring/contract/contract-for.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { isWorthSaying, reminderKinds } from '../../bot/mentoring/reminders/meeting-reminders.ts';
import { chatLink, managerNote } from '../../bot/mentoring/review/manager-note.ts';
import { contractMatters, everyNewsOf } from '../support/contracts.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const start = Date.parse('2026-12-03T09:30:00Z');
const mentee = { tenantId: 't', objectId: 'mentee' };
const mentor = { tenantId: 't', objectId: 'mentor' };
const placeLink = placeLinks({ link: 'https://teams.microsoft.com/l/entity/app-1/home' });
const choosing = { profileId: 'profile' };
const opId = 'op';

/** What people wrote or the directory holds: any text at all. */
export type Texts = { readonly name: string; readonly role: string; readonly shared: string };

function profile({ name, role, shared }: Texts, id: string): MentorProfile {
  return {
    id,
    schemeId: 'scheme',
    name,
    address: 'priya@example.nhs.uk',
    jobTitle: role,
    profession: 'Nursing',
    band: '8b',
    organisation: role,
    region: 'Yorkshire',
    town: 'Leeds',
    focusAreas: [],
    languages: [],
    meets: ['online', 'in person'],
    availableDays: [],
    accreditation: '',
    capacity: 1,
    about: shared,
  };
}

/** A meeting as each of its two sees it at every stage, to come and over. */
export function everyMeeting({ name, shared }: Texts): readonly MeetingFor[] {
  const times = [0, 1, 2].map(day => meetingInterval(start + day * 86_400_000));
  const kinds = [{}, { kind: 'session', minutes: 45 }, { kind: 'session', organiser: 'mentor' }] as const;
  const ways = kinds.flatMap(kind => (['online', 'in person'] as const).map(mode => ({ kind, mode })));
  return meetingStages.flatMap(stage =>
    ways.flatMap(({ kind, mode }) => {
      const meeting: Meeting = {
        ...kind,
        id: 'm'.repeat(36),
        pairId: 'p'.repeat(36),
        mentee: { person: mentee, name, address: 'sam@example.nhs.uk' },
        mentor: { person: mentor, name, address: 'priya@example.nhs.uk', profileId: 'profile' },
        stage,
        interval: meetingInterval(start),
        proposed: times,
        mode,
        ...(mode === 'in person' ? { place: shared.slice(0, 120) } : {}),
        shared: shared.slice(0, 1000),
        ...(stage === 'cancelled' ? { cancelledBy: 'mentor' as const } : {}),
        ...(stage === 'not now'
          ? { suggested: [1, 2].map(n => ({ profileId: `${n}`, name: `${name} ${n}` })) }
          : {}),
        ...(mode === 'online'
          ? { event: { id: 'e', iCalUId: 'i', joinUrl: 'https://teams.example/x' } }
          : {}),
      };
      const seen = [now, start + 86_400_000 * 9].flatMap(at =>
        [mentee, mentor].map(person => meetingFor(person, meeting, at)),
      );
      return seen.filter(each => each !== undefined);
    }),
  );
}

const hidden = hiddenReasons.map((reason, at) => ({ reason, count: at + 1 }));

/** What is said around mentors, about what was understood and who was left out. */
function everyFinding({ name, shared }: Texts): readonly Card[] {
  const criteria = criteriaFrom([
    'focus:moving-into-management',
    'profession:nursing',
    'place:leeds',
    'language:welsh',
    'mode:online',
    'day:thursday',
    'not:own-organisation',
  ]);
  const choices = ['Newcastle upon Tyne', 'Newcastle-under-Lyme'].map(words => ({
    words,
    takeOff: [],
    putOn: 'place:x',
  }));
  const wider = [
    { criterionId: 'day:thursday', words: 'Thursdays', count: 15 },
    { criterionId: 'focus:moving-into-management', words: 'moving into management', count: 3 },
  ];
  const askBack = [{ name: 'Newcastle', choices }];
  const leftOut = Array.from({ length: 7 }, (_, at) => ({
    about: at === 0 ? { person: mentee } : { profileId: `profile-${at}` },
    because: at % 2 === 0 ? ('block' as const) : ('conflict' as const),
    name: `${name.slice(0, 25)} ${at}`,
  }));
  return [
    ...[
      { criteria },
      { criteria, notUnderstood: [shared, name], askBack, wider, withEverything: 1 },
      { criteria: noCriteria, notUnderstood: [shared] },
    ].map(understood => refineCard({ hasMore: true, hidden, understood })),
    takenOffCard('place:leeds', 'near Leeds'),
    ...([undefined, 'conflict', 'block'] as const).map(because => leftOutCard('profile', name, because)),
    neverAsksCard(name, mentee),
    everyoneLeftOutCard([]),
    everyoneLeftOutCard(leftOut),
  ];
}

/** Every kind of card that the product sends, with each of its parts there and not there. */
export function everyCard(texts: Texts): readonly Card[] {
  const { name } = texts;
  const slots = [0, 1, 2, 3, 4, 5].map(n => ({
    ...meetingInterval(start + n * 1_800_000),
    on: n < 3 ? '2026-12-03' : '2026-12-04',
    day: 'Thursday' as const,
    minute: 570 + 30 * n,
    matchesWish: n === 0,
  }));
  const party = { person: mentor, name, address: 'priya@example.nhs.uk' };
  const offered = {
    from: 'both',
    profileId: 'profile',
    other: party,
    lineManagement: 'unknown',
    mayMeetInPerson: true,
  } as const;
  const moves = { pairId: 'p'.repeat(36), meetingId: 'm'.repeat(36) };
  const many = Array.from({ length: 12 }, (_, n) => profile(texts, `profile-${n}`));
  const reasons = [
    'Helps with moving into management',
    'Nurse, like you',
    'In Bradford, the same region as Leeds',
  ];
  const yesNo = [true, false];
  const session = { pairId: 'p'.repeat(36), minutes: 60 };
  const sessionTimes = (['both', 'hidden'] as const).flatMap(from =>
    sessionTimesActions({ from, slots }, { ...session, opId }),
  );
  return [
    card(name, [line(texts.shared)], sessionTimes),
    withWhomCard([{ pairId: session.pairId, name }]),
    sessionAskedCard({ pairId: session.pairId, name }),
    helpCard(),
    ...yesNo.flatMap(hasMore => [refineCard({ hasMore }), refineCard({ hasMore, hidden })]),
    ...[[], hidden].map(whyNotOthersCard),
    ...everyFinding(texts),
    ...yesNo.flatMap(joined =>
      yesNo.map(canBeBooked =>
        mentorCard({ profile: profile(texts, 'profile'), reasons, joined, canBeBooked }),
      ),
    ),
    ...yesNo.flatMap(joined =>
      yesNo.map(canBeBooked =>
        mentorCard(
          {
            profile: profile(texts, 'profile'),
            reasons,
            against: 'Usually meets in person. You asked for online.',
            joined,
            canBeBooked,
          },
          '2026-11-26',
        ),
      ),
    ),
    ...yesNo.flatMap(askWhenYouCanMeet =>
      [slots, []].flatMap(some =>
        [0, 6].flatMap(skip =>
          [choosing, { ...choosing, session }, { ...choosing, mode: 'online' as const, moves }].flatMap(
            chosen => [
              timesCard({ offered: { ...offered, slots: some }, choosing: chosen, skip, askWhenYouCanMeet }),
              timesCard({
                offered: { ...offered, slots: some },
                choosing: chosen,
                skip,
                askWhenYouCanMeet,
                because: 'Gone.',
              }),
            ],
          ),
        ),
      ),
    ),
    ...yesNo.flatMap(declares =>
      yesNo.flatMap(mayMeetInPerson =>
        yesNo.flatMap(proposes =>
          [choosing, { ...choosing, session }, { ...choosing, session, moves }, { ...choosing, moves }].map(
            chosen => {
              const starts = proposes ? [start, start + 86_400_000, start + 2 * 86_400_000] : [start];
              return confirmCard({
                choosing: chosen,
                otherName: name,
                starts,
                proposes,
                mayMeetInPerson,
                declares,
                opId,
                shown: 0,
              });
            },
          ),
        ),
      ),
    ),
    ...everyMeeting(texts).flatMap(seen => [
      ...yesNo.map(declares => meetingCard({ seen, declares, opId: () => opId })),
      meetingCard({ seen, opId: () => opId, because: `Gone, says ${name}.` }),
      ...[[], many].map(colleagues => notNowCard(seen, colleagues, opId)),
    ]),
    ...everyReminder(texts).map(each => reminderCard([each], { now, placeLink })),
    reminderCard(everyReminder(texts), { now, placeLink }),
    ...everyContract(texts).map(seen => contractCard({ seen, now, placeLink })),
    ...everyContractNews(texts).map(each => reminderCard([each], { now, placeLink })),
    reminderCard(everyContractNews(texts), { now, placeLink }),
    managerNoteCard(managerNote({ schemeName: 'West Yorkshire mentoring', time: '60 minutes' }), 'pair'),
    managerChatCard('A note', chatLink('boss@example.nhs.uk', 'A note') ?? ''),
    signpostCard([{ name: 'Samaritans', says: 'Call 116 123.' }]),
  ];
}

/** Each kind of each meeting that it may be said of. */
export function everyReminder(texts: Texts): readonly SeenReminder[] {
  return everyMeeting(texts).flatMap(seen =>
    reminderKinds
      .filter(kind => isWorthSaying(kind, seen.meeting, now))
      .map(kind => ({ kind, seen: { ...seen, meeting: { ...seen.meeting, id: `${kind} ${seen.stage}` } } })),
  );
}

/** A contract as each of its two is told of it, however it may stand. */
export function everyContract({ name }: Texts): readonly ContractFor[] {
  return contractMatters({ mentee: name, mentor: name }, now).flatMap(contract =>
    [mentee, mentor].flatMap(person => contractFor(person, contract, now) ?? []),
  );
}

export function everyContractNews(texts: Texts): readonly SeenContractNews[] {
  return everyContract(texts).flatMap((contract, at) =>
    everyNewsOf(contract, now).map(kind => ({
      kind,
      contract: { ...contract, contract: { ...contract.contract, contractId: `${kind} ${at}` } },
    })),
  );
}
