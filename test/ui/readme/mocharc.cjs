// Makes the pictures of the READMEs again, in docs/images: npm run screenshots
module.exports = {
  ...require('../mocharc.cjs'),
  // Nothing hurries them.
  timeout: 300_000,
  spec: ['test/ui/readme/*.pictures.ts'],
};
