import { Button } from '@fluentui/react-components';
import type { Renderer } from './frame.tsx';
import { MessagePage } from './message-page.tsx';

/** The page broke in a way that nobody foresaw. */
export function Broken({ renderer }: { renderer: Renderer }) {
  return (
    <MessagePage
      renderer={renderer}
      title="This page stopped working"
      says="Your meetings are safe. Load the page again to go on."
    >
      <Button appearance="primary" onClick={() => location.reload()}>
        Load again
      </Button>
    </MessagePage>
  );
}
