import { Avatar, Body1, Button, Subtitle2 } from '@fluentui/react-components';
import type { RelationshipView } from '../../bot/http/contract.ts';
import { isolated } from './meeting-wording.ts';
import { useActs } from './use-acting.tsx';

export type ContractRowProps = { readonly person: RelationshipView; readonly isMain: boolean };

/** A contract that waits for me. */
export function ContractRow({ person, isMain }: ContractRowProps) {
  const { openContract } = useActs();
  const { asks, press } = contractAsksWords(person);
  return (
    <li className="row">
      <Avatar name={person.with} color="colorful" size={32} aria-hidden />
      <div className="row-text">
        <Subtitle2 as="h3" block>
          <bdi>{person.with}</bdi>
        </Subtitle2>
        <Body1 block>{asks}</Body1>
        <div className="actions">
          <Button
            appearance={isMain ? 'primary' : 'secondary'}
            onClick={() => openContract(person.pairId)}
            aria-label={`${press}: contract with ${person.with}`}
          >
            {press}
          </Button>
        </div>
      </div>
    </li>
  );
}

/** What of a contract waits for me, and the button that leads there. */
function contractAsksWords({ contractAsks, with: name }: RelationshipView): {
  readonly asks: string;
  readonly press: string;
} {
  const other = isolated(name);
  if (contractAsks === 'review')
    return { asks: `It is time to review your mentoring with ${other}`, press: 'Review' };
  return { asks: 'The contract has been proposed and waits for your signature', press: 'Read and sign' };
}
