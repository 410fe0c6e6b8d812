import { z } from 'zod';
import { isRefusal } from '../mentoring/refusal.ts';
import * as contract from './contract.ts';
import { type RouteRow, route } from './route.ts';
import * as shapes from './search-shapes.ts';
import { profileView, searchView } from './search-view.ts';
import type { TabSearch, TabSought } from './tab-search.ts';

const noBody = z.undefined();
const mentorParams = z.strictObject({ mentorId: shapes.mentorId });

/** Finding a mentor. A sentence travels in a body alone, and is in no answer but for words that were not understood. */
export function searchRoutes(tab: TabSearch): readonly RouteRow[] {
  return [
    route({
      method: 'POST',
      path: '/api/search',
      summary: 'Find mentors by a sentence, by criteria or like one',
      params: z.strictObject({}),
      body: shapes.searchRequest,
      answer: shapes.searchView,
      journey: async ({ who, body }) => {
        const found = await tab.search(who.actingFor, soughtBy(body));
        return isRefusal(found) ? found : searchView(found);
      },
    }),
    route({
      method: 'GET',
      path: '/api/mentors/:mentorId',
      summary: 'What others may see of a mentor',
      params: mentorParams,
      body: noBody,
      answer: shapes.profileView,
      journey: async ({ who, params }) => {
        const seen = await tab.seeProfile(who.actingFor, params.mentorId);
        return isRefusal(seen) ? seen : profileView(seen);
      },
    }),
    route({
      method: 'POST',
      path: '/api/mentors/:mentorId/times-in-chat',
      summary: 'Have the bot write to me when this mentor and I could meet',
      params: mentorParams,
      body: shapes.timesRequest,
      answer: contract.timesView,
      journey: ({ who, params, body }) =>
        tab.offerTimesInChat(who.actingFor, { profileId: params.mentorId, criteria: body.criteria }),
    }),
  ];
}

function soughtBy(body: z.output<typeof shapes.searchRequest>): TabSought {
  const putAside = body.putAside.map(({ mentorId, because }) => ({
    profileId: mentorId,
    ...(because && { because }),
  }));
  if ('sentence' in body) return { sentence: body.sentence, putAside };
  const { criteria, like, besides } = body;
  return { criteria, besides, putAside, ...(like !== undefined && { like }) };
}
