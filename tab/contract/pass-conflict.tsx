import { Body1, Button } from '@fluentui/react-components';
import type { ReviewsView, ReviewView } from '../../bot/http/review-shapes.ts';
import { conflictWords } from './review-wording.ts';
import type { Part } from './use-part.ts';

/** What has come up, and for whoever said so the way to say that it has passed. */
export function PassConflict({ review, part }: { review: ReviewView; part: Part<ReviewsView> }) {
  const { conflicts, mayPass } = review;
  if (conflicts.length === 0) return null;
  return (
    <>
      <ul className="list">
        {conflicts.map(({ kind, hasPassed }) => (
          <li key={kind}>
            <Body1>
              {conflictWords[kind]}
              {hasPassed ? ' (this has passed)' : ''}
            </Body1>
          </li>
        ))}
      </ul>
      {mayPass && (
        <div className="actions">
          <Button
            disabledFocusable={part.isBusy}
            onClick={() => void part.act({ path: '/conflicts/passed', body: {}, done: 'Noted as passed' })}
          >
            It has passed
          </Button>
        </div>
      )}
    </>
  );
}
