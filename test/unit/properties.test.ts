import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Finding } from '../../server/src/lint/rule.ts';
import { isBearable } from '../../server/src/features/bearable.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { createRoles, type Role } from '../../server/src/sheet/roles.ts';
import { runsOf } from '../../server/src/sheet/runs.ts';
import { scanLines } from '../../server/src/sheet/scan.ts';
import { catalogue } from '../support/catalogue.ts';
import { answersOf, applyEdits, applySafeFixes, fixes, lintText, messageOf, sheet, titleOf } from '../support/sheets.ts';
import { rare } from '../support/rare.ts';
import { mutated, mutatedPart, sample, sheetSoup, soup } from '../support/soup.ts';
import { comments, lost, runs, styled } from '../support/styled.ts';

const roles = createRoles(catalogue());
const marks = catalogue().dialect.punctuation;

function checkPlaces(text: string, findings: Finding[]): void {
  const inside = ({ start, end }: { start: number; end: number }): void => assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end}`);
  for (const finding of findings) {
    inside(finding.span);
    assert.doesNotMatch(text.slice(finding.span.start, finding.span.end), /[\r\n]/);
    finding.related?.forEach(({ span }) => inside(span));
    assert.notEqual(messageOf(finding), '');
    assert.notEqual(messageOf(finding, 'en'), '');
  }
  const model = sheet(text);
  for (const entry of model.answers) [entry.key.span, entry.span, entry.valueSpan, entry.word?.span, entry.remark?.span].forEach((span) => span && inside(span));
  for (const line of model.lines.lines) [line, line.key, line.colon, line.value].forEach((span) => span && inside(span));
  for (const slot of model.lines.slots) [slot.span, slot.around].forEach(inside);
  for (const { span } of model.lines.repairs) inside(span);
  // Every line once, in order.
  model.lines.lines.reduce((end, line) => {
    assert.ok(line.start >= end);
    return line.end;
  }, 0);
}

describe('any text', () => {
  for (const [what, texts, count] of [['of pieces', soup, 400], ['below 回答', sheetSoup, 400], ['of any characters', fc.string({ unit: 'binary', maxLength: 80 }), 200]] as const) {
    it(`${what} is read and checked`, () => {
      fc.assert(fc.property(texts, (text) => checkPlaces(text, lintText(text))), runs(count));
    }).timeout(60_000);
  }

  it('near a sample is read and checked', () => {
    fc.assert(fc.property(mutatedPart, (text) => checkPlaces(text, lintText(text))), runs(400));
    fc.assert(fc.property(mutated(sample), (text) => checkPlaces(text, lintText(text))), runs(25));
  }).timeout(90_000);

  it('has fixes that can be applied', () => {
    fc.assert(fc.property(fc.oneof(mutatedPart, sheetSoup), (text) => {
      for (const finding of lintText(text)) {
        for (const fix of fixes(finding)) {
          assert.notEqual(titleOf(fix), '');
          const mended = applyEdits(text, fix.edits);
          assert.notEqual(mended, text, `${finding.rule.code}: ${titleOf(fix)} changes nothing`);
          sheet(mended);
        }
      }
    }), runs(250));
  }).timeout(90_000);

  it('needs no repairs once it is repaired', () => {
    fc.assert(fc.property(mutatedPart, (text) => {
      const first = sheet(text);
      if (first.lines.repairs.length === 0 || first.notices.some((notice) => notice.kind === 'syntax')) return;
      const repaired = applyEdits(text, first.lines.repairs);
      assert.deepEqual(answersOf(sheet(repaired)), answersOf(first));
    }), runs(400));
  }).timeout(90_000);
});

describe('plain lines', () => {
  /** Everything that is read, and not how to find it. */
  const readOf = (text: string, shorten: boolean): unknown => {
    const { header, formKey, formText, answers, answersKey, answersSpan, remarks, remarksKey, remarksSpan, notices, lines } = readSheet(TextDocument.create('file:///a', 'sds-yaml', 0, text), catalogue(), shorten);
    return { header, formKey, formText, answers, answersKey, answersSpan, remarks, remarksKey, remarksSpan, notices, lines };
  };
  const line = fc.tuple(
    fc.constantFrom('', '  ', '  ', '  ', '  ', '    ', '      ', '\t', '　'),
    fc.constantFrom('1', '3', '4', '17.1', 'a', 'b c', '回答', '備考文', '備考記載欄', '様式', '- b', '? c', '"d"', "'e'", '{f', '[g', '- ', '&h i', '!t j', '# k', 'l #', '<<', '---', '...', '%YAML 1.1'),
    fc.constantFrom(': ', ': ', ': ', ': ', ':', '：', '　', ''),
    fc.constantFrom('はい', 'はい', 'いいえ', 'x y', '', '"q"', '"q', "'r", '{s', '[t', '|', '>-', '- u', 'v # w', 'x: y', '!t z', '&a b', 'c ', '\td', '}', ']', '"', "'", '\ud83d', '\u2028', '\0'),
  ).map((parts) => parts.join(''));
  const lines = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n', '\r')).map(([some, end]) => some.join(end));
  const sheets = fc.oneof(lines, lines.map((some) => `# い\n\n  # ろ\n${some}`), lines.map((some) => `様式: SDS-4.0\n回答:\n  1: はい\n  2: はい\n${some}`), fc.tuple(fc.nat({ max: 180 }), lines).map(([at, some]) => sample.split('\n').toSpliced(at, 0, some).join('\n')));

  const nested = fc.array(fc.tuple(
    fc.constantFrom('', '  ', '  ', '    ', '    ', '      ', '        ', ' ', '   ', '\t'),
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom('1', '3', '4', '17.1', '記憶', '物理媒体', '回答', '備考', '備考記載欄') }, { weight: 1, arbitrary: fc.constantFrom('- b', '- 1', '? c', '"d"', '{f', '# k', '#', '', '<<', '---', '...', '-', ': 1') }),
    fc.constantFrom(': ', ': ', ': ', ':', ':', ':', ':', ''),
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom('はい', 'いいえ', '', '', '', '1', 'はい # c', ' # d', "'はい'", '"いいえ"', "'a: #b' # c", "''", '"　"', '"\\u3042"', "'a''b'", "'a'b") }, { weight: 1, arbitrary: fc.constantFrom('"q"', '"q', '[t', '[1, 2]', '|', '>-', 'x: y', 'c ', '&a b', '# e') }),
  ).map((parts) => parts.join('')), { maxLength: 22 }).map((some) => some.join('\n'));

  it('are read by their first as all of them together are', () => {
    let shortened = 0;
    fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: sheets }, { weight: 4, arbitrary: nested.map((some) => `様式: SDS-4.0\n回答:\n  1: はい\n  2: はい\n${some}`) }, nested, soup, sheetSoup, mutatedPart, mutated(sample), styled.map(({ text }) => text), rare), (text) => {
      if (runsOf(text, scanLines(text, roles, marks)).length > 0) shortened++;
      assert.deepEqual(readOf(text, true), readOf(text, false));
    }), runs(900));
    assert.ok(shortened > 200, `${shortened}`);
  }).timeout(120_000);
});

describe('safe fixes', () => {
  it('come to an end, and change nothing then', () => {
    fc.assert(fc.property(fc.oneof(mutatedPart, sheetSoup), (text) => {
      let mended = text;
      for (let round = 0; round < 6; round++) {
        const next = applySafeFixes(mended);
        if (next === mended) return;
        mended = next;
      }
      assert.fail(`never ends: ${JSON.stringify(mended)}`);
    }), runs(300));
  }).timeout(90_000);

  it('never change what a sheet says', () => {
    fc.assert(fc.property(mutatedPart, (text) => {
      const before = sheet(text);
      if (before.notices.some((notice) => notice.kind === 'syntax')) return;
      const after = sheet(applySafeFixes(text));
      assert.deepEqual(answersOf(after), answersOf(before));
      assert.deepEqual(after.remarks.map((remark) => remark.id), before.remarks.map((remark) => remark.id));
    }), runs(400));
  }).timeout(90_000);
});

describe('a valid sheet', () => {
  it('needs no repairs and reads back as written', () => {
    fc.assert(fc.property(styled, ({ text, answers, remarks }) => {
      const model = sheet(text);
      assert.deepEqual(model.lines.repairs, []);
      assert.deepEqual(model.notices, []);
      assert.deepEqual(answersOf(model), answers);
      assert.deepEqual(Object.fromEntries(model.remarks.map((remark) => [remark.id, remark.text?.value])), remarks);
    }), runs(250));
  }).timeout(90_000);

  it('loses no comment to a fix, and the finding is gone or the sheet still reads', () => {
    fc.assert(fc.property(styled, ({ text }) => {
      const before = comments(text);
      for (const finding of lintText(text)) {
        for (const fix of fixes(finding)) {
          const mended = applyEdits(text, fix.edits);
          const what = `${finding.rule.code}: ${titleOf(fix)}`;
          assert.deepEqual(lost(before, comments(mended)), [], what);
          const model = sheet(mended);
          assert.deepEqual(model.lines.repairs, [], what);
          assert.ok(!model.notices.some((notice) => notice.kind === 'syntax' || notice.kind === 'shape'), what);
          if (text.includes('\r\n')) assert.doesNotMatch(mended, /(?<!\r)\n/, what);
        }
      }
    }), runs(60));
  }).timeout(60_000);

  it('says the same in all rows but those that a fix is about', () => {
    fc.assert(fc.property(styled, ({ text, answers }) => {
      for (const finding of lintText(text)) {
        for (const fix of fixes(finding)) {
          const after = answersOf(sheet(applyEdits(text, fix.edits)));
          const changed = Object.keys(answers).filter((id) => after[id] !== answers[id]);
          const about = new Set(finding.rows);
          const allowed = String(fix.title.key).startsWith('fix.set-subtree') || finding.rows.length === 0;
          if (!allowed) assert.deepEqual(changed.filter((id) => !about.has(id)), [], `${finding.rule.code}: ${titleOf(fix)}`);
        }
      }
    }), runs(40));
  }).timeout(60_000);
});

describe('a valid sheet in a layout that few people use', () => {
  it('is mended by every fix, with every comment, and only where it says to', () => {
    let mended = 0;
    fc.assert(fc.property(rare, (text) => {
      const before = comments(text);
      const read = sheet(text);
      assert.deepEqual([read.lines.repairs, read.notices.filter((notice) => notice.kind === 'syntax')], [[], []]);
      const findings = lintText(text);
      for (const finding of findings) {
        const same = ({ rule, rows, message }: Finding): boolean => rule === finding.rule
          && (rows.length > 0 ? rows[0] === finding.rows[0] : JSON.stringify(message) === JSON.stringify(finding.message));
        for (const fix of fixes(finding)) {
          const after = applyEdits(text, fix.edits);
          const what = `${finding.rule.code}: ${titleOf(fix)}\n${text}\n→\n${after}`;
          assert.ok(isBearable(read, fix.edits), what);
          // What was typed may become a part of a comment.
          const kept = comments(after);
          assert.deepEqual(lost(before, kept).filter((comment) => !kept.some((other) => other.startsWith(`${comment} # `))), [], what);
          const model = sheet(after);
          assert.deepEqual([model.lines.repairs, model.notices.filter(({ kind }) => kind === 'syntax' || kind === 'shape')], [[], []], what);
          if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/, what);
          const left = lintText(after).filter(same);
          const count = (some: Finding[]): number => some.flatMap(({ rows }) => rows).length + some.length;
          if (finding.rule.code !== 'missing-field') assert.ok(count(left) < count(findings.filter(same)), what);
          mended++;
        }
      }
    }), runs(40));
    assert.ok(mended > 200, `${mended}`);
  }).timeout(120_000);
});

describe('a sheet that full-width spaces indent', () => {
  /** The same sheet, with one such space for each two columns. */
  const wide = (text: string): string => text.replace(/^ +/gm, (spaces) => '\u3000'.repeat(spaces.length / 2) + ' '.repeat(spaces.length % 2));
  const nameOf = ({ rule, rows }: Finding): string => [rule.code, ...rows].join(' ');
  const readOf = (text: string): unknown => {
    const { answers, remarks, notices } = sheet(text);
    return [
      answers.map(({ id, answer, remark, cites }) => [id, answer?.word, remark?.value, cites.map((cite) => cite.text.value)]),
      remarks.map(({ id, text: value }) => [id, value?.value]),
      notices.filter(({ kind }) => kind !== 'punctuation').map(({ kind }) => kind),
    ];
  };

  it('is mended by every fix as one that is indented by other spaces is', () => {
    fc.assert(fc.property(styled, ({ text }) => {
      const typed = wide(text);
      fc.pre(isDeepStrictEqual(readOf(typed), readOf(text)));
      const plain = new Map(lintText(text).map((finding) => [nameOf(finding), finding]));
      for (const finding of lintText(typed)) {
        const other = plain.get(nameOf(finding));
        for (const fix of other ? fixes(finding) : []) {
          const same = fixes(other!).find((one) => titleOf(one) === titleOf(fix));
          if (same) assert.deepEqual(readOf(applyEdits(typed, fix.edits)), readOf(applyEdits(text, same.edits)), `${finding.rule.code}: ${titleOf(fix)}`);
        }
      }
    }), runs(25));
  }).timeout(90_000);
});

describe('repairs', () => {
  /** Whether every key is one that its map has, and every collection stands where the dialect has one. */
  function usesTheDialect(node: Node | null, role: Role): boolean {
    if (role === 'opaque') return true;
    if (isMap(node)) {
      return ['sheet', 'answers', 'answer', 'remarks'].includes(role)
        && node.items.every(({ key, value }) => isScalar(key) && roles.known(role, String(key.value)) && usesTheDialect(value as Node | null, roles.child(role, String(key.value))));
    }
    if (isSeq(node)) return ['cites', 'references'].includes(role) && node.items.every((item) => isScalar(item));
    return node === null || (isScalar(node) && (node.value === '' || !['sheet', 'answers', 'remarks'].includes(role)));
  }

  const plain = fc.oneof(
    fc.constantFrom('3', '17.1', '75', '記憶', '回答', '備考', '備考文', '参照項番', '社内', '要確認', '様式', '備考記載欄', '作成日', 'はい', '1', 'SDS-4.0', 'aa', 'い', '10:30', '-', '- x', '"a b"', "'c'", '"d'),
    fc.constantFrom(': ', ': ', ':', ', ', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n    ', '\n      ', '\r\n', ' ', '- ', '[', ']', '{ ', ' }', '"', "'", ' # c', '\n# c\n', '|', '|-\n', '>\n', '&a ', '*a', '\n\n', '? '),
  );
  const lines = fc.array(fc.oneof(
    fc.tuple(fc.constantFrom('', '  ', '    ', '      '), fc.constantFrom('3:', '75:', '17.1:', '記憶:', '回答:', '備考:', '備考文:', '参照項番:', '社内:', '備考記載欄:', '作成日:', '1:', '入退室:', '-'),
      fc.constantFrom('', ' はい', ' 1', ' [1, 2]', ' { 回答: はい }', ' "a', ' b"', ' |', ' >-', ' a # c', " 'x: y'", ' x:y', ' # c', ' &a b', ' *a', ' {', ' ['),
    ).map((parts) => parts.join('')),
    fc.constantFrom('', '# c', '  a', '    a b', '      "a', '      - a', '      b"', '    # c', '      x: y', '    ]', '  }', '    1,', '      a # c', '        - b: c', '        [d'),
  ), { maxLength: 9 }).map((all) => `様式: SDS-4.0\n回答:\n${all.join('\n')}\n`);

  it('are made only where YAML cannot read what the dialect has', () => {
    let compared = 0;
    fc.assert(fc.property(fc.oneof({ weight: 4, arbitrary: lines }, { weight: 1, arbitrary: fc.array(plain, { maxLength: 25 }).map((pieces) => `様式: SDS-4.0\n回答:\n  ${pieces.join('')}`) }), (text) => {
      const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
      if (document.errors.length > 0 || !usesTheDialect(document.contents, 'sheet')) return;
      compared++;
      assert.deepEqual(scanLines(text, roles, marks).repairs, []);
    }), runs(6000));
    assert.ok(compared > 200, `only ${compared}`);
  }).timeout(60_000);
});
