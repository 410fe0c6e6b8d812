import { Avatar, Body1, Caption1, Subtitle2 } from '@fluentui/react-components';
import type { MeetingView } from '../../bot/http/contract.ts';
import { MeetingActions } from './meeting-actions.tsx';
import { notToldInTeams, placeOfMeeting, standing, timeOf } from './meeting-wording.ts';
import { rowId } from './row-id.ts';

/** One meeting in a list. `isOver`: nothing can be done any more. `isMain`: what the page is about now. */
export function MeetingRow(given: {
  meeting: MeetingView;
  isOver?: boolean;
  isMain?: boolean;
  isUntold?: boolean;
}) {
  const { meeting, isOver = false, isMain = false, isUntold = false } = given;
  return (
    <li className="row">
      <Avatar name={meeting.with} color="colorful" size={32} aria-hidden />
      <div className={isOver ? 'row-text row-over' : 'row-text'}>
        <Subtitle2 as="h3" id={rowId(meeting.id)} tabIndex={-1} block>
          <bdi>{meeting.with}</bdi>
        </Subtitle2>
        <Body1 block>{timeOf(meeting)}</Body1>
        <Caption1 block className="subtle">
          {meeting.kind && 'Session · '}
          {standing(meeting, isOver)}
          {!isOver && ` · ${placeOfMeeting(meeting)}`}
        </Caption1>
        {isUntold && <Caption1 block>{notToldInTeams}</Caption1>}
        {meeting.can.length > 0 && <MeetingActions meeting={meeting} isMain={isMain} />}
      </div>
    </li>
  );
}
