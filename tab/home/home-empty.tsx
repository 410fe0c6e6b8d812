import { Body1, Button } from '@fluentui/react-components';
import type { HomeView } from '../../bot/http/contract.ts';
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

/** There are other matters, but no meeting ahead. */
export function NothingBooked({ home }: { home: HomeView }) {
  const action = home.isMentor ? 'Open the chat' : 'Find a mentor in chat';
  return <WithChat says="No meeting is booked." action={action} isMain={home.waitingForYou.length === 0} />;
}

function WithChat({ says, action, isMain = true }: { says: string; action: string; isMain?: boolean }) {
  const { chat } = useActs();
  return (
    <Section title="What now">
      <div className="stacked-start">
        <Body1>{says}</Body1>
        <Button appearance={isMain ? 'primary' : 'secondary'} onClick={chat}>
          {action}
        </Button>
      </div>
    </Section>
  );
}
