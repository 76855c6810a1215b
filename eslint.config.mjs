import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const NODE_BUILT_INS = [{ group: ['node:*', 'fs', 'path', 'os', 'child_process', 'process'], message: 'The engine is pure: no Node built-ins.' }];
const CONNECTION = { group: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode'], message: 'The engine knows no connection and no editor.' };

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'artifacts/', '.editor-host/', '.vscode-test/', 'node_modules/', 'test/fixtures/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['it', 'describe'] }] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', { selector: 'PropertyDefinition[accessibility="private"]', message: 'Use #private.' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/lsp/**', 'server/src/cli/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...NODE_BUILT_INS, CONNECTION] }] },
  },
  {
    // A text of 300,000 characters must not be tried from each of them to its end.
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-move': ['error', { report: 'certain' }], 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: NODE_BUILT_INS }] },
  },
);
