import assert from 'node:assert/strict';
import { at, readBicep } from './bicep-file.ts';
import { problemsOfNames } from './bicep-names.ts';
import { Unreadable } from './bicep-value.ts';

describe('how Bicep is read here', () => {
  const read = (source: string) => readBicep('probe.bicep', source);
  const problems = (source: string, modules: Record<string, string> = {}) =>
    problemsOfNames(read(source), path => readBicep(path, modules[path] ?? ''));

  it('reads objects, lists, loops, numbers and words, and leaves out comments', () => {
    const { resources } = read(`
      // resource ghost 'None@1' = {}
      resource a 'Type@1' = [
        for (one, index) in list: {
          name: 'it\\'s // not a comment'
          sizes: [1, 2]
          'odd.key': '\${one}-\${index}' /* gone */
          inner: { on: true, off: null }
        }
      ]`);
    assert.equal(resources.length, 1);
    const value = resources[0]?.value;
    assert.equal(at(value, 'name'), "it's // not a comment");
    assert.deepEqual(at(value, 'sizes'), [1, 2]);
    assert.deepEqual(at(value, 'odd.key'), { expression: `'\${one}-\${index}'` });
    assert.deepEqual([at(value, 'inner', 'on'), at(value, 'inner', 'off')], [true, null]);
  });

  it('refuses brackets and quotes that do not close, names given twice and words it does not know', () => {
    for (const source of [
      "var a = {\n b: 'c'\n",
      "var a = [\n 'b'\n",
      "var a = 'b\n",
      'var a = { b: 1\n b: 2 }',
      'function a = 1',
      'var a',
    ])
      assert.throws(() => read(source), Unreadable, source);
  });

  it('finds names that are not declared, declared twice or never used', () => {
    assert.deepEqual(problems('param a string\nvar b = a\noutput c string = b'), []);
    assert.deepEqual(problems(`output c string = 'x-\${lost}'`), ['probe.bicep: lost is not declared']);
    assert.deepEqual(problems('output c string = listKeys(1)'), ['probe.bicep: listKeys is not declared']);
    assert.deepEqual(problems('param a string'), ['probe.bicep: a is never used']);
    assert.deepEqual(problems('param a string\nvar a = a'), ['probe.bicep: a is declared twice']);
  });

  it('finds modules that get too little, too much or the wrong kind, and outputs that are not there', () => {
    const modules = { 'm.bicep': 'param a int\nparam b string = a\noutput c string = b' };
    const using = (params: string, out: string) =>
      problems(
        `module m 'm.bicep' = {\n params: {\n ${params}\n }\n}\noutput x string = m.outputs.${out}`,
        modules,
      );
    assert.deepEqual(using('a: 1', 'c'), []);
    assert.deepEqual(using('', 'c'), ['probe.bicep: m: a is not given']);
    assert.deepEqual(using('a: 1\nd: 2', 'c'), ['probe.bicep: m: d is not taken']);
    assert.deepEqual(using("a: 'one'", 'c'), ['probe.bicep: m: a is one, which is no int']);
    assert.deepEqual(using('a: 1', 'lost'), ['probe.bicep: m has no output lost']);
  });
});
