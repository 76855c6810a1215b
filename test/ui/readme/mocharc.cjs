// Makes the pictures of the README again, in docs/images: npm run screenshots
module.exports = {
  ...require('../mocharc.cjs'),
  spec: ['test/ui/readme/*.pictures.ts'],
};
