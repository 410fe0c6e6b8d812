import { graphCalendar } from '../../../bot/adapters/graph/graph-calendar.ts';
import { calendarContract } from '../../contracts/calendar.ts';
import { aLocalPerson, localGraphWorld } from './local-graph-world.ts';

calendarContract('Graph over HTTP', async () => {
  const sam = aLocalPerson('Sam Okoro');
  const priya = aLocalPerson('Priya Varghese');
  const hidden = (['none', 'on-premises'] as const).map(mailbox =>
    aLocalPerson(`With ${mailbox}`, { mailbox }),
  );
  const elsewhere = aLocalPerson('Lee Elsewhere', {
    tenantId: '7c9f0f7e-8a0e-4f3e-9d5a-1f2e3d4c5b6a',
    mailbox: 'other-tenant',
  });
  const graph = await localGraphWorld([sam, priya, ...hidden, elsewhere]);
  return {
    calendar: graphCalendar(graph.client),
    mentee: { as: graph.as(sam), address: sam.email, name: sam.name },
    mentor: { as: graph.as(priya), address: priya.email, name: priya.name },
    hidden: [...hidden, elsewhere].map(person => person.email),
    close: graph.close,
  };
});
