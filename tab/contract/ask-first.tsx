import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';

export type Asked = {
  readonly title: string;
  readonly means: string;
  readonly yes: string;
  readonly no: string;
  readonly act: () => Promise<unknown>;
};

/** A question before something is taken away, and how to ask it. Its dialog stays, closed, between two questions. */
export function useAskFirst(isBusy: boolean) {
  const [asked, setAsked] = useState<Asked & { isOpen: boolean }>();
  const close = () => setAsked(before => before && { ...before, isOpen: false });
  return {
    ask: (question: Asked) => setAsked({ ...question, isOpen: true }),
    question: asked && (
      <Dialog
        open={asked.isOpen}
        modalType="alert"
        onOpenChange={(_, change) => !change.open && !isBusy && close()}
      >
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{asked.title}</DialogTitle>
            <DialogContent>{asked.means}</DialogContent>
            <DialogActions>
              <Button onClick={close} disabledFocusable={isBusy}>
                {asked.no}
              </Button>
              <Button
                appearance="primary"
                disabledFocusable={isBusy}
                onClick={() => void asked.act().then(close)}
              >
                {asked.yes}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    ),
  };
}
