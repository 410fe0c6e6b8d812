import type { Hidden } from '../../records/talk-record.ts';
import { type Card, card, type Element, line, press, pressOnly, toggle } from './card.ts';
import { findingWording } from './finding-wording.ts';
import { type Understood, understoodParts } from './understood-parts.ts';

type RefineCard = {
  readonly hasMore: boolean;
  readonly hidden?: readonly Hidden[];
  readonly understood?: Understood;
};

/** Below the mentors: what was understood and can be changed, more of them, why not others, or from the beginning. */
export function refineCard({ hasMore, hidden = [], understood }: RefineCard): Card {
  return card(
    findingWording.refineTitle,
    [
      ...(understood ? understoodParts(understood) : []),
      {
        type: 'Input.Text',
        id: 'text',
        spacing: 'Medium',
        label: findingWording.refineLabel,
        placeholder: findingWording.refinePlaceholder,
        maxLength: 500,
        isRequired: false,
        errorMessage: findingWording.refineError,
      },
      ...(hidden.length === 0
        ? []
        : [{ type: 'Container', id: whyNot, isVisible: false, items: hiddenLines(hidden) }]),
    ],
    [
      press(findingWording.searchAgain, 'refine', {}),
      ...(hasMore ? [pressOnly(findingWording.more, 'more', {})] : []),
      ...(hidden.length === 0 ? [] : [toggle(findingWording.whyNotOthers, whyNot)]),
      pressOnly(findingWording.startAgain, 'start-again', {}),
    ],
  );
}

/** The rules and how many each left out; nobody is named. */
export function whyNotOthersCard(hidden: readonly Hidden[]): Card {
  if (hidden.length === 0) return card(findingWording.nobodyHidden, []);
  const [, ...lines] = hiddenLines(hidden);
  return card(findingWording.hiddenTitle, lines);
}

const whyNot = 'why-not-others';

function hiddenLines(hidden: readonly Hidden[]): Element[] {
  return [
    line(findingWording.hiddenTitle),
    ...hidden.map(({ reason, count }) =>
      line(`• ${findingWording.hidden(reason, count)}`, { isSubtle: true, spacing: 'Small' }),
    ),
  ];
}
