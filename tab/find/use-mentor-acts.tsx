import { useState } from 'react';
import type { Api } from '../api.ts';
import type { FindPlace } from '../place.ts';
import { openChat, signIn } from '../teams.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import type { Go } from '../use-place.ts';
import type { PutAside } from './put-aside.ts';

export type MentorActs = {
  /** The mentor whose times are being looked for. */
  readonly booking?: string;
  readonly trouble?: Trouble;
  /** Once the bot cannot write: opens the chat, so that it can. */
  readonly needsChat: boolean;
  /** What was done last, for the live region. */
  readonly said: string;
  open(id: string): void;
  moreLike(id: string): void;
  putAside(id: string, name: string, because: PutAside[number]['because']): void;
  book(id: string, name: string): void;
  chat(): void;
  signIn(): void;
};

export function useMentorActs(given: {
  api: Api;
  appId: string;
  place: FindPlace;
  go: Go;
  putAside: PutAside;
  setPutAside: (changed: PutAside) => void;
}): MentorActs {
  const { api, appId, place, go, putAside, setPutAside } = given;
  const [booking, setBooking] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [needsChat, setNeedsChat] = useState(false);
  const [said, setSaid] = useState('');

  /** The times are written into the chat, which then opens: there they are chosen and booked. */
  async function book(id: string, name: string): Promise<void> {
    setBooking(id);
    setTrouble(undefined);
    setNeedsChat(false);
    try {
      const { inChat } = await api.timesInChat(id, place.criteria);
      setNeedsChat(!inChat);
      if (inChat) {
        setSaid(`Times with ${name} are in your chat with Mentoring.`);
        await openChat(appId);
      }
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    } finally {
      setBooking(undefined);
    }
  }

  return {
    ...(booking !== undefined && { booking }),
    ...(trouble && { trouble }),
    needsChat,
    said,
    open: mentorId => go({ ...place, mentorId }),
    moreLike: like => go({ page: 'find', criteria: [], like }),
    putAside(mentorId, name, because) {
      setPutAside([...putAside, { mentorId, ...(because && { because }) }].slice(-100));
      setSaid(`${name} is put aside.`);
      if (place.mentorId !== undefined) go(withoutMentor(place));
    },
    book: (id, name) => void book(id, name),
    chat: () => void openChat(appId),
    signIn: () => void signIn().catch(() => undefined),
  };
}

export function withoutMentor({ mentorId: _, ...place }: FindPlace): FindPlace {
  return place;
}
