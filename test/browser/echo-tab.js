import { app, authentication, pages } from '@microsoft/teams-js';

const say = (id, text) => {
  const line = document.getElementById(id) ?? document.body.appendChild(document.createElement('p'));
  line.id = id;
  line.textContent = text;
};
const button = (title, press) => {
  const made = document.body.appendChild(document.createElement('button'));
  made.textContent = title;
  made.onclick = press;
};

await app.initialize([...location.ancestorOrigins]);
app.notifyAppLoaded();
const context = await app.getContext();
say('who', `${context.user.loginHint} ${context.user.id}`);
say('place', `at ${context.page.subPageId || 'home'}`);
say('theme', `theme ${context.app.theme}`);
app.registerOnThemeChangeHandler(theme => say('theme', `theme ${theme}`));
say('token', await authentication.getAuthToken());
button('Open the chat', () => pages.navigateToApp({ appId: 'mentoring', pageId: 'conversations' }));
button('Open a meeting', () =>
  pages.navigateToApp({ appId: 'mentoring', pageId: 'home', subPageId: 'meeting/7' }),
);
app.notifySuccess();
