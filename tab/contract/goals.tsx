import { Badge, Body1, Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ContractView, GoalView } from '../../bot/http/contract-shapes.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import { day } from '../when.ts';
import { isolated } from './contract-wording.ts';
import { GoalForm } from './goal-form.tsx';
import type { Change } from './use-contract.ts';

type GoalsProps = { readonly contract: ContractView; readonly change: Change; readonly canWrite: boolean };

/** What the mentoring is to bring about. */
export function Goals({ contract, change, canWrite }: GoalsProps) {
  const [editing, setEditing] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [focus, setFocus] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (focus) document.getElementById(focus.id)?.focus();
  }, [focus]);
  const { goals } = contract;

  async function remove({ id, etag }: GoalView): Promise<void> {
    setTrouble(undefined);
    try {
      await change(`/goals/${encodeURIComponent(id)}/remove`, {}, etag);
      setFocus({ id: 'add-goal' });
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    }
  }

  function close(): void {
    setFocus({ id: editing === undefined || editing === 'new' ? 'add-goal' : `edit-${editing}` });
    setEditing(undefined);
  }

  return (
    <div className="goals">
      {goals.length === 0 && <Body1 className="subtle">No goals yet.</Body1>}
      {trouble && (
        <TroubleBar trouble={trouble} tryAgain={() => setTrouble(undefined)} signIn={() => undefined} />
      )}
      {goals.length > 0 && (
        <ul className="list">
          {goals.map(goal => (
            <li key={goal.id} className="goal">
              {editing === goal.id ? (
                <GoalForm contract={contract} goal={goal} change={change} close={close} />
              ) : (
                <Goal goal={goal} other={contract.with}>
                  {canWrite && (
                    <div className="actions">
                      <Button size="small" id={`edit-${goal.id}`} onClick={() => setEditing(goal.id)}>
                        Change<span className="unseen"> the goal {goal.headline}</span>
                      </Button>
                      <Button size="small" appearance="subtle" onClick={() => void remove(goal)}>
                        Remove<span className="unseen"> the goal {goal.headline}</span>
                      </Button>
                    </div>
                  )}
                </Goal>
              )}
            </li>
          ))}
        </ul>
      )}
      {canWrite && editing === 'new' && <GoalForm contract={contract} change={change} close={close} />}
      {canWrite && editing === undefined && (
        <Button id="add-goal" onClick={() => setEditing('new')}>
          Add a goal
        </Button>
      )}
    </div>
  );
}

function Goal({ goal, other, children }: { goal: GoalView; other: string; children: React.ReactNode }) {
  const { headline, measure, targetOn, seenBy } = goal;
  return (
    <>
      <Body1Strong block className="as-written">
        {headline}
      </Body1Strong>
      {measure && (
        <Body1 block className="as-written">
          How we will know: {measure}
        </Body1>
      )}
      <Caption1 block className="subtle">
        {targetOn && `By ${day(`${targetOn}T12:00:00Z`)} · `}
        {seenBy === 'me' ? (
          <Badge appearance="outline" shape="rounded">
            Only you can see this
          </Badge>
        ) : (
          `You and ${isolated(other)} can see this`
        )}
      </Caption1>
      {children}
    </>
  );
}
