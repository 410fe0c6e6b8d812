import assert from 'node:assert/strict';
import { againstSchema } from '../../manifest/against-schema.ts';
import { checkPackage } from '../../manifest/check-package.ts';
import { decodePng, encodePng } from '../../manifest/png.ts';
import { aPackage, project, said } from './a-package.ts';

describe('the rules of the Teams package', () => {
  it('find nothing wrong with the project’s own, with or without the activity feed', () => {
    assert.deepEqual(checkPackage(aPackage()), []);
    assert.deepEqual(checkPackage(aPackage({ activityFeed: true })), []);
  });

  describe('M-01, a public schema', () => {
    it('M-01: refuses what breaks Microsoft’s schema, saying where', () => {
      const broken = aPackage({
        instead: { '"accentColor": "#005EB8"': '"accentColor": "blue", "colour": 1' },
      });
      assert.deepEqual(
        said('M-01', broken).map(sentence => /at (\S+): it (must NOT|must match)/.exec(sentence)?.slice(1)),
        [
          ['/', 'must NOT'],
          ['/accentColor', 'must match'],
        ],
      );
    });

    it('M-01: refuses a preview, and another version than the one it was checked against', () => {
      for (const other of ['devPreview', '1.16', '1.30']) {
        const sentences = said('M-01', aPackage({ instead: { '"1.25"': `"${other}"` } }));
        assert.ok(sentences.some(each => each.startsWith(`manifestVersion is ${other}`)));
      }
    });

    it('M-01: would fit the newest schema too, once tenants take it', () => {
      const { entries } = aPackage();
      const manifest = JSON.parse(String(entries[0]?.data));
      assert.deepEqual(againstSchema('teams-1.30', { ...manifest, manifestVersion: '1.30' }), []);
    });
  });

  describe('M-02, limits', () => {
    const help = '{ "title": "Help", "description": "What you can ask, with examples" }';

    it('M-02: refuses more than 12 commands, one over 32 characters and one listed twice', () => {
      const many = Array.from({ length: 8 }, (_, at) => help.replace('Help', `Help ${at}`)).join();
      assert.deepEqual(said('M-02', aPackage({ instead: { [help]: many } })), [
        'A list has more than 12 commands.',
      ]);
      const long = help.replace('Help', 'Help with everything that you can do');
      assert.match(String(said('M-02', aPackage({ instead: { [help]: long } }))), /over 32 characters/);
      assert.deepEqual(said('M-02', aPackage({ instead: { [help]: `${help}, ${help}` } })), [
        'A command is listed twice.',
      ]);
    });

    it('M-02: refuses a second bot and any scope but the personal one', () => {
      const second = '"bots": [{ "botId": "3f9b2c7d-0d52-4b8f-8e16-7a4e9c315a60", "scopes": ["personal"] },';
      assert.deepEqual(said('M-02', aPackage({ instead: { '"bots": [': second } })), [
        'There is more than one bot.',
      ]);
      const wider = '"scopes": ["personal", "team"],\n      "isNotificationOnly"';
      const narrow = '"scopes": ["personal"],\n      "isNotificationOnly"';
      assert.deepEqual(said('M-02', aPackage({ instead: { [narrow]: wider } })), [
        'The bot is not in personal scope alone.',
      ]);
    });
  });

  describe('M-03, icons', () => {
    const [colour, outline] = project.files;
    const changed = (name: string, change: (pixels: Uint8Array, width: number) => void) =>
      aPackage({
        files: project.files.map(file => {
          const picture = file.name === name ? decodePng(file.data) : undefined;
          if (!picture) return file;
          change(picture.pixels, picture.width);
          return { name, data: encodePng(picture) };
        }),
      });

    it('M-03: refuses another size, and what is no PNG', () => {
      assert.ok(colour && outline);
      const swapped = [
        { name: 'color.png', data: outline.data },
        { name: 'outline.png', data: colour.data },
      ];
      assert.deepEqual(said('M-03', aPackage({ files: swapped })), [
        'color.png is not a PNG of 192 by 192 pixels.',
        'outline.png is not a PNG of 32 by 32 pixels.',
      ]);
      const noPicture = [{ name: 'color.png', data: Buffer.from('GIF89a') }, outline];
      assert.deepEqual(said('M-03', aPackage({ files: noPicture })), [
        'color.png is not a PNG of 192 by 192 pixels.',
      ]);
    });

    it('M-03: refuses one pixel of the outline that is not white', () => {
      const tinted = changed('outline.png', pixels => pixels.set([255, 255, 254, 255], 4 * (16 * 32 + 1)));
      assert.deepEqual(said('M-03', tinted), ['outline.png has a colour beside white.']);
    });

    it('M-03: refuses padding around the outline, and an outline that shows nothing', () => {
      const padded = changed('outline.png', (pixels, width) => pixels.fill(0, 0, 4 * width));
      assert.deepEqual(said('M-03', padded), ['outline.png has padding around it.']);
      const empty = changed('outline.png', pixels => pixels.fill(0));
      assert.ok(said('M-03', empty).includes('outline.png shows nothing.'));
    });
  });

  describe('M-05, names and words', () => {
    const named = (name: string) => aPackage({ instead: { '"short": "Mentoring"': `"short": "${name}"` } });

    it('M-05: refuses a name of Microsoft’s, and that of a part of Teams', () => {
      assert.match(String(said('M-05', named('Mentoring for Teams'))), /a name of Microsoft's/);
      assert.match(String(said('M-05', named('Calendar'))), /that of a part of Teams/);
    });

    it('M-05: refuses a short description of two sentences, and one that says "app"', () => {
      const short = 'Find a mentor, book a first meeting into both calendars, and keep it going.';
      const told = (words: string) => said('M-05', aPackage({ instead: { [short]: words } }));
      assert.deepEqual(told('Find a mentor. Meet.'), ['The short description is not one sentence.']);
      assert.deepEqual(told('An app to find a mentor.'), ['The short description says "app".']);
    });

    it('M-05: refuses too many words, "Office 365", "MS" and a first "Teams" without "Microsoft"', () => {
      const start = 'Staff of health and care organisations';
      const told = (words: string) => said('M-05', aPackage({ instead: { [start]: words } }));
      assert.deepEqual(told('words '.repeat(500)), ['The long description is over 500 words.']);
      assert.deepEqual(told('Staff with Office 365'), [
        'A description says "Office 365": it is Microsoft 365.',
      ]);
      assert.deepEqual(told('Staff with MS tools'), ['A description shortens the name of Microsoft.']);
      assert.deepEqual(told('In Teams staff'), [
        'The long description names Teams first without "Microsoft".',
      ]);
    });
  });

  describe('M-06, valid domains', () => {
    it('M-06: refuses wildcards, tunnels, shared hosts, and what is no host name', () => {
      const told = (host: string) => said('M-06', aPackage({ values: { APP_HOST: host } }));
      assert.match(String(told('*.azurewebsites.net')), /stands for hosts of other people/);
      assert.match(String(told('abc.ngrok.io')), /is a tunnel/);
      assert.match(String(told('abc-3978.uks1.devtunnels.ms')), /is a tunnel/);
      assert.match(String(told('azurewebsites.net')), /is shared/);
      assert.match(String(told('127.0.0.1')), /is no public host name/);
      assert.match(String(told('mentoring.example.nhs.uk:8080')), /is no public host name/);
    });

    it('M-06: refuses a tab on another host, and a bot whose sign-in card could not open', () => {
      const elsewhere = aPackage({
        instead: { 'https://${{APP_HOST}}/tab/': 'https://elsewhere.example/tab/' },
      });
      assert.deepEqual(said('M-06', elsewhere), [
        'The tab home is on elsewhere.example, which is not a valid domain.',
      ]);
      const closed = aPackage({ instead: { ', "token.botframework.com"': '' } });
      assert.match(String(said('M-06', closed)), /token\.botframework\.com is missing/);
    });
  });

  describe('M-07, pages and single sign-on', () => {
    it('M-07: refuses a page without https and one behind a sign-in', () => {
      const told = (url: string) => said('M-07', aPackage({ values: { PRIVACY_URL: url } }));
      assert.deepEqual(told('http://www.example.nhs.uk/privacy'), ['privacyUrl is not an https address.']);
      assert.deepEqual(told('https://localhost/privacy'), ['privacyUrl is not an https address.']);
      assert.match(String(told('https://trust.sharepoint.com/privacy')), /needs a sign-in/);
    });

    it('M-07: refuses a package without single sign-on, or with the address of another app', () => {
      const without = aPackage({ instead: { '"webApplicationInfo"': '"webAppInfo"' } });
      assert.match(String(said('M-07', without)), /no id or no resource/);
      const other = aPackage({ instead: { 'api://${{APP_HOST}}/botid-': 'api://botid-' } });
      assert.match(
        String(said('M-07', other)),
        /resource is not api:\/\/mentoring-dev\.example\.nhs\.uk\/botid-/,
      );
    });
  });
});
