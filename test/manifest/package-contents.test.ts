import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { environmentValues } from '../../manifest/environment-values.ts';
import { placeholdersOf } from '../../manifest/fill.ts';
import type { PackageParts } from '../../manifest/package-parts.ts';
import { digestOf } from '../../manifest/version-digest.ts';
import { aPackage, devValues, project, said } from './a-package.ts';
import { readZip } from './read-zip.ts';

describe('what is in the Teams package', () => {
  describe('M-04, the zip', () => {
    it('M-04: holds the manifest and both icons at its root, each as it went in', () => {
      const { bytes, entries } = aPackage();
      assert.deepEqual(
        readZip(bytes).map(({ name }) => name),
        ['manifest.json', 'color.png', 'outline.png'],
      );
      assert.deepEqual(readZip(bytes), entries);
    });

    it('M-04: is the same to the byte when it is made again', () => {
      assert.ok(aPackage().bytes.equals(aPackage().bytes));
    });

    it('M-04: refuses a file that does not belong, one in a folder, one that is missing, and 5 MB', () => {
      const [colour, outline] = project.files;
      assert.ok(colour && outline);
      const extra = { name: 'docs/notes.txt', data: Buffer.from('notes') };
      assert.deepEqual(said('M-04', aPackage({ files: [colour, outline, extra] })), [
        'docs/notes.txt does not belong in the package.',
        'docs/notes.txt is not at the root of the package.',
      ]);
      assert.deepEqual(said('M-04', aPackage({ files: [colour] })), ['outline.png is not in the package.']);
      const heavy = { name: 'color.png', data: Buffer.alloc(5 * 1024 * 1024) };
      assert.deepEqual(said('M-04', aPackage({ files: [heavy, outline] })), ['The package is 5 MB or more.']);
    });

    it('M-04: refuses bytes that are not those of its files', () => {
      const parts = aPackage();
      const bytes = Buffer.from(parts.bytes);
      bytes.writeUInt16LE(0x5975, 12);
      assert.deepEqual(said('M-04', { ...parts, bytes }), [
        'The package is not the same when it is made again.',
      ]);
    });
  });

  describe('M-08, ids', () => {
    it('M-08: refuses an id written into the template, a value that is missing and an id of zeros', () => {
      const written = aPackage({
        instead: { '"id": "${{TEAMS_APP_ID}}"': `"id": "${devValues.TEAMS_APP_ID}"` },
      });
      assert.match(String(said('M-08', written)), /is written into the template/);
      assert.ok(
        said('M-08', aPackage({ values: { APP_HOST: '' } })).includes(
          'APP_HOST has no value for this environment.',
        ),
      );
      const zeros = '00000000-0000-0000-0000-000000000000';
      assert.ok(said('M-08', aPackage({ values: { BOT_ID: zeros } })).includes('An id is all zeros.'));
    });

    it('M-08: refuses an app id that links would not find, and one registration for bot and sign-in', () => {
      const { BOT_ID = '', TAB_CLIENT_ID = '' } = devValues;
      assert.match(
        String(said('M-08', aPackage({ values: { TEAMS_APP_ID: BOT_ID } }))),
        /links into the tab/,
      );
      assert.match(
        String(said('M-08', aPackage({ values: { BOT_ID: TAB_CLIENT_ID } }))),
        /two registrations/,
      );
    });

    it('M-08: finds every placeholder in every environment', () => {
      const environments = readdirSync('env').map(file => file.replace('.env.', ''));
      assert.ok(environments.length >= 3);
      for (const name of environments) {
        const values = environmentValues(name, {}) ?? {};
        assert.deepEqual(
          placeholdersOf(project.template).filter(each => !(each in values)),
          [],
          name,
        );
      }
    });
  });

  describe('M-09, languages and versions', () => {
    const french = {
      name: 'fr.json',
      data: Buffer.from('{"name.short":"Mentorat","description.short":"x","description.full":"y"}'),
    };
    const inFrench = (file = french) =>
      aPackage({
        instead: {
          '"defaultLanguageTag": "en-gb"':
            '"defaultLanguageTag": "en-gb", "additionalLanguages": [{ "languageTag": "fr", "file": "fr.json" }]',
        },
        files: [...project.files, file],
      });
    const atTheSameVersion = (sentence: string) => sentence.startsWith('The manifest or an icon changed');

    it('M-09: refuses a translation that breaks Microsoft’s schema, and takes one that does not', () => {
      const broken = { name: 'fr.json', data: Buffer.from('{"name.short":1}') };
      assert.ok(said('M-09', inFrench(broken)).some(each => each.startsWith('fr: It breaks the schema')));
      assert.deepEqual(
        said('M-09', inFrench()).filter(each => !atTheSameVersion(each)),
        [],
      );
      assert.deepEqual(said('M-04', inFrench()), []);
    });

    it('M-09: refuses a changed manifest or icon under the version that it had', () => {
      const renamed = aPackage({ instead: { 'Mentoring for health': 'Mentors for health' } });
      assert.ok(said('M-09', renamed).some(atTheSameVersion));
      const [colour, outline] = project.files;
      assert.ok(colour && outline);
      const redrawn = aPackage({
        files: [{ ...colour, data: Buffer.concat([colour.data, Buffer.alloc(1)]) }, outline],
      });
      assert.ok(said('M-09', redrawn).some(atTheSameVersion));
    });

    it('M-09: takes it under a version that is recorded for it, and refuses one that is not recorded', () => {
      const raised = aPackage({ instead: { '"version": "1.0.0"': '"version": "1.0.1"' } });
      assert.match(String(said('M-09', raised)), /Version 1\.0\.1 is not recorded/);
      const recorded: PackageParts = {
        ...raised,
        versions: { ...raised.versions, '1.0.1': digestOf(raised.template, raised.entries) },
      };
      assert.deepEqual(said('M-09', recorded), []);
    });

    it('M-09: refuses a version that is not of the form 1.2.3', () => {
      const odd = aPackage({ instead: { '"version": "1.0.0"': '"version": "1.0"' } });
      assert.ok(said('M-09', odd).includes('The version 1.0 is not of the form 1.2.3.'));
    });

    it('M-09: does not ask for a new version when only the values of an environment differ', () => {
      assert.deepEqual(said('M-09', aPackage({ values: { APP_HOST: 'mentoring.example.org' } })), []);
    });
  });

  describe('M-10, Microsoft’s toolkit', () => {
    const yml = String(project.toolkitFiles['teamsapp.yml']);
    const withYml = (text: string) =>
      said('M-10', aPackage({ toolkitFiles: { ...project.toolkitFiles, 'teamsapp.yml': text } }));

    it('M-10: holds both files to Microsoft’s schema of version 1.13', () => {
      assert.deepEqual(said('M-10', aPackage()), []);
      for (const text of Object.values(project.toolkitFiles)) assert.match(text, /^version: v1\.13$/m);
    });

    it('M-10: refuses an unknown step, a step without what it needs, and what is no YAML', () => {
      assert.match(String(withYml(yml.replace('teamsApp/update', 'teamsApp/upgrade'))), /breaks the schema/);
      assert.match(
        String(withYml(yml.replace('      outputFolder: ./build/toolkit\n', ''))),
        /breaks the schema/,
      );
      assert.match(String(withYml('version: "v1.13')), /is not YAML/);
    });

    it('M-10: refuses another order than create, zip, validate, update, and a file that is missing', () => {
      const swapped = yml
        .replace('uses: teamsApp/update', 'uses: later')
        .replace('uses: teamsApp/validateAppPackage', 'uses: teamsApp/update')
        .replace('uses: later', 'uses: teamsApp/validateAppPackage');
      assert.deepEqual(
        withYml(swapped).map(sentence => /not in the order/.test(sentence)),
        [true],
      );
      assert.deepEqual(said('M-10', aPackage({ toolkitFiles: { 'teamsapp.yml': yml } })), [
        'teamsapp.local.yml is missing.',
      ]);
    });

    it('M-10: zips what the project’s own check has filled', () => {
      for (const text of Object.values(project.toolkitFiles)) {
        assert.ok(text.indexOf('run package -- --env') < text.indexOf('teamsApp/zipAppPackage'));
        assert.match(text, /manifestPath: \.\/build\/package\/manifest\.json/);
      }
    });
  });

  it('names the schemas it was checked against, where they come from, and their licence', () => {
    const notice = readFileSync('manifest/schemas/NOTICE.md', 'utf8');
    const copies = readdirSync('manifest/schemas').filter(name => name.endsWith('.json'));
    assert.deepEqual(
      copies.filter(name => !notice.includes(name)),
      [],
    );
    assert.match(notice, /MIT License/);
  });
});
