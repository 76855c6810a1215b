import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AjvDraft4 from 'ajv-draft-04';
import type addFormats from 'ajv-formats';
import { Folder, sample, sds } from './fake-io.ts';

const require = createRequire(import.meta.url);
const Draft4 = (require('ajv-draft-04') as { default: typeof AjvDraft4 }).default;
const formats = (require('ajv-formats') as { default: typeof addFormats.default }).default;
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;

describe('SARIF output under the published schema of SARIF 2.1.0', () => {
  const ajv = new Draft4({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv, ['uri', 'uri-reference', 'date-time']);
  const validate = ajv.compile(schema);

  const sheets: Record<string, string> = {
    clean: sample(),
    contradictory: sample(['  1: 非該当\n', '  1: 非該当\n  1.1: はい\n'], ['  3: はい\n', '  3: 丸\n']),
    suppressed: sample(['  3: はい\n', '  3: 丸 # sds-disable-line invalid-answer -- 様式の誤り\n']),
    unreadable: '回答: [',
  };
  const folder = new Folder();
  for (const [name, text] of Object.entries(sheets)) {
    it(`is valid for a ${name} sheet`, async () => {
      await folder.write({ '開示 書.sds.yaml': text });
      const { stdout } = await sds(['lint', '--format', 'sarif', '.'], { cwd: folder.path });
      const log = JSON.parse(stdout) as { runs: { results: unknown[] }[] };
      assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
      assert.ok(log.runs[0]!.results.length > 0);
    });
  }
});
