import './review.css';
import { Body1, Button } from '@fluentui/react-components';
import type { EndingView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import { type Asked, useAskFirst } from './ask-first.tsx';
import { isolated } from './contract-wording.ts';
import { Gains } from './gains.tsx';
import type { OtherPageProps } from './other-pages.ts';
import { PartPage } from './part-page.tsx';
import { dateWords, endedWords, endNowMeans, suggestionWords } from './review-wording.ts';
import { type Part, usePart } from './use-part.ts';

/** The end of a mentoring: together or alone, what each has gained, and until when the record is kept. */
export function EndingPage({ api, contract, changed, back }: OtherPageProps) {
  const { pairId } = contract;
  const part = usePart<EndingView>({ api, pairId, path: '/ending', changed });
  const { ask, question } = useAskFirst(part.isBusy);
  const isEnded = part.view?.stage === 'ended';
  return (
    <>
      <PartPage title={isEnded ? 'How it ended' : 'Ending well'} part={part} back={back}>
        {view => (
          <>
            {view.stage === 'ended' ? (
              <Body1 as="p">{endedWords(view)}</Body1>
            ) : (
              <WaysToEnd view={view} part={part} ask={ask} />
            )}
            {view.lookingBack ? (
              <Gains
                title="Half a year on"
                about="looking-back"
                gains={view.lookingBack}
                name={view.with}
                part={part}
              />
            ) : (
              <Gains
                title="What you have gained"
                about="closing"
                gains={view.gained}
                name={view.with}
                part={part}
              />
            )}
          </>
        )}
      </PartPage>
      {question}
    </>
  );
}

type WaysToEndProps = {
  readonly view: EndingView;
  readonly part: Part<EndingView>;
  readonly ask: (question: Asked) => void;
};

function WaysToEnd({ view, part, ask }: WaysToEndProps) {
  const { suggestedBy, endsOn, prompts, with: name } = view;
  const end = (how: 'together' | 'not together' | 'early', done: string) =>
    part.act({ path: '/end', body: { how }, done });
  const endTogether = () =>
    ask({
      title: suggestedBy === 'other' ? 'End it together?' : `Ask ${isolated(name)} to end it together?`,
      means:
        suggestedBy === 'other'
          ? 'It ends now. Meetings ahead are cancelled, and the contract can only be read.'
          : 'Nothing ends yet. It ends when you have both said so.',
      yes: suggestedBy === 'other' ? 'End it together' : 'Ask',
      no: 'Keep it',
      act: () => end('together', suggestedBy === 'other' ? 'It has ended' : 'Asked'),
    });
  const endNow = () =>
    ask({
      title: `End your mentoring with ${isolated(name)} now?`,
      means: endNowMeans(view),
      yes: 'End it now',
      no: 'Keep it',
      act: () => end('early', 'It has ended'),
    });
  return (
    <>
      <Section title="Before you end" isMain>
        <div className="draft-fields">
          <Body1 as="p">Talk it through once more, if you can. These help:</Body1>
          <ul className="prompts">
            {prompts.map(prompt => (
              <li key={prompt}>
                <Body1>{prompt}</Body1>
              </li>
            ))}
          </ul>
          {endsOn && <Body1 as="p">It ends by itself after {dateWords(endsOn)}.</Body1>}
        </div>
      </Section>
      <Section title="Ways to end">
        <div className="draft-fields">
          <Body1 as="p">{suggestionWords(view)}</Body1>
          <div className="actions">
            {suggestedBy !== 'me' && (
              <Button disabledFocusable={part.isBusy} onClick={endTogether}>
                End it together
              </Button>
            )}
            {suggestedBy && (
              <Button disabledFocusable={part.isBusy} onClick={() => void end('not together', 'You go on')}>
                {suggestedBy === 'me' ? 'Take that back' : 'Go on instead'}
              </Button>
            )}
            <Button appearance="subtle" disabledFocusable={part.isBusy} onClick={endNow}>
              End it now
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
