import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { rules } from '../../server/src/rules/index.ts';
import { Folder, sample, sds } from './fake-io.ts';

/** An error that is suppressed with a reason, and one without. */
const SHEET = sample(
  ['  3: はい\n', '  3: 丸 # sds-disable-line invalid-answer -- 様式の誤植\n'],
  ['  4: はい\n', '  # sds-disable-next-line invalid-answer\n  4: 丸\n'],
);

describe('sds lint and what comments suppress', () => {
  const folder = new Folder();
  const lint = (...args: string[]): ReturnType<typeof sds> => sds(['lint', 'a.sds.yaml', ...args], { cwd: folder.path });
  beforeEach(() => folder.write({ 'a.sds.yaml': SHEET }));

  it('does not count it', async () => {
    assert.equal((await lint()).status, 0);
    assert.equal((await lint('--show-suppressed')).status, 0);
  });

  it('is in the JSON only when asked for, marked, with its reason', async () => {
    assert.ok(!(await lint('--format', 'json')).stdout.includes('invalid-answer'));
    const found = JSON.parse((await lint('--format', 'json', '--show-suppressed')).stdout) as Record<string, unknown>[];
    const suppressed = found.filter((one) => 'suppressed' in one);
    assert.deepEqual(suppressed.map(({ code, rows, suppressed, reason }) => ({ code, rows, suppressed, reason })), [
      { code: 'invalid-answer', rows: ['3'], suppressed: true, reason: '様式の誤植' },
      { code: 'invalid-answer', rows: ['4'], suppressed: true, reason: undefined },
    ]);
    assert.deepEqual(Object.keys(suppressed[0]!), ['file', 'code', 'severity', 'message', 'range', 'rows', 'suppressed', 'reason']);
    assert.equal(suppressed[0]!['severity'], 'error');
    for (const one of found.filter((each) => !('suppressed' in each))) assert.ok(!('reason' in one));
    const lines = found.map(({ range }) => (range as { start: { line: number } }).start.line);
    assert.deepEqual(lines, lines.toSorted((a, b) => a - b));
  });

  it('is counted in the text, and listed when asked for', async () => {
    const quiet = await lint();
    assert.ok(!quiet.stdout.includes('invalid-answer'));
    assert.match(quiet.stdout, /エラー 0、[^\n]*\nコメントで抑制した指摘が2件あります（--show-suppressed で表示します）。\n$/);
    const { stdout } = await lint('--show-suppressed');
    assert.match(stdout, /^ {2}\d+:6 {2,}抑制 +3 の回答に「丸」は.* {2}invalid-answer （理由: 様式の誤植）$/m);
    assert.match(stdout, /^ {2}\d+:6 {2,}抑制 +4 の回答に.* {2}invalid-answer （理由なし）$/m);
    assert.match(stdout, /エラー 0、[^\n]*\nコメントで抑制した指摘が2件あります。\n$/);
    const english = await lint('--locale', 'en');
    assert.match(english.stdout, /\n2 findings are suppressed by comments \(--show-suppressed lists them\)\.\n$/);
  });

  it('is always in SARIF, which knows suppressions', async () => {
    const [run] = (JSON.parse((await lint('--format', 'sarif')).stdout) as Log).runs;
    const suppressed = run!.results!.filter(({ suppressions }) => suppressions!.length > 0);
    assert.deepEqual(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions]), [
      ['invalid-answer', [{ kind: 'inSource', justification: '様式の誤植' }]],
      ['invalid-answer', [{ kind: 'inSource' }]],
    ]);
    assert.ok(run!.results!.some(({ suppressions }) => suppressions!.length === 0));
  });

  it('is never an annotation', async () => {
    assert.ok(!(await lint('--format', 'github', '--show-suppressed')).stdout.includes('invalid-answer'));
  });
});

describe('The rules in SARIF', () => {
  for (const locale of ['ja', 'en'] as const) {
    it(`are described, ${locale}`, async () => {
      const { stdout } = await sds(['lint', '--format', 'sarif', '--locale', locale, 'samples']);
      const described = (JSON.parse(stdout) as Log).runs[0]!.tool.driver.rules!;
      assert.deepEqual(described.map(({ id, shortDescription }) => [id, shortDescription!.text]), rules.map(({ code, docs }) => [code, docs[locale].title]));
      for (const { id, helpUri } of described) assert.ok(helpUri!.endsWith(`/docs/rules/${id}.md`));
      const levels = new Map(described.map(({ id, defaultConfiguration }) => [id, defaultConfiguration]));
      assert.deepEqual(levels.get('invalid-answer'), { level: 'error' });
      assert.deepEqual(levels.get('unexplained-suppression'), { enabled: false });
    });
  }
});
