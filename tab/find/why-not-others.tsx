import { Body1, Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { SearchView } from '../../bot/http/search-shapes.ts';
import { hiddenWords } from './find-wording.ts';

/** Which rules left how many out; names nobody. */
export function WhyNotOthers({ hidden }: Pick<SearchView, 'hidden'>) {
  const [isOpen, setIsOpen] = useState(false);
  if (hidden.length === 0) return null;
  return (
    <div className="stacked-start">
      <Button appearance="transparent" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        Why not others?
      </Button>
      {isOpen && (
        <div>
          <Body1 as="p" block>
            These would fit too, but:
          </Body1>
          <ul className="reasons">
            {hidden.map(({ reason, count }) => (
              <li key={reason}>
                <Body1>{hiddenWords(reason, count)}</Body1>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
