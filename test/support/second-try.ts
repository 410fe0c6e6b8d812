/** A browser on a busy machine may miss a moment. A test in one has a second try, which the report names: see reporter.cjs. */
export const mochaHooks = {
  beforeEach(this: Mocha.Context) {
    if (this.currentTest?.file?.includes('/test/browser/')) this.currentTest.retries(1);
  },
};
