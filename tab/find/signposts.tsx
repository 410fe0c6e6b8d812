import { Body1, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { SearchView } from '../../bot/http/search-shapes.ts';

/** Who can help with what matters more than mentoring. */
export function Signposts({ signposts }: Pick<SearchView, 'signposts'>) {
  if (signposts.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          It sounds as if this matters more than mentoring. These people can help now:
        </MessageBarTitle>
        <ul className="reasons">
          {signposts.map(({ name, says, link }) => (
            <li key={name}>
              <Body1>
                {link ? (
                  <Link inline href={link} target="_blank" rel="noreferrer">
                    {name}
                  </Link>
                ) : (
                  name
                )}
                : {says}
              </Body1>
            </li>
          ))}
        </ul>
        <Body1>We keep nothing of what you wrote.</Body1>
      </MessageBarBody>
    </MessageBar>
  );
}
