import { Link } from '@fluentui/react-components';
import type { Renderer } from './frame.tsx';
import { MessagePage } from './message-page.tsx';

/** Somebody opened the address in a browser. */
export function OutsideTeams({ renderer, appId }: { renderer: Renderer; appId: string }) {
  return (
    <MessagePage
      renderer={renderer}
      title="Open mentoring in Microsoft Teams"
      says="This page works inside Teams, where you are signed in already."
    >
      {appId && (
        <Link href={`https://teams.microsoft.com/l/app/${encodeURIComponent(appId)}`}>
          Open mentoring in Teams
        </Link>
      )}
    </MessagePage>
  );
}
