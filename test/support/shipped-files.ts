// The files that ship, by their names in the project.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rulePages = readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
const walkthrough = ['en', 'ja'].flatMap((language) => ['answer', 'check', 'new', 'preview', 'team'].map((step) => `docs/walkthrough/${language}/${step}.md`));
const texts = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.ja.md', 'README.md', 'dist/THIRD-PARTY-NOTICES.txt', 'package.json'];

/** What the servers and the command share. */
const data = ['catalogue.json', 'en.json', 'ja.json', 'styles.js', 'validators.js'].map((name) => `dist/data/${name}`);

/** Everything that the extension ships, and nothing else. */
export const IN_EXTENSION: readonly string[] = [
  ...texts, ...rulePages, ...walkthrough,
  ...data, 'dist/extension.js', 'dist/server.js', 'dist/web/extension.js', 'dist/web/server.js', 'dist/webview/preview.css', 'dist/webview/preview.js',
  'images/file-dark.svg', 'images/file-light.svg', 'images/icon.png',
  'l10n/bundle.l10n.ja.json', 'language-configuration.json', 'package.nls.ja.json', 'package.nls.json',
  'samples/inconsistent.sds.yaml', 'samples/remote-maintenance.sds.yaml',
  'syntaxes/sds-yaml.tmLanguage.json',
].sort();
/** The command and the language server alone. */
export const IN_NPM_PACKAGE: readonly string[] = [...texts, ...data, 'dist/cli.js', 'dist/server.js'].sort();
