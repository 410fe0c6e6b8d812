import assert from 'node:assert/strict';

const said: string[] = [];
const { error } = console;

/** A test in which something was written with console.error has failed: it was a problem that nobody handled. */
export const mochaHooks = {
  beforeAll() {
    console.error = (...words: unknown[]) => {
      said.push(words.map(String).join(' '));
      error(...words);
    };
  },
  afterEach() {
    assert.deepEqual(said.splice(0), [], 'console.error was called');
  },
  afterAll() {
    console.error = error;
  },
};
