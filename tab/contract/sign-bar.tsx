import { Button, Caption1 } from '@fluentui/react-components';

type SignBarProps = {
  readonly version: number;
  readonly isRead: boolean;
  readonly isBusy: boolean;
  readonly sign: () => void;
  /** To where the reading stopped. */
  readonly readOn: () => void;
};

const toRead = 'Read the contract to its end, then you can sign it.';

/** Signing, once all of it has been seen. Until then the button says why not. */
export function SignBar({ version, isRead, isBusy, sign, readOn }: SignBarProps) {
  return (
    <div className="foot-bar">
      <Button
        appearance="primary"
        disabledFocusable={!isRead || isBusy}
        aria-describedby="sign-why"
        onClick={sign}
      >
        {isBusy ? 'Signing' : `Sign version ${version}`}
      </Button>
      {!isRead && <Button onClick={readOn}>Read on</Button>}
      <Caption1 id="sign-why" role="status">
        {isRead ? 'You have seen all of it. Your name and the time go with your signature.' : toRead}
      </Caption1>
    </div>
  );
}
