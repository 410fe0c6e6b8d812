import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { timeOf } from './meeting-wording.ts';
import type { Decision } from './use-decision.ts';

export type QuestionProps = {
  readonly decision: Decision;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly yes: () => void;
  readonly no: () => void;
};

/** Asks once before something is taken away. Stays, closed, between two questions: a dialog that is torn out leaves the page hidden. */
export function Question({ decision, isOpen, isBusy, yes, no }: QuestionProps) {
  const words = wording(decision);
  return (
    <Dialog open={isOpen} modalType="alert" onOpenChange={(_, change) => !change.open && !isBusy && no()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>{words.means}</DialogContent>
          <DialogActions>
            <Button onClick={no} disabledFocusable={isBusy}>
              Keep it
            </Button>
            <Button appearance="primary" onClick={yes} disabledFocusable={isBusy}>
              {words.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function wording({ what, meeting }: Decision): { title: string; means: string; yes: string } {
  const other = `\u2068${meeting.with}\u2069`;
  const time = timeOf(meeting);
  if (what === 'not now') {
    return {
      title: `Say not now to ${other}?`,
      means: `${time}. You need no reason. We tell ${other}, and your time is free again.`,
      yes: 'Say not now',
    };
  }
  return {
    title: `Cancel the ${meeting.kind ?? 'meeting'} with ${other}?`,
    means: `${time}. It leaves both calendars, and we tell ${other}.`,
    yes: 'Cancel meeting',
  };
}
