import './styles/theme.css';
import './styles/base.css';
import './styles/header.css';
import './styles/sides.css';
import './styles/shell.css';
import './styles/narrow.css';
import './styles/chat.css';
import './styles/card.css';
import './styles/people.css';
import { chatPane } from './chat-pane.ts';
import { chatServer, listPeople } from './chat-server.ts';
import { linkOpener } from './link-opener.ts';
import { peoplePage } from './people-page.ts';
import { shell } from './shell.ts';
import { type TabPane, tabPane } from './tab-pane.ts';
import { applyChosenTheme, currentTheme } from './theme.ts';

applyChosenTheme();

const as = new URL(location.href).searchParams.get('as') ?? undefined;
const people = await listPeople();
const me = people.find(person => person.email.toLowerCase() === as?.toLowerCase());

if (me) {
  const server = chatServer(me.email);
  let tab: TabPane | undefined;
  let tabOpen = false;
  const openTab = (subPageId?: string) => {
    frame.show('tab');
    tab?.open(subPageId);
    tabOpen = true;
  };
  const openLink = linkOpener({ openTab, openChat: () => frame.show('chat') });
  const chat = chatPane(server, openLink, message => frame.latest(message));
  const tabHolder = document.createElement('div');
  tabHolder.className = 'tab-holder';
  const frame = shell(me, [chat.element, tabHolder], {
    themeChanged: theme => tab?.themeChanged(theme),
    shown(view) {
      if (view === 'chat' || tabOpen || !tab) return;
      tab.open();
      tabOpen = true;
    },
  });
  document.body.replaceChildren(frame.element);
  document.title = `${me.name} | Teams on this machine`;
  server.live(event => {
    chat.hear(event);
    if (event.kind !== 'opened' || tab) return;
    tab = tabPane({
      tabUrl: event.tabUrl,
      me,
      theme: currentTheme,
      token: server.token,
      openLink,
      openChat: () => frame.show('chat'),
    });
    tabHolder.append(tab.element);
    frame.show('both');
    chat.focus();
  }, chat.lost);
} else document.body.replaceChildren(peoplePage(people, as));
