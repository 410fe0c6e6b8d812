import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ContractView, GoalView } from '../../bot/http/contract-shapes.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { isolated } from './contract-wording.ts';
import { keepWords, keptWords, letWordsGo } from './kept-words.ts';
import type { Change } from './use-contract.ts';

type Typed = Pick<GoalView, 'headline' | 'measure' | 'seenBy'> & { readonly targetOn: string };

/** One goal being written. What is typed is kept until it is saved or given up. */
export function GoalForm(given: {
  contract: ContractView;
  goal?: GoalView;
  change: Change;
  close: () => void;
}) {
  const { contract, goal, change, close } = given;
  const keptAs = `goal:${goal?.id ?? 'new'}`;
  const [typed, setTyped] = useState(() => keptGoal(contract.contractId, keptAs) ?? typedOf(goal));
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function type(changed: Partial<Typed>): void {
    const next = { ...typed, ...changed };
    setTyped(next);
    keepWords(contract.contractId, keptAs, { typed: JSON.stringify(next) });
  }

  function leave(): void {
    letWordsGo(contract.contractId, keptAs);
    close();
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!typed.headline.trim() || isBusy) return;
    setIsBusy(true);
    setTrouble(undefined);
    const { targetOn, ...rest } = typed;
    const path = goal ? `/goals/${encodeURIComponent(goal.id)}` : '/goals';
    try {
      await change(path, { ...rest, ...(targetOn && { targetOn }) }, goal?.etag);
      leave();
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    } finally {
      setIsBusy(false);
    }
  }

  const other = isolated(contract.with);
  return (
    <form ref={form} className="goal-form" onSubmit={event => void save(event)}>
      <Field label="What do you want to reach?" required>
        <Input
          value={typed.headline}
          maxLength={200}
          onChange={(_, { value }) => type({ headline: value })}
        />
      </Field>
      <Field label="How will you know?">
        <Textarea
          value={typed.measure}
          maxLength={500}
          rows={2}
          onChange={(_, { value }) => type({ measure: value })}
        />
      </Field>
      <Field label="By when?">
        <Input type="date" value={typed.targetOn} onChange={(_, { value }) => type({ targetOn: value })} />
      </Field>
      <Field label="Who can see this goal?">
        <RadioGroup
          value={typed.seenBy}
          onChange={(_, { value }) => type({ seenBy: value === 'me' ? 'me' : 'both' })}
        >
          <Radio value="both" label={`You and ${other}. It becomes part of what you both sign`} />
          <Radio value="me" label="Only you. It is no part of the contract" />
        </RadioGroup>
      </Field>
      {trouble && (
        <p role="alert">
          Not saved yet. {trouble.what} {trouble.doNow} What you typed is kept here.
        </p>
      )}
      <div className="actions">
        <Button type="submit" disabledFocusable={isBusy || !typed.headline.trim()}>
          {isBusy ? 'Saving' : 'Save goal'}
        </Button>
        <Button appearance="subtle" onClick={leave}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

function typedOf(goal: GoalView | undefined): Typed {
  const { headline = '', measure = '', targetOn = '', seenBy = 'both' } = goal ?? {};
  return { headline, measure, targetOn, seenBy };
}

function keptGoal(contractId: string, keptAs: string): Typed | undefined {
  try {
    const found: unknown = JSON.parse(keptWords(contractId, keptAs)?.typed ?? 'null');
    if (typeof found !== 'object' || found === null) return undefined;
    const text = (name: keyof Typed): string => {
      const value: unknown = Reflect.get(found, name);
      return typeof value === 'string' ? value : '';
    };
    return {
      headline: text('headline'),
      measure: text('measure'),
      targetOn: text('targetOn'),
      seenBy: text('seenBy') === 'me' ? 'me' : 'both',
    };
  } catch {
    return undefined;
  }
}
