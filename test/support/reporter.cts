// Mocha's usual report, which also tells of the tests that only passed when they were tried again.
const { reporters } = require('mocha') as typeof Mocha;

class Reporter extends reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('retry', (test: Mocha.Test, error?: Error) => console.log(`  tried again: ${test.fullTitle()}\n${error?.stack ?? ''}`));
  }
}

module.exports = Reporter;
