import { Button, Caption1 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MeetingView } from '../../bot/http/contract.ts';
import type { Api } from '../api.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { rowId } from './row-id.ts';
import { List, Section } from './section.tsx';

const step = 10;

export type PastMeetingsProps = {
  readonly first: readonly MeetingView[];
  readonly total: number;
  /** Ids of meetings that could not be told of in Teams. */
  readonly untold: readonly string[];
  readonly api: Api;
};

/** Newest first, a few at a time. Earlier ones than `first` are asked for when they are wanted. */
export function PastMeetings({ first, total, untold, api }: PastMeetingsProps) {
  const [shown, setShown] = useState(step);
  const [further, setFurther] = useState<readonly MeetingView[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const [focused, setFocused] = useState<string>();
  const known = together(first, further);
  const visible = known.slice(0, shown);

  /** The first of those that have just appeared, so that a keyboard goes on from there. */
  useEffect(() => {
    if (focused !== undefined) document.getElementById(rowId(focused))?.focus();
  }, [focused]);

  async function showMore(): Promise<void> {
    setTrouble(undefined);
    try {
      const missing = shown + step > known.length && known.length < total;
      const page = missing ? (await api.past(Math.floor(known.length / first.length) + 1)).past : [];
      setFurther(before => [...before, ...page]);
      setShown(shown + step);
      setFocused(together(known, page)[shown]?.id);
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    }
  }

  return (
    <Section title="Past meetings" count={total}>
      <List>
        {visible.map(meeting => (
          <MeetingRow key={meeting.id} meeting={meeting} isOver isUntold={untold.includes(meeting.id)} />
        ))}
      </List>
      {trouble && <TroubleBar trouble={trouble} tryAgain={() => void showMore()} signIn={() => undefined} />}
      {visible.length < total && (
        <div className="more stacked-start">
          <Caption1 className="subtle">
            {visible.length} of {total}
          </Caption1>
          <Button onClick={() => void showMore()}>Show earlier meetings</Button>
        </div>
      )}
    </Section>
  );
}

/** A meeting that has moved between two pages meanwhile is shown once. */
function together(some: readonly MeetingView[], more: readonly MeetingView[]): readonly MeetingView[] {
  const ids = new Set(some.map(meeting => meeting.id));
  return [...some, ...more.filter(meeting => !ids.has(meeting.id))];
}
