import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { becauseWords } from './find-wording.ts';
import type { PutAside } from './put-aside.ts';

type Because = PutAside[number]['because'];

/** Puts a mentor aside; a reason may be given, and changes who comes next. */
export function NotForMe({ name, putAside }: { name: string; putAside: (because: Because) => void }) {
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" aria-label={`Not for me: ${name}`}>
          Not for me
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label="Why? You need not say.">
          <MenuItem onClick={() => putAside(undefined)}>No reason</MenuItem>
          {becauseWords.map(([because, words]) => (
            <MenuItem key={because} onClick={() => putAside(because)}>
              {words}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
