import { Body1, Body1Strong, Button, Tag, TagGroup } from '@fluentui/react-components';
import type { SearchView } from '../../bot/http/search-shapes.ts';
import { notUnderstoodWords } from './find-wording.ts';

type UnderstoodProps = {
  readonly found: SearchView;
  /** Takes these ids off and puts this one on. */
  readonly change: (takeOff: readonly string[], putOn?: string) => void;
  readonly takeOffLike: () => void;
};

const likeValue = 'like';

/** What the search goes by, to be checked and taken off; what was not understood is said, what is not clear is asked. */
export function Understood({ found, change, takeOffLike }: UnderstoodProps) {
  const { understood, like, notUnderstood, askBack } = found;
  const chips = [
    ...understood.map(({ id, words }) => ({ value: id, words })),
    ...(like ? [{ value: likeValue, words: `like ${like.name}` }] : []),
  ];
  return (
    <div className="understood">
      {chips.length > 0 && (
        <div className="chips">
          <Body1 id="understood">We look for:</Body1>
          <TagGroup
            // Fluent's arrow keys bring hidden elements that take the keyboard, which axe finds.
            data-tabster={undefined}
            aria-labelledby="understood"
            role="group"
            className="chips"
            onDismiss={(_, { value }) => (value === likeValue ? takeOffLike() : change([String(value)]))}
          >
            {chips.map(({ value, words }) => (
              <Tag
                key={value}
                value={value}
                dismissible
                dismissIcon={{ 'aria-label': 'take off' }}
                appearance="brand"
              >
                {words}
              </Tag>
            ))}
          </TagGroup>
        </div>
      )}
      {notUnderstood.length > 0 && <Body1 className="subtle">{notUnderstoodWords(notUnderstood)}</Body1>}
      {askBack.map(({ name, choices }) => (
        <div className="chips" key={name}>
          <Body1Strong>{name}: which one?</Body1Strong>
          {choices.map(({ words, takeOff, putOn }) => (
            <Button key={words} size="small" onClick={() => change(takeOff, putOn)}>
              {words}
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}
