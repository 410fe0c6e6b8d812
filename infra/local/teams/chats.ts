import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { attachmentSchema, suggestionSchema } from './activity.ts';
import { type TeamsPersona, teamsUserId } from './bot-door.ts';
import { type ChatLog, type Conversation, chatLog } from './chat-log.ts';
import type { ConnectorWorld } from './connector.ts';

export type Chats = {
  readonly log: ChatLog;
  readonly world: ConnectorWorld;
  conversationOf(person: TeamsPersona): Conversation;
  /** True for the first caller only: the app is then installed for this person. */
  install(person: TeamsPersona): boolean;
  /** The bot was not reached: the next opening tries again. */
  forgetInstall(person: TeamsPersona): void;
  close(): void;
};

const keptSchema = z.object({
  installed: z.array(z.object({ objectId: z.string(), tenantId: z.string(), name: z.string() })),
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        id: z.string(),
        author: z.enum(['bot', 'person']),
        text: z.string(),
        textFormat: z.string(),
        attachments: z.array(attachmentSchema),
        layout: z.enum(['list', 'carousel']),
        suggestions: z.array(suggestionSchema),
        sentAt: z.string(),
        edited: z.boolean(),
      }),
    ),
  ),
});

const saveAfterMs = 200;

/** Every personal chat, kept in one file that its owner alone can read, so that a restart shows them again. */
export function chatsIn(dataDir: string): Chats {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'teams-chats.json');
  const kept = existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  const log = chatLog(new Map(Object.entries(kept?.messages ?? {})));
  const installed = new Map((kept?.installed ?? []).map(person => [idOf(person), person]));
  let timer: NodeJS.Timeout | undefined;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = { installed: [...installed.values()], messages: Object.fromEntries(log.all()) };
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const saveSoon = () => {
    timer ??= setTimeout(save, saveAfterMs);
  };
  const stop = log.watch(change => {
    if (change.kind !== 'typing') saveSoon();
  });

  return {
    log,
    world: {
      log,
      members(conversationId) {
        const person = installed.get(conversationId);
        const member = (someone: TeamsPersona) => ({
          ...someone,
          id: teamsUserId(someone.objectId),
          aadObjectId: someone.objectId,
        });
        return person && [member(person)];
      },
      personalConversation: (memberId, tenantId) =>
        [...installed].find(
          ([, person]) => teamsUserId(person.objectId) === memberId && person.tenantId === tenantId,
        )?.[0],
    },
    conversationOf: person => ({ id: idOf(person), type: 'personal', tenantId: person.tenantId }),
    install({ objectId, tenantId, name }) {
      const id = idOf({ objectId });
      if (installed.has(id)) return false;
      installed.set(id, { objectId, tenantId, name });
      saveSoon();
      return true;
    },
    forgetInstall(person) {
      installed.delete(idOf(person));
      saveSoon();
    },
    close() {
      stop();
      if (timer) save();
    },
  };
}

function idOf(person: Pick<TeamsPersona, 'objectId'>): string {
  return `a:${person.objectId}`;
}
