import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type ContractAct, questions } from './contract-wording.ts';

type AskOnceProps = {
  readonly act: ContractAct;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly yes: () => void;
  readonly no: () => void;
};

/** Asks before something is taken away. Stays, closed, between two questions: a dialog that is torn out leaves the page hidden. */
export function AskOnce({ act, isOpen, isBusy, yes, no }: AskOnceProps) {
  const words = questions[act];
  if (!words) return null;
  return (
    <Dialog open={isOpen} modalType="alert" onOpenChange={(_, change) => !change.open && !isBusy && no()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>{words.means}</DialogContent>
          <DialogActions>
            <Button onClick={no} disabledFocusable={isBusy}>
              {words.no}
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
