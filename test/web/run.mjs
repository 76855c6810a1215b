// Runs the suite of this folder, and that of test/host, inside the web worker that a VS Code in a browser runs extensions in.
// usage: node test/web/run.mjs [--locale ja] [--extension FOLDER] [--grep PATTERN]
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../scripts/editor/paths.mjs';
import { MissingRequirement } from '../../scripts/editor/requirements.mjs';
import { LINE_MARK, runSuite } from '../support/suite.mjs';
import { buildSuite } from './build.mjs';

const { values: options } = parseArgs({
  options: { locale: { type: 'string', default: 'en' }, extension: { type: 'string', default: projectRoot }, grep: { type: 'string' } },
});

try {
  const { publisher, name } = JSON.parse(await readFile(path.join(options.extension, 'package.json'), 'utf8'));
  const passed = await runSuite({
    name: 'web',
    extension: options.extension,
    // Only below the extension's own folder do tests run where the extension does.
    tests: await buildSuite(options.extension, { SDS_SUITE_LINE_MARK: LINE_MARK, ...(options.grep ? { SDS_SUITE_GREP: options.grep } : {}) }),
    locale: options.locale,
    settings: { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } },
    proved: (lines) => /^\d+ passed, 0 failed$/.test(lines.at(-1) ?? ''),
  });
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  console.error(error instanceof MissingRequirement ? error.message : error);
  process.exitCode = 1;
}
