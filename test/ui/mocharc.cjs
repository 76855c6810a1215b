// Mocha's settings for the user-interface tests.
module.exports = {
  import: ['tsx'],
  require: ['test/ui/support/session.ts'],
  spec: ['test/ui/**/*.test.ts'],
  // A first activation starts the extension and its language server, perhaps on a busy machine.
  timeout: 90_000,
  slow: 20_000,
  // Nothing passes by being skipped.
  'fail-zero': true,
  'forbid-pending': true,
  'forbid-only': process.env.CI !== undefined,
};
