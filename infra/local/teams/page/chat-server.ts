import type { Card } from '../activity.ts';
import type { ChatChange } from '../chat-log.ts';
import type { ListedPerson } from '../directory.ts';
import type { ChatOpened, PressOutcome } from '../page-api.ts';

export type LiveEvent = ChatOpened | ChatChange;

/** What the page asks of its own server, as one person. */
export type ChatServer = {
  say(text: string): Promise<boolean>;
  press(messageId: string, attachment: number, action: Card): Promise<PressOutcome>;
  signIn(messageId: string): Promise<boolean>;
  token(): Promise<string | undefined>;
  live(hear: (event: LiveEvent) => void, lost: () => void): void;
};

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

export async function listPeople(): Promise<readonly ListedPerson[]> {
  const answer = await fetch('/api/people');
  if (!answer.ok) throw new Error(`The list of people answered ${answer.status}`);
  return answer.json();
}

export function chatServer(as: string): ChatServer {
  return {
    say: async text => (await post<{ taken: boolean }>('/api/say', { as, text })).taken,
    press: (messageId, attachment, action) =>
      post<PressOutcome>('/api/press', { as, messageId, attachment, action }),
    signIn: async messageId =>
      (await post<{ signedIn: boolean }>('/api/sign-in', { as, messageId })).signedIn,
    token: async () => (await post<{ token?: string }>('/api/token', { as })).token,
    live(hear, lost) {
      let source: EventSource | undefined;
      const open = () => {
        source = new EventSource(`/api/live?as=${encodeURIComponent(as)}`);
        source.onmessage = event => hear(JSON.parse(event.data));
        source.onerror = lost;
      };
      // A browser holds six connections to one address: those behind other tabs let theirs go.
      document.addEventListener('visibilitychange', () => {
        source?.close();
        if (!document.hidden) open();
      });
      open();
    },
  };
}
