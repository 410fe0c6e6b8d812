import { Body1, Subtitle1 } from '@fluentui/react-components';
import type { MeetingView } from '../../bot/http/contract.ts';
import { MeetingActions } from './meeting-actions.tsx';
import { notToldInTeams, placeOfMeeting, standing, timeOf } from './meeting-wording.ts';
import { rowId } from './row-id.ts';
import { Section } from './section.tsx';

/** The next meeting, and what can be done about it. */
export function WhatNow({ meeting, isUntold }: { meeting: MeetingView; isUntold: boolean }) {
  return (
    <Section title="What now" isMain>
      <div className="what-now-content">
        <div className="row-text">
          <Subtitle1 as="h3" id={rowId(meeting.id)} tabIndex={-1} block>
            {timeOf(meeting)}
          </Subtitle1>
          <Body1 block>
            {meeting.kind ? 'Session' : 'Chemistry meeting'} with <bdi>{meeting.with}</bdi>
          </Body1>
          <Body1 block className="subtle">
            {standing(meeting, false)} · {placeOfMeeting(meeting)}
          </Body1>
          {isUntold && <Body1 block>{notToldInTeams}</Body1>}
        </div>
        <MeetingActions meeting={meeting} isMain />
      </div>
    </Section>
  );
}
