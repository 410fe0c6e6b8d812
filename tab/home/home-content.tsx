import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { HomeView, MeetingView, RelationshipView } from '../../bot/http/contract.ts';
import type { Api } from '../api.ts';
import type { UntoldProps } from '../message-bars.tsx';
import { loadMessageBars } from '../trouble-bar.tsx';
import type { AfterMeetingsProps } from './after-meetings.tsx';
import type { ContractRowProps } from './contract-row.tsx';
import { HomeEmpty, NothingBooked } from './home-empty.tsx';
import { MeetingRow } from './meeting-row.tsx';
import type { PastMeetingsProps } from './past-meetings.tsx';
import { People } from './people.tsx';
import { List, Section } from './section.tsx';
import { WhatNow } from './what-now.tsx';

/** What is not needed to see the page comes after it. */
function later<P>(load: () => Promise<ComponentType<P>>) {
  return lazy<ComponentType<P>>(() =>
    load().then(
      found => ({ default: found }),
      () => ({ default: () => null }),
    ),
  );
}
const AfterMeetings = later<AfterMeetingsProps>(
  async () => (await import('./after-meetings.tsx')).AfterMeetings,
);
const ContractRow = later<ContractRowProps>(async () => (await import('./contract-row.tsx')).ContractRow);
const UntoldBar = later<UntoldProps>(async () => (await loadMessageBars()).UntoldMessageBar);
const PastMeetings = later<PastMeetingsProps>(async () => (await import('./past-meetings.tsx')).PastMeetings);

/** Everything there is to see once it has been loaded. */
export function HomeContent({ home, api, load }: { home: HomeView; api: Api; load: () => Promise<void> }) {
  if (isEmpty(home)) return <HomeEmpty isMentor={home.isMentor} />;
  const untold = home.unreachable?.untold ?? [];
  const asked = home.past.filter(({ after }) => after?.stands === 'asked');
  const asking = [...home.mentors, ...home.mentees].filter(({ contractAsks }) => contractAsks);
  const matters: readonly Matter[] = [
    { title: 'Waiting for you', meetings: home.waitingForYou, asking },
    { title: 'Waiting for others', meetings: home.waitingForOthers },
    { title: 'Coming up', meetings: home.upcoming },
  ].filter(({ meetings, asking: contracts = [] }) => meetings.length + contracts.length > 0);
  const people = [
    ...(home.mentors.length > 0 || !home.isMentor ? [mentors(home)] : []),
    ...(home.mentees.length > 0 || home.isMentor ? [mentees(home)] : []),
  ];
  const [left, right] =
    matters.length > 0
      ? [matters.map(matter => waiting(matter, { isMain: !home.next, untold })), people]
      : [people.slice(0, 1), people.slice(1)];
  return (
    <>
      {home.unreachable && (
        <div role="status">
          <Suspense>
            <UntoldBar unreachable={home.unreachable} />
          </Suspense>
        </div>
      )}
      {asked.length > 0 && (
        <Suspense>
          <AfterMeetings meetings={asked} api={api} load={load} />
        </Suspense>
      )}
      {home.next ? (
        <WhatNow key={home.next.id} meeting={home.next} isUntold={untold.includes(home.next.id)} />
      ) : (
        <NothingBooked home={home} isMain={home.waitingForYou.length + asking.length + asked.length === 0} />
      )}
      <div className="columns">
        <div className="stack">{left}</div>
        {right.length > 0 && <div className="stack">{right}</div>}
      </div>
      {home.pastTotal > 0 && (
        <Suspense>
          <PastMeetings first={home.past} total={home.pastTotal} untold={untold} api={api} />
        </Suspense>
      )}
    </>
  );
}

function isEmpty(home: HomeView): boolean {
  const live = [...home.waitingForYou, ...home.waitingForOthers, ...home.upcoming];
  return !home.next && live.length === 0 && home.pastTotal === 0;
}

type Matter = {
  readonly title: string;
  readonly meetings: readonly MeetingView[];
  readonly asking?: readonly RelationshipView[];
};

/** `isMain`: with no meeting ahead, what waits for me is what the page is about. `untold`: ids of meetings. */
function waiting(
  { title, meetings, asking = [] }: Matter,
  { isMain, untold }: { readonly isMain: boolean; readonly untold: readonly string[] },
): ReactNode {
  return (
    <Section key={title} title={title} count={meetings.length + asking.length}>
      <List>
        <Suspense>
          {asking.map(person => (
            <ContractRow key={person.pairId} person={person} isMain={isMain} />
          ))}
        </Suspense>
        {meetings.map(meeting => (
          <MeetingRow
            key={meeting.id}
            meeting={meeting}
            isMain={isMain && meeting.waitsFor === 'me'}
            isUntold={untold.includes(meeting.id)}
          />
        ))}
      </List>
    </Section>
  );
}

function mentors({ mentors: people }: HomeView): ReactNode {
  return <People key="mentors" title="My mentors" people={people} nobody="You have no mentor yet." />;
}

function mentees({ mentees: people }: HomeView): ReactNode {
  return <People key="mentees" title="My mentees" people={people} nobody="You have no mentee yet." />;
}
