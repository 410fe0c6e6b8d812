import { Body1, Caption1 } from '@fluentui/react-components';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import { Section } from '../home/section.tsx';
import { moment } from '../when.ts';
import { eventWords } from './contract-wording.ts';

/** What happened to the contract, newest first. */
export function Timeline({ contract }: { contract: ContractView }) {
  const events = contract.timeline.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title="What happened">
      <ol className="list timeline">
        {events.map(event => (
          <li key={`${event.at} ${event.what} ${event.by} ${event.version}`}>
            <Body1 block>{eventWords(event, contract.with)}</Body1>
            <Caption1 block className="subtle">
              {moment(event.at)}
            </Caption1>
          </li>
        ))}
      </ol>
    </Section>
  );
}
