import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands } from '../../bot/conversation/typed-words.ts';
import { placeOf } from '../../tab/place.ts';
import { aPackage } from './a-package.ts';

describe('the manifest and the product', () => {
  const { manifest } = aPackage();

  it('lists only commands that the bot takes, each answered by one of its commands', () => {
    const titles = manifest.bots.flatMap(bot => bot.commandLists.flatMap(list => list.commands));
    assert.ok(titles.length >= 5);
    for (const { title } of titles) {
      const answering = commands.filter(({ words }) => words.test(title.toLowerCase()));
      assert.equal(answering.length, 1, title);
    }
  });

  it('has the tab that links into the product lead to', () => {
    const leadsTo = /teams\.microsoft\.com\/l\/entity\/\$\{config\.tab\.clientId\}\/(\w+)/.exec(
      readFileSync('bot/compose.ts', 'utf8'),
    );
    assert.ok(leadsTo?.[1]);
    const tab = manifest.staticTabs.find(({ entityId }) => entityId === leadsTo[1]);
    assert.equal(URL.parse(tab?.contentUrl ?? '')?.pathname, '/tab/');
    assert.equal(placeOf(tab?.entityId).page, 'home');
  });
});
