import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/diff.ts';

/** Applies a diff as a patch program does: by its line numbers, checking every line. */
function patch(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@)/m).slice(1)) {
    const [, from, count] = /^@@ -(\d+),(\d+) /.exec(hunk)!;
    const start = Number(from) - (count === '0' ? 0 : 1);
    result.push(...lines.slice(at, start));
    at = start;
    const body = (hunk.match(/[^\n]*\n/g) ?? []).slice(1);
    for (const [index, line] of body.entries()) {
      if (line.startsWith('\\')) continue;
      const text = body[index + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1);
      if (line[0] !== '+') assert.equal(lines[at++], text);
      if (line[0] !== '-') result.push(text);
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

describe('unifiedDiff', () => {
  it('is nothing for equal texts', () => assert.equal(unifiedDiff('a', 'x\n', 'x\n'), ''));

  it('shows three lines around a change', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `${at}\n`);
    const changed = lines.with(9, 'nine\n');
    assert.equal(unifiedDiff('./d/a.yaml', lines.join(''), changed.join('')), `--- a/d/a.yaml
+++ b/d/a.yaml
@@ -7,7 +7,7 @@
 6
 7
 8
-9
+nine
 10
 11
 12
`);
  });

  it('marks a missing line end', () => {
    assert.equal(unifiedDiff('a', 'x', 'y\n'), '--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+y\n');
  });

  it('turns any text into any other', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n'), { maxLength: 40 }).chain((lines) => fc.constantFrom('', 'end').map((end) => lines.join('') + end));
    fc.assert(fc.property(text, text, (before, after) => assert.equal(patch(before, unifiedDiff('a', before, after)), after)), { numRuns: 500 });
  });

  it('copes with texts that have nothing in common', () => {
    const lines = (name: string): string => Array.from({ length: 5000 }, (_, at) => `${name}${at}\n`).join('');
    assert.equal(patch(lines('a'), unifiedDiff('a', lines('a'), lines('b'))), lines('b'));
  });
});
