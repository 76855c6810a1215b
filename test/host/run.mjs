// Runs the suite of this folder inside the extension host of a VS Code served to a headless Chromium.
// usage: node test/host/run.mjs [--locale ja] [--extension FOLDER] [--grep PATTERN]
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { artifacts, projectRoot } from '../../scripts/editor/paths.mjs';
import { MissingRequirement } from '../../scripts/editor/requirements.mjs';
import { LINE_MARK, runSuite } from '../support/suite.mjs';

const PROOF = path.join(artifacts, 'host-passed');

const { values: options } = parseArgs({
  options: { locale: { type: 'string', default: 'en' }, extension: { type: 'string', default: projectRoot }, grep: { type: 'string' } },
});

try {
  await rm(PROOF, { force: true });
  const passed = await runSuite({
    name: 'host',
    extension: options.extension,
    tests: path.join(projectRoot, 'out', 'test', 'host', 'index.js'),
    locale: options.locale,
    environment: { SDS_SUITE_LINE_MARK: LINE_MARK, SDS_SUITE_PROOF: PROOF, ...(options.grep ? { SDS_SUITE_GREP: options.grep } : {}) },
    proved: () => existsSync(PROOF),
  });
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  console.error(error instanceof MissingRequirement ? error.message : error);
  process.exitCode = 1;
}
