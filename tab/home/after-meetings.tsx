import { Avatar, Body1, Button, Caption1, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { AfterAnswer, MeetingView } from '../../bot/http/contract.ts';
import type { Api } from '../api.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import { day } from '../when.ts';
import { timeOf } from './meeting-wording.ts';
import { rowId } from './row-id.ts';
import { List, Section } from './section.tsx';

type Answer = AfterAnswer['answer'];
export type AfterMeetingsProps = {
  readonly meetings: readonly MeetingView[];
  readonly api: Api;
  readonly load: () => Promise<void>;
};

const answers: readonly { readonly answer: Answer; readonly title: string }[] = [
  { answer: 'go on', title: 'Go on' },
  { answer: 'not for me', title: 'Not for me' },
  { answer: 'another meeting first', title: 'Another meeting first' },
];

/** After a meeting, whether to go on: asked in private, to be changed until both are told. */
export function AfterMeetings({ meetings, api, load }: AfterMeetingsProps) {
  return (
    <Section title="Do you want to go on?" count={meetings.length}>
      <List>
        {meetings.map(meeting => (
          <Row key={meeting.id} meeting={meeting} api={api} load={load} />
        ))}
      </List>
    </Section>
  );
}

function Row({ meeting, api, load }: Omit<AfterMeetingsProps, 'meetings'> & { meeting: MeetingView }) {
  const [busy, setBusy] = useState<Answer>();
  const [failed, setFailed] = useState<{ readonly answer: Answer; readonly trouble: Trouble }>();
  const { mine, until } = meeting.after ?? {};

  async function say(answer: Answer): Promise<void> {
    setBusy(answer);
    setFailed(undefined);
    try {
      await api.answer(meeting, { opId: crypto.randomUUID(), answer });
    } catch (error) {
      setFailed({ answer, trouble: troubleOf(error, navigator.onLine) });
    }
    await load();
    setBusy(undefined);
  }

  return (
    <li className="row">
      <Avatar name={meeting.with} color="colorful" size={32} aria-hidden />
      <div className="row-text">
        <Subtitle2 as="h3" id={`${rowId(meeting.id)}-asked`} block>
          <bdi>{meeting.with}</bdi>
        </Subtitle2>
        <Body1 block>{timeOf(meeting)}</Body1>
        <Caption1 block className="subtle">
          Only you see your answer. You are both told at the same time: soon if you both go on, and if not at
          9am on {until ? day(until) : 'a later day'}. Until then you can change it.
        </Caption1>
        {failed && (
          <TroubleBar
            trouble={failed.trouble}
            tryAgain={() => void say(failed.answer)}
            signIn={() => void say(failed.answer)}
          />
        )}
        <fieldset className="actions" aria-labelledby={`${rowId(meeting.id)}-asked`}>
          {answers.map(({ answer, title }) => (
            <Button
              key={answer}
              aria-pressed={mine === answer}
              appearance={mine === answer ? 'primary' : 'secondary'}
              disabledFocusable={busy !== undefined}
              onClick={() => void say(answer)}
            >
              {title}
            </Button>
          ))}
        </fieldset>
      </div>
    </li>
  );
}
