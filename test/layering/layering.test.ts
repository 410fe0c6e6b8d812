import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.mjs';
import { probes } from './probes.ts';

describe('layer rules', () => {
  const rules: readonly IForbiddenRuleType[] = config.forbidden;

  it('have a reason each', () => {
    assert.deepEqual(
      rules.filter(rule => !rule.comment || rule.severity !== 'error').map(rule => rule.name),
      [],
    );
  });

  it('have a probe each', () => {
    assert.deepEqual(
      rules.map(rule => rule.name).sort(),
      [...new Set(probes.map(probe => probe.rule))].sort(),
    );
  });

  for (const { rule, breaks, files } of probes) {
    it(`${rule}: rejects ${breaks}`, async () => {
      const broken = await violations(files);
      assert.ok(broken.includes(rule), `It found ${broken.join(', ') || 'nothing'}`);
    });
  }

  it('let a tree that keeps to them pass', async () => {
    const files = {
      'bot/mentoring/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'bot/mentoring/b.ts': 'export const b = 1;\n',
      'bot/journeys/c.ts': "import { a } from '../mentoring/a.ts';\nexport const c = a;\n",
    };
    assert.deepEqual(await violations(files), []);
  });
});

async function violations(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      '{"compilerOptions":{"module":"NodeNext","allowImportingTsExtensions":true,"noEmit":true}}',
    );
    const tops = [...new Set(Object.keys(files).map(path => path.split('/')[0] ?? ''))];
    const { options, forbidden } = config;
    const { output } = await cruise(
      tops,
      { ...options, ruleSet: { forbidden }, validate: true, baseDir: folder },
      {},
      { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
    );
    const { summary, modules } = output as ICruiseResult;
    assert.ok(modules.length >= Object.keys(files).length, 'The probe was not read');
    return summary.violations.map(each => each.rule.name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
