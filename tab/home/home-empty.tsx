import { Body1, Button } from '@fluentui/react-components';
import type { HomeView } from '../../bot/http/contract.ts';
import { writeWords } from './meeting-wording.ts';
import { Section } from './section.tsx';
import { useActs } from './use-acting.tsx';

/** Nothing at all yet: one sentence, one action. */
export function HomeEmpty({ isMentor }: { isMentor: boolean }) {
  return (
    <WithChat
      says={
        isMentor
          ? 'Nobody has asked to meet you yet. We tell you in the chat when somebody does.'
          : 'Tell us in the chat what you are looking for, and we find mentors for you.'
      }
      action={isMentor ? 'Open the chat' : 'Find a mentor in chat'}
    />
  );
}

/** There are other matters, but no meeting ahead: the contract that is being written, or the next session, comes first. */
export function NothingBooked({ home, isMain }: { home: HomeView; isMain: boolean }) {
  const { bookSession, openContract } = useActs();
  const people = [...home.mentors, ...home.mentees];
  const drafted = people.find(({ contract }) => contract === 'drafting');
  const [goesOn, ...others] = people.filter(person => person.goesOn);
  if (drafted)
    return (
      <Now
        says={writeWords(drafted)}
        action="Write the contract"
        act={() => openContract(drafted.pairId)}
        isMain={isMain}
      />
    );
  const says = 'No meeting is booked.';
  if (goesOn && others.length === 0)
    return (
      <Now
        says={says}
        action="Book a session in chat"
        act={() => bookSession(goesOn.pairId)}
        isMain={isMain}
      />
    );
  const isLooking = !home.isMentor && !goesOn;
  return (
    <WithChat says={says} action={isLooking ? 'Find a mentor in chat' : 'Open the chat'} isMain={isMain} />
  );
}

function WithChat(given: { says: string; action: string; isMain?: boolean }) {
  const { chat } = useActs();
  return <Now {...given} act={chat} />;
}

type NowProps = {
  readonly says: string;
  readonly action: string;
  readonly act: () => void;
  readonly isMain?: boolean;
};

function Now({ says, action, act, isMain = true }: NowProps) {
  return (
    <Section title="What now">
      <div className="stacked-start">
        <Body1>{says}</Body1>
        <Button appearance={isMain ? 'primary' : 'secondary'} onClick={act}>
          {action}
        </Button>
      </div>
    </Section>
  );
}
