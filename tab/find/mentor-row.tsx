import { Avatar, Body1, Button, Caption1, Link, Subtitle2 } from '@fluentui/react-components';
import type { MentorView } from '../../bot/http/search-shapes.ts';
import { day } from '../when.ts';
import { joinedWords } from './find-wording.ts';
import { NotForMe } from './not-for-me.tsx';
import type { MentorActs } from './use-mentor-acts.tsx';

export function mentorRowId(id: string): string {
  return `mentor-${id}`;
}

/** One mentor found: who, why, what speaks against it, and what can be done. */
export function MentorRow({ mentor, acts }: { mentor: MentorView; acts: MentorActs }) {
  const { id, name, jobTitle, organisation, reasons, against, nextFreeOn } = mentor;
  const notJoined = mentor.canBeBooked ? undefined : joinedWords(mentor);
  return (
    <li className="row">
      <Avatar name={name} color="colorful" size={40} aria-hidden />
      <div className="row-text">
        <Subtitle2 as="h3" block>
          <Link as="button" appearance="subtle" id={mentorRowId(id)} onClick={() => acts.open(id)}>
            <bdi>{name}</bdi>
          </Link>
        </Subtitle2>
        <Body1 block>
          {jobTitle}, {organisation}
        </Body1>
        <ul className="reasons">
          {reasons.map(reason => (
            <li key={reason}>
              <Body1>{reason}</Body1>
            </li>
          ))}
        </ul>
        {against && (
          <Caption1 block className="subtle">
            One thing to know: {against}
          </Caption1>
        )}
        {nextFreeOn && (
          <Caption1 block className="subtle">
            Next free for both: {day(nextFreeOn)}
          </Caption1>
        )}
        {notJoined && (
          <Caption1 block className="subtle">
            {notJoined}
          </Caption1>
        )}
        <div className="actions">
          {mentor.canBeBooked && <BookButton {...{ id, name, acts }} />}
          <Button
            appearance="subtle"
            size="small"
            aria-label={`More like this: ${name}`}
            onClick={() => acts.moreLike(id)}
          >
            More like this
          </Button>
          <NotForMe name={name} putAside={because => acts.putAside(id, name, because)} />
        </div>
      </div>
    </li>
  );
}

export function BookButton(given: { id: string; name: string; acts: MentorActs; isMain?: boolean }) {
  const { id, name, acts, isMain = false } = given;
  const isBusy = acts.booking !== undefined;
  const words = acts.booking === id ? 'Looking for times' : 'Book a chemistry meeting';
  return (
    <Button
      appearance={isMain ? 'primary' : 'secondary'}
      disabledFocusable={isBusy}
      aria-label={`${words} with ${name}`}
      onClick={() => acts.book(id, name)}
    >
      {words}
    </Button>
  );
}
