import { Body1, Title3 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Frame, type Renderer } from './frame.tsx';

/** A page that is one message and one way on. */
export function MessagePage(given: { renderer: Renderer; title: string; says: string; children: ReactNode }) {
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
  return (
    <Frame renderer={given.renderer} theme={theme}>
      <Message {...given} />
    </Frame>
  );
}

function Message({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <div className="message stacked-start" role="alert">
      <Title3 as="h1">{title}</Title3>
      <Body1 as="p">{says}</Body1>
      {children}
    </div>
  );
}
