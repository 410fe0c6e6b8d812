import type { IncomingMessage, ServerResponse } from 'node:http';
import { activitySchema, isRecord } from './activity.ts';
import type { ChatLog } from './chat-log.ts';
import { readJson, sendJson } from './json-http.ts';

/** Who is in a conversation, as a bot may ask. `undefined`: no such conversation. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly objectId: string;
  readonly tenantId: string;
};

export type ConnectorWorld = {
  readonly log: ChatLog;
  members(conversationId: string): readonly Member[] | undefined;
  /** The personal conversation of somebody, opened when it is not there yet. */
  personalConversation(memberId: string, tenantId: string): string | undefined;
};

const path = /^\/v3\/conversations(?:\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/]+))?)?\/?$/;

type Reply = { readonly status: number; readonly body: unknown };

const refuse = (status: number, code: string): Reply => ({
  status,
  body: { error: { code, message: code } },
});

async function activities(
  world: ConnectorWorld,
  req: IncomingMessage,
  conversationId: string,
  activityId: string | undefined,
): Promise<Reply> {
  if (!world.members(conversationId)) return refuse(404, 'ConversationNotFound');
  if (req.method === 'DELETE' && activityId)
    return world.log.remove(conversationId, activityId)
      ? { status: 200, body: {} }
      : refuse(404, 'ActivityNotFoundInConversation');
  const parsed = activitySchema.safeParse(await readJson(req));
  if (!parsed.success) return refuse(400, 'BadSyntax');
  if (req.method === 'PUT' && activityId) {
    const updated = world.log.update(conversationId, activityId, parsed.data);
    return updated
      ? { status: 200, body: { id: updated.id } }
      : refuse(404, 'ActivityNotFoundInConversation');
  }
  if (req.method !== 'POST') return refuse(405, 'MethodNotAllowed');
  const { id: _ownId, ...activity } = parsed.data;
  return { status: 201, body: { id: world.log.post(conversationId, 'bot', activity).id } };
}

function members(world: ConnectorWorld, conversationId: string, memberId?: string): Reply {
  const all = world.members(conversationId);
  if (!all) return refuse(404, 'ConversationNotFound');
  if (memberId === undefined) return { status: 200, body: all };
  const member = all.find(each => each.id === memberId || each.aadObjectId === memberId);
  return member ? { status: 200, body: member } : refuse(404, 'MemberNotFoundInConversation');
}

function pagedMembers(world: ConnectorWorld, conversationId: string): Reply {
  const all = world.members(conversationId);
  return all ? { status: 200, body: { members: all } } : refuse(404, 'ConversationNotFound');
}

async function openConversation(world: ConnectorWorld, req: IncomingMessage): Promise<Reply> {
  const asked = await readJson(req);
  const [first]: readonly unknown[] = isRecord(asked) && Array.isArray(asked.members) ? asked.members : [];
  const memberId = isRecord(first) ? first.id : undefined;
  const tenantId = isRecord(asked) ? asked.tenantId : undefined;
  if (typeof memberId !== 'string' || typeof tenantId !== 'string') return refuse(400, 'BadSyntax');
  const id = world.personalConversation(memberId, tenantId);
  return id === undefined ? refuse(403, 'ForbiddenOperationException') : { status: 201, body: { id } };
}

/** The Bot Framework connector's routes below a serviceUrl; false when the path is none of them. */
export async function connectorRoute(
  world: ConnectorWorld,
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const found = path.exec(pathname);
  if (!found) return false;
  const [conversationId, kind, item] = found.slice(1).map(part => part && decodeURIComponent(part));
  const reply = !conversationId
    ? await openConversation(world, req)
    : kind === 'activities'
      ? await activities(world, req, conversationId, item)
      : kind === 'members'
        ? members(world, conversationId, item)
        : pagedMembers(world, conversationId);
  sendJson(res, reply.status, reply.body);
  return true;
}
