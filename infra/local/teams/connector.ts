import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { activitySchema, isRecord } from './activity.ts';
import type { ChatLog } from './chat-log.ts';
import type { ConnectorFault, ConnectorFaults } from './connector-faults.ts';
import { readJson, sendJson } from './json-http.ts';
import type { TeamsLimits } from './limits.ts';

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
  /** Absent: nothing is refused for being too much. */
  readonly limits?: TeamsLimits;
  readonly faults?: ConnectorFaults;
};

const path = /^\/v3\/conversations(?:\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/]+))?)?\/?$/;

type Reply = { readonly status: number; readonly body: unknown; readonly retryAfter?: number };

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

function tooMuch(world: ConnectorWorld, conversationId: string): Reply | undefined {
  const [member] = world.members(conversationId) ?? [];
  const waitMs = member && world.limits?.refusal(member.tenantId, conversationId);
  if (waitMs === undefined) return undefined;
  return { ...refuse(429, 'TooManyRequests'), retryAfter: Math.ceil(waitMs / 1000) };
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
  const fault = world.faults?.take(req.method ?? '', conversationId);
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
  if (fault && !fault.afterwards && failed(res, fault)) return true;
  const reply = await served(world, req, conversationId, kind, item);
  if (fault?.afterwards && failed(res, fault)) return true;
  answer(res, reply);
  return true;
}

async function served(
  world: ConnectorWorld,
  req: IncomingMessage,
  conversationId: string | undefined,
  kind: string | undefined,
  item: string | undefined,
): Promise<Reply> {
  if (!conversationId) return openConversation(world, req);
  if (kind === 'members') return members(world, conversationId, item);
  if (kind !== 'activities') return pagedMembers(world, conversationId);
  return tooMuch(world, conversationId) ?? activities(world, req, conversationId, item);
}

/** False where the fault is a delay alone. */
function failed(res: ServerResponse, { drop, status, body, retryAfter }: ConnectorFault): boolean {
  if (drop) res.destroy();
  else if (status !== undefined) {
    const refused = refuse(status, 'Refused');
    answer(res, { status, body: body ?? refused.body, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }
  return drop === true || status !== undefined;
}

function answer(res: ServerResponse, { status, body, retryAfter }: Reply): void {
  if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter));
  sendJson(res, status, body);
}
