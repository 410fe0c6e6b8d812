import { Title3 } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Api } from '../api.ts';
import type { HomePlace } from '../place.ts';
import { signIn } from '../teams.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import type { Go } from '../use-place.ts';
import { HomeContent } from './home-content.tsx';
import { HomeLoading } from './home-loading.tsx';
import { rowId } from './row-id.ts';
import { Acting, useActing } from './use-acting.tsx';
import { useHome } from './use-home.ts';

/** My mentoring: what now, who waits for whom, the people, what was. */
export function HomePage({ api, appId, place, go }: { api: Api; appId: string; place: HomePlace; go: Go }) {
  const { state, load } = useHome(api);
  const acting = useActing({ api, appId, go, isLoaded: state.home !== undefined, load });
  useFocusOn(place.meetingId, state.home !== undefined);
  const { home, trouble } = state;
  return (
    <Acting value={acting}>
      <div className="stack">
        <Title3 as="h1" id="page-heading" tabIndex={-1}>
          My mentoring
        </Title3>
        {trouble && !acting.trouble && (
          <TroubleBar
            trouble={trouble}
            tryAgain={() => void load()}
            signIn={() => void signIn().then(load, () => undefined)}
          />
        )}
        {acting.trouble}
        {home && <HomeContent home={home} api={api} load={load} />}
        {!home && !trouble && <HomeLoading />}
        {acting.question}
        <div role="status" className="said">
          {acting.done}
        </div>
      </div>
    </Acting>
  );
}

/** Brings the meeting that a link named into view, once. */
function useFocusOn(meetingId: string | undefined, isLoaded: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!isLoaded || done.current || meetingId === undefined) return;
    done.current = true;
    document.getElementById(rowId(meetingId))?.focus();
  }, [isLoaded, meetingId]);
}
