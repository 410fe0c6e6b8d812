import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';

const longest = 2000;

/** What somebody looks for, in their own words. They stay in the field, whatever comes of it. */
export function SearchBox({ search }: { search: (sentence: string) => void }) {
  const [sentence, setSentence] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    const asked = sentence.trim();
    setIsEmpty(asked === '');
    if (asked === '') document.getElementById('what-you-need')?.focus();
    else search(asked);
  }

  return (
    <form className="search-box" onSubmit={submit}>
      <Field
        label="What would you like from a mentor?"
        hint="In your own words. We do not keep them."
        {...(isEmpty && { validationMessage: 'Write a few words about what you need.' })}
      >
        <Textarea
          id="what-you-need"
          value={sentence}
          maxLength={longest}
          resize="vertical"
          placeholder="For example: I want to move into management, near Leeds, Thursdays are best"
          onChange={(_, { value }) => setSentence(value)}
          onKeyDown={event => event.key === 'Enter' && !event.shiftKey && submit(event)}
        />
      </Field>
      <Button appearance="primary" type="submit">
        Find mentors
      </Button>
    </form>
  );
}
