import { once } from 'node:events';
import { pdfkitContractPdf } from '../../bot/adapters/pdf/pdfkit-contract-pdf.ts';
import type { Listed } from '../../bot/http/home-view.ts';
import { type MeetingDecision, routes, type TabJourneys } from '../../bot/http/routes.ts';
import { type HttpDoor, httpServer, type Refused } from '../../bot/http/server.ts';
import { tabContracts } from '../../bot/http/tab-contracts.ts';
import type { ValidateTabToken } from '../../bot/http/who-is-asking.ts';
import { contractAsPdf } from '../../bot/journeys/contract-as-pdf.ts';
import type { Meeting, OwnMeeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { ContractDocument } from '../../bot/mentoring/contract/contract-document.ts';
import { type PersonId, samePerson } from '../../bot/mentoring/people/person.ts';
import type { Refusal } from '../../bot/mentoring/refusal.ts';
import { contractPorts } from './a-signed-contract.ts';
import { priya, sam, stranger } from './meetings.ts';
import { type MentorsOfTests, mentorsOfTests } from './mentors-of-tests.ts';

const contractPdf = pdfkitContractPdf();

const people: Readonly<Record<string, { person: PersonId; name: string }>> = {
  'Bearer sam': { person: sam, name: 'Sam Okoro' },
  'Bearer priya': { person: priya, name: 'Priya Varghese' },
  'Bearer stranger': { person: stranger, name: 'Jo Stranger' },
};

/** Tokens are the people's names here; `elsewhere` comes from a tenant that is not served. */
export const namesAsTokens: ValidateTabToken = async authorization => {
  const known = people[authorization ?? ''];
  if (known) return { ...known, actingFor: { person: known.person, graphToken: async () => 'graph' } };
  return { status: authorization === 'Bearer elsewhere' ? 404 : 401, why: 'test' };
};

export type TabDoor = {
  readonly url: string;
  /** What the journeys see; may be replaced between requests. */
  meetings: Meeting[];
  isMentor: boolean;
  unreachable: Listed['me']['unreachable'];
  /** Pairs that book sessions, and those that have asked for their times in the chat. */
  goingOn: Set<string>;
  readonly sessionsAskedFor: string[];
  now: number;
  /** Thrown by every journey while it is set. */
  failure: Error | undefined;
  /** By pair. Priya and Sam are its parties. */
  readonly contracts: Map<string, ContractDocument>;
  readonly decisions: MeetingDecision[];
  readonly reported: Refused[];
  /** The register that is searched. */
  readonly mentors: MentorsOfTests;
  close(): Promise<void>;
};

/** The real door over journeys that keep meetings in memory. */
export async function openTabDoor(changes: Partial<HttpDoor> = {}): Promise<TabDoor> {
  const state = {
    meetings: [] as Meeting[],
    isMentor: false,
    unreachable: undefined as Listed['me']['unreachable'],
    goingOn: new Set<string>(),
    sessionsAskedFor: [] as string[],
    now: Date.parse('2026-12-01T12:00:00Z'),
    failure: undefined as Error | undefined,
    contracts: new Map<string, ContractDocument>(),
    decisions: [] as MeetingDecision[],
    reported: [] as Refused[],
  };
  const mentors = mentorsOfTests(() => state.now);
  const unlessFailing =
    <A extends unknown[], T>(act: (...asked: A) => Promise<T>) =>
    async (...asked: A) => {
      if (state.failure) throw state.failure;
      return act(...asked);
    };
  const decide = (stage: Meeting['stage']) => async (asked: MeetingDecision) => {
    if (state.failure) throw state.failure;
    state.decisions.push(asked);
    return moved(state.meetings, asked, stage);
  };
  const pdfPorts = {
    contractPdf,
    async contractDocumentOf(who: PersonId, pairId: string) {
      const isParty = [priya, sam].some(person => samePerson(person, who));
      return (isParty && state.contracts.get(pairId)) || ({ refused: 'not found' } as const);
    },
  };
  const journeys: TabJourneys = {
    async listMeetings(who) {
      if (state.failure) throw state.failure;
      const name = Object.values(people).find(one => samePerson(one.person, who))?.name ?? '';
      const { isMentor, unreachable } = state;
      const { goingOn, meetings } = state;
      return { me: { name, isMentor, ...(unreachable ? { unreachable } : {}) }, meetings, goingOn };
    },
    acceptMeeting: decide('agreed'),
    cancelMeeting: decide('cancelled'),
    declineMeeting: decide('not now'),
    ...tabContracts(contractPorts(mentors.store, () => state.now)),
    search: unlessFailing(mentors.search.search),
    seeProfile: unlessFailing(mentors.search.seeProfile),
    offerTimesInChat: unlessFailing(mentors.search.offerTimesInChat),
    contractPdf: unlessFailing((by, pairId) => contractAsPdf(pdfPorts, { by, pairId })),
    offerSessionTimesInChat: unlessFailing(async (_who, pairId) => {
      if (!state.goingOn.has(pairId)) return { refused: 'not going on' as const };
      state.sessionsAskedFor.push(pairId);
      return { inChat: true };
    }),
    async answerAfterMeeting(asked) {
      if (state.failure) throw state.failure;
      state.decisions.push(asked);
      const index = state.meetings.findIndex(one => one.id === asked.meetingId);
      const meeting = state.meetings[index];
      if (!meeting?.after) return { refused: 'not found' };
      const answered: OwnMeeting = { ...meeting, mine: asked.answer };
      state.meetings[index] = answered;
      return answered;
    },
    ...mentors.reviews,
    now: async () => state.now,
  };
  const server = httpServer({
    routes: routes(journeys),
    validateTabToken: namesAsTokens,
    operations: {
      checks: { store: async () => true, signInKeys: async () => true },
      metrics: { text: async () => 'meetings 1\n', mayRead: async () => true },
    },
    report: refused => state.reported.push(refused),
    ...changes,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    await new Promise<void>(resolve => server.close(resolve));
    await mentors.close();
  };
  return Object.assign(state, { mentors, url: `http://127.0.0.1:${server.address().port}`, close });
}

function moved(meetings: Meeting[], asked: MeetingDecision, stage: Meeting['stage']): Meeting | Refusal {
  const index = meetings.findIndex(one => one.id === asked.meetingId && one.pairId === asked.pairId);
  const meeting = meetings[index];
  if (!meeting) return { refused: 'not found' };
  const iAm = [meeting.mentee, meeting.mentor].findIndex(party => samePerson(party.person, asked.who.person));
  if (iAm < 0) return { refused: 'not found' };
  const by = iAm === 0 ? 'mentee' : 'mentor';
  const changed: Meeting = { ...meeting, stage, ...(stage === 'cancelled' && { cancelledBy: by }) };
  meetings[index] = changed;
  return changed;
}
