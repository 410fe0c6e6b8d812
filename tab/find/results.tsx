import { Body1, Button, ProgressBar, Subtitle2 } from '@fluentui/react-components';
import type { SearchView } from '../../bot/http/search-shapes.ts';
import { List } from '../home/section.tsx';
import { fitWords, widerWords } from './find-wording.ts';
import { MentorRow } from './mentor-row.tsx';
import type { MentorActs } from './use-mentor-acts.tsx';
import { WhyNotOthers } from './why-not-others.tsx';

type ResultsProps = {
  readonly found: SearchView;
  readonly isLoading: boolean;
  readonly acts: MentorActs;
  readonly leaveOut: (id: string) => void;
  readonly more: () => void;
  /** How many were put aside, and the way back. */
  readonly asideCount: number;
  readonly showAside: () => void;
};

export const resultsHeading = 'results-heading';

/** Who was found, best first; who not, and what would find more. */
export function Results(given: ResultsProps) {
  const { found, isLoading, acts, leaveOut, more, asideCount, showAside } = given;
  const { mentors, wider, hidden, hasMore } = found;
  return (
    <section className="section results" aria-labelledby={resultsHeading} aria-busy={isLoading}>
      <div className="progress">{isLoading && <ProgressBar aria-label="Looking for mentors" />}</div>
      <Subtitle2 as="h2" id={resultsHeading} tabIndex={-1} block className="section-heading">
        {fitWords(found)}
      </Subtitle2>
      {wider.length > 0 && (
        <div className="wider">
          <Body1>Leave one thing out:</Body1>
          <div className="actions">
            {wider.map(({ id, words, count }) => (
              <Button key={id} size="small" onClick={() => leaveOut(id)}>
                {widerWords(words, count)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <List>
        {mentors.map(mentor => (
          <MentorRow key={mentor.id} mentor={mentor} acts={acts} />
        ))}
      </List>
      <div className="after-results">
        {hasMore && (
          <Button disabledFocusable={isLoading} onClick={more}>
            Show more mentors
          </Button>
        )}
        {asideCount > 0 && (
          <div className="chips">
            <Body1 className="subtle">
              {asideCount === 1 ? '1 mentor is put aside.' : `${asideCount} mentors are put aside.`}
            </Body1>
            <Button size="small" onClick={showAside}>
              Show {asideCount === 1 ? 'this one' : 'them'} again
            </Button>
          </div>
        )}
        <WhyNotOthers hidden={hidden} />
      </div>
    </section>
  );
}
