import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1Strong,
  Button,
  Checkbox,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SearchView } from '../../bot/http/search-shapes.ts';
import { facetTitles } from './find-wording.ts';

type Values = SearchView['facets'][number]['values'];

type FacetsProps = {
  readonly facets: SearchView['facets'];
  /** Ids of what is asked. */
  readonly chosen: SearchView['understood'];
  readonly toggle: (id: string, isOn: boolean) => void;
};

const few = 6;

/** What can be ticked, and how many mentors each would give. */
export function Facets({ facets, chosen, toggle }: FacetsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const offered = facets
    .map(({ facet, values }) => ({ facet, values: withChosen(values, facet, chosen) }))
    .filter(({ values }) => values.length > 0);
  return (
    <div className="facets-place">
      <Button className="facets-opener" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide choices' : 'Choose from lists'}
      </Button>
      <section className="section facets" aria-label="Choose from lists" data-open={isOpen}>
        <Accordion multiple collapsible defaultOpenItems={['focus', 'region']}>
          {offered.map(({ facet, values }) => (
            <AccordionItem key={facet} value={facet}>
              <AccordionHeader as="h2" expandIconPosition="end">
                <Body1Strong>{facetTitles[facet]}</Body1Strong>
              </AccordionHeader>
              <AccordionPanel className="facet-panel">
                <Choices title={facetTitles[facet]} values={values} {...{ chosen, toggle }} />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      </section>
    </div>
  );
}

function Choices(given: { title: string; values: Values } & Pick<FacetsProps, 'chosen' | 'toggle'>) {
  const { title, values, chosen, toggle } = given;
  const [isWhole, setIsWhole] = useState(false);
  // What was shown once stays, so that nothing goes away under the keyboard.
  const [first] = useState(() => mostFirst(values));
  const ids = new Set(chosen.map(({ id }) => id));
  const shown = isWhole ? values : values.filter(({ id }) => first.has(id) || ids.has(id));
  return (
    <fieldset className="choices" aria-label={title}>
      {shown.map(({ id, words, count }) => (
        <Checkbox
          key={id}
          label={`${words.charAt(0).toUpperCase()}${words.slice(1)} (${count})`}
          checked={ids.has(id)}
          onChange={(_, { checked }) => toggle(id, checked === true)}
        />
      ))}
      {(values.length > shown.length || isWhole) && (
        <Button
          appearance="transparent"
          size="small"
          aria-expanded={isWhole}
          aria-label={`${isWhole ? 'Show fewer' : `Show all ${values.length}`}: ${title}`}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `Show all ${values.length}`}
        </Button>
      )}
    </fieldset>
  );
}

function mostFirst(values: Values): ReadonlySet<string> {
  const most = values.toSorted((a, b) => b.count - a.count);
  return new Set((values.length <= few + 1 ? values : most.slice(0, few)).map(({ id }) => id));
}

/** What is ticked can be ticked off, though nobody is left who has it. */
function withChosen(values: Values, facet: string, chosen: SearchView['understood']): Values {
  const missing = chosen.filter(
    ({ id }) => id.startsWith(`${facet}:`) && !values.some(each => each.id === id),
  );
  return [...values, ...missing.map(({ id, words }) => ({ id, words, count: 0 }))];
}
