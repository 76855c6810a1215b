// Mocha's settings for the user-interface tests.
module.exports = {
  import: ['tsx'],
  require: ['test/ui/support/session.ts'],
  spec: ['test/ui/**/*.test.ts'],
  // A first activation starts the extension and its language server, perhaps on a busy machine.
  timeout: 90_000,
  slow: 20_000,
  // A busy browser may lose a key or a click, which is no fault of the extension's. The report tells which tests needed it.
  retries: 1,
  reporter: 'test/support/reporter.cts',
  // Nothing passes by being skipped.
  'fail-zero': true,
  'forbid-pending': true,
  'forbid-only': process.env.CI !== undefined,
};
