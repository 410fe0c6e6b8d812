import assert from 'node:assert/strict';
import { contractBlocks } from '../../../bot/adapters/pdf/contract-blocks.ts';
import { pdfkitContractPdf } from '../../../bot/adapters/pdf/pdfkit-contract-pdf.ts';
import type { ContractDocument } from '../../../bot/mentoring/contract/contract-document.ts';
import { aContract, aPart, aSection, digestOfTests } from '../../support/a-contract.ts';
import { type ReadPdf, readPdf } from '../../support/read-pdf.ts';

describe('The PDF of a contract', () => {
  const pdf = pdfkitContractPdf();
  const read = async (document: ContractDocument) => readPdf(await pdf.write(document));
  const words = (file: ReadPdf) => file.leaves.map(({ text }) => text);
  const roles = (file: ReadPdf, role: string) =>
    file.leaves.filter(({ path }) => path.endsWith(role)).map(({ text }) => text);

  describe('for whoever reads it by ear', () => {
    let usual: ReadPdf;
    before(async () => {
      usual = await read(aContract());
    });

    it('has a title that viewers show, a language, and says that it is tagged and made to PDF/UA', () => {
      assert.equal(usual.title, 'Mentoring contract, version 2');
      assert.equal(usual.language, 'en-GB');
      assert.ok(usual.isTagged && usual.showsTitle);
      assert.match(usual.xmp, /<pdfuaid:part>1<\/pdfuaid:part>/);
      assert.match(usual.xmp, /Mentoring contract, version 2/);
    });

    it('is one tree of headings, tables, lists and paragraphs in the order of the contract', async () => {
      const small = await read(
        aContract({
          sections: [
            aSection('meetings', 'Meetings', [
              aPart('length', '60 minutes', { label: 'Length' }),
              aPart('limits', 'Either may speak up where there is:\n- a risk of harm\n- illegal activity'),
            ]),
          ],
        }),
      );
      const cell = (label: string, text: string): [string, string][] => [
        ['Document Table TR TH P', label],
        ['Document Table TR TD P', text],
      ];
      assert.deepEqual(
        small.leaves.map(({ path, text }) => [path, text]),
        [
          ['Document H1', 'Mentoring contract'],
          ...cell('Mentee', 'Siân Ŵyn-Ŷork, Royal Berkshire NHS Foundation Trust'),
          ...cell('Mentor', 'Zoë Łukaszewicz, Oxford Health NHS Foundation Trust'),
          ...cell('Scheme', 'Thames Valley mentoring'),
          ...cell('Kind', 'One-to-one mentoring'),
          ...cell('Version', '2'),
          ...cell('State', 'Signed by both'),
          ['Document H2', '1. Meetings'],
          ...cell('Length', '60 minutes'),
          ['Document P', 'Either may speak up where there is:'],
          ['Document L LI Lbl', '•'],
          ['Document L LI LBody', 'a risk of harm'],
          ['Document L LI Lbl', '•'],
          ['Document L LI LBody', 'illegal activity'],
          ['Document H2', 'Signatures'],
          ...['Name', 'Role', 'Signed', 'Version'].map(text => ['Document Table TR TH P', text]),
          ...['Siân Ŵyn-Ŷork', 'Mentee', '22 November 2026 at 2.30pm', '2'].map(text => [
            'Document Table TR TD P',
            text,
          ]),
          ...['Zoë Łukaszewicz', 'Mentor', '23 November 2026 at 9.05am', '2'].map(text => [
            'Document Table TR TD P',
            text,
          ]),
          ['Document H2', 'How to check for a later change'],
          ['Document P', 'The fingerprint (SHA-256 digest) of version 2:'],
          ['Document P', digestOfTests],
          [
            'Document P',
            'Compare it with the fingerprint of version 2 on the contract’s page in Teams. If they differ, the record was changed after this copy was made. That is all it shows: it does not protect this file, which can be edited like any other. Compare the words with the page as well.',
          ],
        ],
      );
    });

    it('says of each header of a table whether it heads a row or a column', () => {
      const headers = usual.source.match(/\/S \/TH\b[\s\S]*?endobj/g) ?? [];
      assert.ok(headers.length > 30);
      const scopes = headers.map(header => /\/Scope \/(Row|Column)/.exec(header)?.[1]);
      assert.equal(scopes.filter(scope => scope === 'Column').length, 4);
      assert.equal(scopes.filter(scope => scope === 'Row').length, headers.length - 4);
    });

    it('says of each list whether its numbers count', () => {
      const lists = usual.source.match(/\/S \/L\n[\s\S]*?endobj/g) ?? [];
      const numbering = lists.map(list => /\/ListNumbering \/(\w+)/.exec(list)?.[1]);
      assert.deepEqual(numbering, ['Disc', 'Disc', 'Decimal']);
    });

    it('keeps the foot of the page out of what is read', () => {
      assert.deepEqual(usual.artifacts, [
        'Version 2 · page 1 of 3 · 3f8a61c0d97be244',
        'Version 2 · page 2 of 3 · 3f8a61c0d97be244',
        'Version 2 · page 3 of 3 · 3f8a61c0d97be244',
      ]);
      assert.ok(!words(usual).some(text => /page \d of/.test(text)));
    });

    it('embeds its typeface', () => {
      assert.deepEqual(
        new Set(usual.source.match(/\/BaseFont \/\S+/g)?.map(font => font.split('+')[1])),
        new Set(['NotoSans-Regular', 'NotoSans-Bold']),
      );
      assert.equal(usual.source.match(/\/FontFile2/g)?.length, 2);
    });
  });

  it('has one to three pages for a usual contract, and every word of it, in its order', async () => {
    const document = aContract();
    const usual = await read(document);
    assert.ok(document.sections.flatMap(({ parts }) => parts).length >= 35);
    assert.ok(usual.pages >= 1 && usual.pages <= 3, `${usual.pages} pages`);
    const expected = document.sections.flatMap(({ heading, parts }, index) => [
      `${index + 1}. ${heading}`,
      ...parts.flatMap(({ label, text }) => [
        ...(label === undefined ? [] : [label]),
        ...text.split('\n').map(line => line.replace(/^(-|\d+\.) /, '')),
      ]),
    ]);
    const shown = words(usual).filter(text => !/^(•|\d\.)$/.test(text));
    const start = shown.indexOf('1. Purpose');
    assert.deepEqual(shown.slice(start, start + expected.length), expected);
    assert.equal(
      contractBlocks(document).filter(({ is }) => is === 'heading').length,
      roles(usual, 'H2').length,
    );
  });

  it('is the same to the byte when it is made again', async () => {
    const [once, again] = [await pdf.write(aContract()), await pdfkitContractPdf().write(aContract())];
    assert.deepEqual(Buffer.from(once), Buffer.from(again));
    assert.notDeepEqual(Buffer.from(once), Buffer.from(await pdf.write(aContract({ version: 3 }))));
  });

  it('takes as many pages as long texts need, and cuts nothing', async () => {
    const sentence = 'Nothing is cut, however much two people write to each other. ';
    const long = Array.from({ length: 33 }, (_, index) => `${index} ${sentence}`)
      .join('')
      .trim();
    const parts = Array.from({ length: 10 }, (_, index) =>
      aPart(`p${index}`, long, { label: `Label ${index}` }),
    );
    const file = await read(aContract({ sections: [aSection('all', 'All', [...parts, aPart('c', long)])] }));
    assert.ok(file.pages > 3);
    const all = file.drawn.replace(/\s+/g, ' ');
    assert.equal(all.split('32 Nothing is cut, however much').length - 1, 11);
    assert.equal(all.split('Nothing is cut').length - 1, 33 * 11);
  });

  it('breaks a word that is wider than the page', async () => {
    const word = 'abcdefghij'.repeat(30);
    const file = await read(
      aContract({ sections: [aSection('s', 'S', [aPart('w', word), aPart('x', word, { label: word })])] }),
    );
    assert.equal(
      file.leaves.map(({ text }) => text.replaceAll(' ', '')).filter(text => text === word).length,
      3,
    );
  });

  describe('for a draft', () => {
    it('says that nothing is proposed or signed, and has no digest', async () => {
      const { digest: _, ...draft } = aContract({ version: 0, signatures: [] });
      const file = await read(draft);
      assert.equal(file.title, 'Mentoring contract, draft');
      assert.ok(words(file).includes('Not proposed yet: both may still change it'));
      assert.equal(words(file).filter(text => text === 'Not signed').length, 2);
      assert.ok(!words(file).includes('How to check for a later change'));
      assert.equal(file.artifacts[0], `Draft · page 1 of ${file.pages}`);
    });

    it('says what has not been filled in', async () => {
      const file = await read(
        aContract({ sections: [aSection('s', 'S', [aPart('e', ' \n', { label: 'Empty' })])] }),
      );
      assert.ok(words(file).includes('Not filled in'));
    });
  });

  it('names who has signed alone, and marks in words what differs from the version in force', async () => {
    const file = await read(
      aContract({
        signatures: [{ side: 'mentor', at: '2026-06-01T11:00:00.000Z' }],
        sections: [
          aSection('s', 'S', [
            aPart('l', '45 minutes', { label: 'Length', isChanged: true }),
            aPart('c', 'A clause', { isChanged: true }),
          ]),
        ],
      }),
    );
    const said = words(file);
    assert.ok(said.includes('Signed by Zoë Łukaszewicz, not by both yet'));
    assert.ok(said.includes('1 June 2026 at midday'));
    assert.ok(said.includes('What is marked “Changed” differs from the version that both have signed.'));
    assert.deepEqual(said.slice(said.indexOf('Length'), said.indexOf('A clause') + 1), [
      'Length',
      'Changed',
      '45 minutes',
      'Changed',
      'A clause',
    ]);
  });

  it('says when something was erased, in its place', async () => {
    const file = await read(
      aContract({
        parties: { mentee: { name: '' }, mentor: { name: 'Zoë Łukaszewicz' } },
        sections: [aSection('s', 'S', [aPart('g', '', { label: 'Goal', erasedOn: '2028-12-03' })])],
      }),
    );
    assert.ok(words(file).includes('Erased on 3 December 2028'));
    assert.equal(words(file).filter(text => text === 'Erased').length, 2);
  });

  it('shows a stand-in for what its typeface lacks, says so, and keeps the real characters in its place', async () => {
    const file = await read(
      aContract({
        parties: { mentee: { name: 'محمد علي' }, mentor: { name: '陳大文' } },
        sections: [aSection('s', 'S', [aPart('t', 'Well done 😀 <b>&amp;', { label: 'Текст, κείμενο' })])],
      }),
    );
    const said = words(file);
    assert.ok(said.includes('Текст, κείμενο'));
    assert.ok(said.includes('Well done \ufffd <b>&amp;'));
    assert.ok(said.includes('\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd'));
    assert.ok(said.some(text => text.startsWith('21 characters are shown as \ufffd')));
    for (const real of ['محمد', 'علي', '陳大文', '😀']) {
      assert.ok(file.source.includes(`/ActualText (${asPdfString(real)})`), real);
    }
  });
});

/** UTF-16, as PDF wants it, with what would end a string escaped. */
function asPdfString(text: string): string {
  return Buffer.from(`\ufeff${text}`, 'utf16le')
    .swap16()
    .toString('latin1')
    .replace(
      /[\n\r\t\b\f()\\]/g,
      character =>
        ({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' })[character] ?? `\\${character}`,
    );
}
