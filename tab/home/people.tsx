import { Avatar, Body1, Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import { useState } from 'react';
import type { RelationshipView } from '../../bot/http/contract.ts';
import { contractWords, relationshipStanding } from './meeting-wording.ts';
import { List, Section } from './section.tsx';
import { useActs } from './use-acting.tsx';

const few = 6;

/** My mentors or my mentees. */
export function People(given: { title: string; people: readonly RelationshipView[]; nobody: string }) {
  const { title, people, nobody } = given;
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Section title={title} {...(people.length > few && { count: people.length })}>
      {people.length === 0 && <Body1 className="subtle">{nobody}</Body1>}
      <List>
        {people.slice(0, isWhole ? undefined : few).map(person => (
          <Person key={person.pairId} person={person} />
        ))}
      </List>
      {people.length > few && (
        <div className="more">
          <Button aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${people.length}`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Person({ person }: { person: RelationshipView }) {
  const { bookSession, openContract } = useActs();
  return (
    <li className="row">
      <Avatar name={person.with} color="colorful" size={32} aria-hidden />
      <div className="row-text">
        <Body1Strong block>
          <bdi>{person.with}</bdi>
        </Body1Strong>
        <Caption1 block className="subtle">
          {relationshipStanding(person)}
        </Caption1>
        {(person.contract || person.goesOn) && (
          <div className="actions">
            {person.contract && (
              <Button
                size="small"
                onClick={() => openContract(person.pairId)}
                aria-label={`${contractWords[person.contract]}, with ${person.with}`}
              >
                {contractWords[person.contract]}
              </Button>
            )}
            {person.goesOn && (
              <Button
                size="small"
                aria-label={`Book a session in chat with ${person.with}`}
                onClick={() => bookSession(person.pairId)}
              >
                Book a session in chat
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
