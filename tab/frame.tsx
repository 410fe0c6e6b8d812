import { FluentProvider, RendererProvider } from '@fluentui/react-components';
import { type ComponentProps, type ReactNode, useLayoutEffect } from 'react';
import type { ThemeName } from './teams.ts';
import { themes } from './theme.ts';

export type Renderer = NonNullable<ComponentProps<typeof RendererProvider>['renderer']>;

/** What every page stands in: theme, styles that carry the page's nonce, width and margins. */
export function Frame(given: { renderer: Renderer; theme: ThemeName; children: ReactNode }) {
  useLayoutEffect(() => {
    // What shows where one pulls beyond the ends of the page, and how scroll bars look.
    const { style } = document.documentElement;
    style.backgroundColor = themes[given.theme].colorNeutralBackground2;
    style.colorScheme = given.theme === 'default' ? 'light' : 'dark';
  }, [given.theme]);
  return (
    <RendererProvider renderer={given.renderer}>
      <FluentProvider theme={themes[given.theme]}>
        <Column>{given.children}</Column>
      </FluentProvider>
    </RendererProvider>
  );
}

function Column({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <main className="page-width">{children}</main>
    </div>
  );
}
