import { z } from 'zod';
import type { KeepGoal } from '../journeys/keep-goal.ts';
import type { ProposeContract } from '../journeys/propose-contract.ts';
import type { RemoveGoal } from '../journeys/remove-goal.ts';
import type { SaveField } from '../journeys/save-field.ts';
import type { SeenContract } from '../journeys/see-contract.ts';
import type { SignContract } from '../journeys/sign-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { CommentRecord } from '../records/contract-record.ts';
import * as shapes from './contract-shapes.ts';
import { commentView, contractView } from './contract-view.ts';
import { type RouteRow, route } from './route.ts';

type Pair = { readonly pairId: string };
type Decided = Pair & { readonly opId: string };
type Seen = Promise<SeenContract | Refusal>;

/** What the tab can do with a contract. Anyone outside the pair is refused with "not found". */
export type TabContracts = {
  seeContract(who: PersonId, asked: Pair): Seen;
  saveField(who: PersonId, asked: SaveField): Seen;
  commentOnField(
    who: PersonId,
    asked: Pair & { readonly fieldId: string; readonly text: string },
  ): Promise<CommentRecord | Refusal>;
  keepGoal(who: PersonId, asked: KeepGoal): Seen;
  removeGoal(who: PersonId, asked: RemoveGoal): Seen;
  proposeContract(who: ActingFor, asked: ProposeContract): Seen;
  takeBackProposal(who: PersonId, asked: Decided): Seen;
  signContract(who: ActingFor, asked: SignContract): Seen;
  amendContract(who: PersonId, asked: Decided): Seen;
  dropAmendment(who: PersonId, asked: Decided): Seen;
  eraseOwnPart(who: PersonId, asked: Decided): Seen;
};

const id = z.string().regex(/^[\w.~-]{1,100}$/);
const ofPair = z.strictObject({ pairId: id });
const ofField = z.strictObject({ pairId: id, fieldId: id });
const ofGoal = z.strictObject({ pairId: id, goalId: id });
const base = '/api/contracts/:pairId';

export function contractRoutes(journeys: TabContracts): readonly RouteRow[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The contract of a pair, as one of the two sees it',
      params: ofPair,
      body: z.undefined(),
      answer: shapes.contractView,
      journey: async ({ who, params }) => viewed(journeys.seeContract(who.person, params)),
    }),
    route({
      method: 'POST',
      path: `${base}/fields/:fieldId`,
      summary: 'What a field of the draft says',
      params: ofField,
      body: shapes.fieldChange,
      answer: shapes.contractView,
      needsIfMatch: true,
      journey: async ({ who, params, body, ifMatch }) =>
        viewed(journeys.saveField(who.person, { ...params, ...body, ifMatch })),
    }),
    route({
      method: 'POST',
      path: `${base}/fields/:fieldId/comments`,
      summary: 'Say something to the other about a field',
      params: ofField,
      body: shapes.newComment,
      answer: shapes.commentView,
      journey: async ({ who, params, body }) => {
        const said = await journeys.commentOnField(who.person, { ...params, ...body });
        return isRefusal(said) ? said : commentView(said, said.by);
      },
    }),
    ...goalRoutes(journeys),
    route({
      method: 'POST',
      path: `${base}/propose`,
      summary: 'Freeze the draft as a version for both to sign',
      params: ofPair,
      body: shapes.proposal,
      answer: shapes.contractView,
      journey: async ({ who, params, body }) =>
        viewed(journeys.proposeContract(who.actingFor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      path: `${base}/sign`,
      summary: 'Sign the version that was read',
      params: ofPair,
      body: shapes.signing,
      answer: shapes.contractView,
      journey: async ({ who, params, body }) =>
        viewed(journeys.signContract(who.actingFor, { ...params, ...body })),
    }),
    decided('take-back', 'Open what was proposed for changes again', journeys.takeBackProposal),
    decided('amend', 'Begin a change of the contract', journeys.amendContract),
    decided('drop-amendment', 'Leave the contract as it is', journeys.dropAmendment),
    decided('erase', 'Take out my own part of a contract that has ended', journeys.eraseOwnPart),
  ];
}

function goalRoutes(journeys: TabContracts): readonly RouteRow[] {
  const kept = ({ targetOn, ...rest }: z.output<typeof shapes.goalChange>): KeepGoal['goal'] => ({
    ...rest,
    ...(targetOn ? { targetOn } : {}),
  });
  return [
    route({
      method: 'POST',
      path: `${base}/goals`,
      summary: 'A new goal, shared or only mine',
      params: ofPair,
      body: shapes.goalChange,
      answer: shapes.contractView,
      journey: async ({ who, params, body }) =>
        viewed(journeys.keepGoal(who.person, { ...params, goal: kept(body) })),
    }),
    route({
      method: 'POST',
      path: `${base}/goals/:goalId`,
      summary: 'Change a goal, and who sees it',
      params: ofGoal,
      body: shapes.goalChange,
      answer: shapes.contractView,
      needsIfMatch: true,
      journey: async ({ who, params, body, ifMatch }) =>
        viewed(journeys.keepGoal(who.person, { ...params, goal: kept(body), ifMatch })),
    }),
    route({
      method: 'POST',
      path: `${base}/goals/:goalId/remove`,
      summary: 'Take a goal away',
      params: ofGoal,
      body: shapes.goalRemoval,
      answer: shapes.contractView,
      needsIfMatch: true,
      journey: async ({ who, params, ifMatch }) =>
        viewed(journeys.removeGoal(who.person, { ...params, ifMatch })),
    }),
  ];
}

function decided(verb: string, summary: string, decide: (who: PersonId, asked: Decided) => Seen): RouteRow {
  return route({
    method: 'POST',
    path: `${base}/${verb}`,
    summary,
    params: ofPair,
    body: shapes.contractDecision,
    answer: shapes.contractView,
    journey: async ({ who, params, body }) => viewed(decide(who.person, { ...params, ...body })),
  });
}

async function viewed(seen: Seen): Promise<shapes.ContractView | Refusal> {
  const contract = await seen;
  return isRefusal(contract) ? contract : contractView(contract);
}
