import { lazy, Suspense, useEffect, useState } from 'react';
import type { Api } from './api.ts';
import { CannotLoad } from './cannot-load.tsx';
import { Frame, type Renderer } from './frame.tsx';
import { HomePage } from './home/home-page.tsx';
import { PageLoading } from './page-loading.tsx';
import { PageTabs } from './page-tabs.tsx';
import { followTheme, type Opened } from './teams.ts';
import { usePlace } from './use-place.ts';

const cannotLoad = () => ({ default: CannotLoad });
const FindPage = lazy(() =>
  import('./find/find-page.tsx').then(({ FindPage }) => ({ default: FindPage }), cannotLoad),
);

const ContractPage = lazy(() =>
  import('./contract/contract-page.tsx').then(({ ContractPage }) => ({ default: ContractPage }), cannotLoad),
);

/** The tab inside Teams. What is not needed to see the first page comes after it. */
export function App(given: { renderer: Renderer; opened: Opened; appId: string; api: Api }) {
  const [theme, setTheme] = useState(given.opened.theme);
  const [place, go] = usePlace(given.opened.place);
  useEffect(() => followTheme(setTheme), []);
  return (
    <Frame renderer={given.renderer} theme={theme}>
      <PageTabs page={place.page} go={go} />
      {place.page === 'home' ? (
        <HomePage api={given.api} appId={given.appId} place={place} go={go} />
      ) : (
        <Suspense fallback={<PageLoading />}>
          {place.page === 'find' ? (
            <FindPage api={given.api} appId={given.appId} place={place} go={go} />
          ) : (
            <ContractPage key={place.pairId} api={given.api} place={place} go={go} />
          )}
        </Suspense>
      )}
    </Frame>
  );
}
