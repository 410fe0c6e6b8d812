const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Mocha's readable report, and its counts and failures in a file. CommonJS, as mocha loads reporters. */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    const secondTries = [];
    runner.on('retry', test => secondTries.push(test.titlePath().join(' › ')));
    runner.on('fail', (test, error) => {
      const why = String(error?.message ?? error?.stack ?? error);
      failed.push({ title: test.titlePath().join(' › '), why });
    });
    runner.once('end', () => {
      const { tests, passes, failures, pending } = this.stats;
      writeFileSync(
        options.reporterOptions.output,
        JSON.stringify({ tests, passes, failures, pending, failed, secondTries }),
      );
    });
  }
};
