import { Button } from '@fluentui/react-components';
import type { MeetingView } from '../../bot/http/contract.ts';
import { timeOf } from './meeting-wording.ts';
import { useActs } from './use-acting.tsx';

/** One main action at most, and only where `isMain` allows one. */
export function MeetingActions({ meeting, isMain }: { meeting: MeetingView; isMain: boolean }) {
  const { press, chat, join, busy } = useActs();
  const { can, joinUrl } = meeting;
  const isBusy = busy !== undefined;
  const of = (what: string) => ({
    'aria-label': `${what}: meeting with ${meeting.with}, ${timeOf(meeting)}`,
  });
  const main = isMain ? ('primary' as const) : ('secondary' as const);
  return (
    <div className="actions">
      {can.includes('accept') && (
        <Button
          appearance={main}
          disabledFocusable={isBusy}
          onClick={() => press('accept', meeting)}
          {...of('Accept')}
        >
          Accept
        </Button>
      )}
      {can.includes('pick a time') && (
        <Button appearance={main} onClick={chat} {...of('Choose a time in chat')}>
          Choose a time in chat
        </Button>
      )}
      {joinUrl && !can.includes('accept') && (
        <Button appearance={main} onClick={() => join(joinUrl)} {...of('Join')}>
          Join
        </Button>
      )}
      {can.includes('move') && (
        <Button onClick={chat} {...of('Move in chat')}>
          Move in chat
        </Button>
      )}
      {can.includes('not now') && (
        <Button disabledFocusable={isBusy} onClick={() => press('not now', meeting)} {...of('Not now')}>
          Not now
        </Button>
      )}
      {can.includes('cancel') && (
        <Button disabledFocusable={isBusy} onClick={() => press('cancel', meeting)} {...of('Cancel')}>
          Cancel
        </Button>
      )}
    </div>
  );
}
