import './review.css';
import { Body1, Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ManagerNoteView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import { openMeeting } from '../teams.ts';
import { chatWith } from './chat-with.ts';
import type { OtherPageProps } from './other-pages.ts';
import { PartPage } from './part-page.tsx';
import { usePart } from './use-part.ts';

/** A note to copy, or to open as a chat with one's manager. Nothing is sent from here. */
export function ManagerNotePage({ api, contract, changed, back }: OtherPageProps) {
  const part = usePart<ManagerNoteView>({ api, pairId: contract.pairId, path: '/manager-note', changed });
  return (
    <PartPage title="Tell your manager" part={part} back={back}>
      {({ text }) => <Note text={text} />}
    </PartPage>
  );
}

function Note({ text }: { text: string }) {
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const link = chatWith(address, text);
  const open = () => {
    setWrong(link === undefined);
    if (link !== undefined) void openMeeting(link);
  };
  const copy = () => {
    const taken = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('No clipboard'));
    void taken.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Section title="The note" isMain>
      <div className="draft-fields">
        <Body1 as="p" className="as-written">
          {text}
        </Body1>
        <Body1 as="p" className="subtle">
          It says that you have a mentor and the time agreed, and nothing else. A manager is told, not asked.
        </Body1>
        <div className="actions">
          <Button onClick={copy}>Copy the note</Button>
        </div>
        <Field
          label="Your manager’s work e-mail address"
          {...(isWrong && { validationMessage: 'Write an e-mail address, such as sam@example.nhs.uk.' })}
        >
          <Input type="email" value={address} onChange={(_, { value }) => setAddress(value)} />
        </Field>
        <div className="actions">
          <Button appearance="primary" onClick={open}>
            Open a chat with it
          </Button>
        </div>
        <div role="status">{isCopied && <Body1>Copied. Paste it where you like.</Body1>}</div>
      </div>
    </Section>
  );
}
