import { useEffect, useState } from 'react';
import type { Api } from './api.ts';
import { Frame, type Renderer } from './frame.tsx';
import { HomePage } from './home/home-page.tsx';
import { followTheme, type Opened } from './teams.ts';

/** The tab inside Teams. `opened.place` says which page; there is one so far. */
export function App(given: { renderer: Renderer; opened: Opened; appId: string; api: Api }) {
  const [theme, setTheme] = useState(given.opened.theme);
  useEffect(() => followTheme(setTheme), []);
  return (
    <Frame renderer={given.renderer} theme={theme}>
      <HomePage api={given.api} appId={given.appId} place={given.opened.place} />
    </Frame>
  );
}
