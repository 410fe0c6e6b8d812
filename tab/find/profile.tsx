import { Avatar, Body1, Body1Strong, Button, Caption1, Title3 } from '@fluentui/react-components';
import { Fragment, useEffect, useState } from 'react';
import type { MentorView, ProfileView } from '../../bot/http/search-shapes.ts';
import type { Api } from '../api.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import { day } from '../when.ts';
import { Lines } from './find-loading.tsx';
import { factsOf, joinedWords } from './find-wording.ts';
import { BookButton } from './mentor-row.tsx';
import { NotForMe } from './not-for-me.tsx';
import type { MentorActs } from './use-mentor-acts.tsx';

type ProfileProps = {
  readonly api: Api;
  readonly mentorId: string;
  /** As found, where the search that led here is still there. */
  readonly mentor: MentorView | undefined;
  readonly acts: MentorActs;
  readonly back: () => void;
};

/** What others may see of a mentor. */
export function Profile({ api, mentorId, mentor, acts, back }: ProfileProps) {
  const [profile, setProfile] = useState<ProfileView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks once more
  useEffect(() => {
    let isHere = true;
    api.mentor(mentorId).then(
      seen => isHere && setProfile(seen),
      error => isHere && setTrouble(troubleOf(error, navigator.onLine)),
    );
    return () => {
      isHere = false;
    };
  }, [api, mentorId, tries]);
  useEffect(() => {
    if (profile) document.getElementById('profile-heading')?.focus();
  }, [profile]);
  return (
    <>
      <div>
        <Button onClick={back}>Back to mentors</Button>
      </div>
      {trouble && (
        <TroubleBar
          trouble={trouble}
          tryAgain={() => {
            setTrouble(undefined);
            setTries(tries + 1);
          }}
          signIn={acts.signIn}
        />
      )}
      {!profile && !trouble && (
        <section className="section" aria-label="Mentor">
          <Lines count={7} label="Loading the mentor" />
        </section>
      )}
      {profile && <Seen profile={profile} mentor={mentor} acts={acts} />}
    </>
  );
}

function Seen(given: { profile: ProfileView; mentor: MentorView | undefined; acts: MentorActs }) {
  const { profile, mentor, acts } = given;
  const { id, name } = profile;
  const nextFreeOn = mentor?.nextFreeOn ?? profile.nextFreeOn;
  const notJoined = joinedWords(profile);
  return (
    <article className="section profile" aria-labelledby="profile-heading">
      <header className="row">
        <Avatar name={name} color="colorful" size={56} aria-hidden />
        <div className="row-text">
          <Title3 as="h1" id="profile-heading" tabIndex={-1}>
            <bdi>{name}</bdi>
          </Title3>
          <Body1 block>
            {profile.jobTitle}, {profile.organisation}
          </Body1>
          {nextFreeOn && <Caption1 className="subtle">Next free for both: {day(nextFreeOn)}</Caption1>}
        </div>
      </header>
      {profile.about && (
        <Body1 as="p" block>
          {profile.about}
        </Body1>
      )}
      {mentor && mentor.reasons.length > 0 && (
        <div>
          <Body1Strong as="h2">Why this mentor</Body1Strong>
          <ul className="reasons">
            {mentor.reasons.map(reason => (
              <li key={reason}>
                <Body1>{reason}</Body1>
              </li>
            ))}
          </ul>
          {mentor.against && <Caption1 className="subtle">One thing to know: {mentor.against}</Caption1>}
        </div>
      )}
      <dl className="facts">
        {factsOf(profile).map(([what, value]) => (
          <Fragment key={what}>
            <dt>
              <Body1 className="subtle">{what}</Body1>
            </dt>
            <dd>
              <Body1>{value}</Body1>
            </dd>
          </Fragment>
        ))}
      </dl>
      {notJoined && <Body1 className="subtle">{notJoined}</Body1>}
      {profile.isYours && <Body1>You have asked this mentor already. See Home.</Body1>}
      <div className="actions">
        {profile.canBeBooked && !profile.isYours && <BookButton {...{ id, name, acts }} isMain />}
        <Button
          appearance="subtle"
          size="small"
          aria-label={`More like this: ${name}`}
          onClick={() => acts.moreLike(id)}
        >
          More like this
        </Button>
        {!profile.isYours && <NotForMe name={name} putAside={because => acts.putAside(id, name, because)} />}
      </div>
    </article>
  );
}
