import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { editsOf, type SheetEdit } from '../../server/src/edits/answering/edit.ts';
import { commentsOf } from '../../server/src/sheet/pieces.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { applyEdits, sheet } from '../support/sheets.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
/** A comment behind every line that can have one. */
const commented = sample.replace(/^( +[^#\n|]*[^#\n|:]:? [^#\n|]*)$/gm, '$1 # 注');
const TOP = '様式: SDS-4.0\n';

/** The text after an edit; undefined where it cannot be made. */
function edited(text: string, edit: SheetEdit): string | undefined {
  const edits = editsOf(sheet(text), edit);
  return edits && applyEdits(text, edits);
}

/** Each case: what is done, the lines below 回答 before, and after. */
function below(edit: SheetEdit, before: string, after: string, rest = ''): void {
  const head = `${TOP}回答:\n`;
  assert.equal(edited(`${head}${before}\n${rest}`, edit), `${head}${after}\n${rest}`);
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  assert.equal(edited(crlf(`\uFEFF${head}${before}\n${rest}`), edit), crlf(`\uFEFF${head}${after}\n${rest}`), 'with CRLF and a byte order mark');
}

describe('Answering without seeing the text', () => {
  it('changes an answer and nothing around it', () => {
    const edit: SheetEdit = { kind: 'answer', row: '3', word: 'いいえ' };
    below(edit, '  3: はい # 注', '  3: いいえ # 注');
    below(edit, '  3:\n    回答: はい # 注\n    備考: 1', '  3:\n    回答: いいえ # 注\n    備考: 1');
    below(edit, '  3: { 備考: 1, 回答: "はい" }', '  3: { 備考: 1, 回答: いいえ }');
    below(edit, '  3: ○', '  3: いいえ');
    below(edit, '  3:', '  3: いいえ');
    below({ kind: 'answer', row: '17.1/記憶', word: 'いいえ' }, '  17.1: { 記憶: はい, その他: いいえ }', '  17.1: { 記憶: いいえ, その他: いいえ }');
  });

  it('adds a row where the form has it', () => {
    below({ kind: 'answer', row: '3', word: 'はい' }, '  2: はい # 注\n  4: はい', '  2: はい # 注\n  3: はい\n  4: はい');
    below({ kind: 'answer', row: '17.1/記憶', word: 'はい' }, '  17: はい', '  17: はい\n  17.1:\n    記憶: はい');
    below({ kind: 'answer', row: '17.1/その他', word: 'はい' }, '  17.1: { 記憶: はい }', '  17.1: { 記憶: はい, その他: はい }');
    assert.equal(edited(`${TOP}回答: { 2: はい }\n`, { kind: 'answer', row: '3', word: 'はい' }), `${TOP}回答: { 2: はい, 3: はい }\n`);
    assert.equal(edited(TOP, { kind: 'answer', row: '3', word: 'はい' }), `${TOP}回答:\n  3: はい\n`);
    assert.equal(edited(`${TOP}備考記載欄:\n  1: a\n`, { kind: 'answer', row: '17.1/記憶', word: 'はい' }), `${TOP}回答:\n  17.1:\n    記憶: はい\n備考記載欄:\n  1: a\n`);
    assert.equal(edited(`${TOP}回答:\n`, { kind: 'answer', row: '3', word: 'はい' }), `${TOP}回答:\n  3: はい\n`);
  });

  it('does nothing where it has nothing to do, and says so where it cannot', () => {
    assert.deepEqual(editsOf(sheet(`${TOP}回答:\n  3: はい\n`), { kind: 'answer', row: '3', word: 'はい' }), []);
    for (const [text, edit] of [
      [`${TOP}回答:\n  3: はい\n`, { kind: 'answer', row: '3', word: '該当' }],
      [`${TOP}回答:\n  3: はい\n`, { kind: 'answer', row: '999', word: 'はい' }],
      [`${TOP}回答:\n  3: はい\n  3: いいえ\n`, { kind: 'answer', row: '3', word: 'はい' }],
      [`${TOP}回答:\n  3: [はい]\n`, { kind: 'answer', row: '3', word: 'はい' }],
      [`${TOP}回答:\n  3: はい\n  4: "開いた\n`, { kind: 'answer', row: '3', word: 'いいえ' }],
      ['様式: なし\n回答:\n  3: はい\n', { kind: 'answer', row: '3', word: 'いいえ' }],
      [`${TOP}回答:\n`, { kind: 'provisional', row: '3', text: '' }],
      [`${TOP}回答:\n`, { kind: 'cite', row: '3', remark: '1' }],
      [`${TOP}回答:\n`, { kind: 'field', field: '版', text: '1' }],
    ] satisfies [string, SheetEdit][]) assert.equal(editsOf(sheet(text), edit), undefined, JSON.stringify(edit));
  });

  it('writes a row\'s own remark, also of several lines, and takes it away', () => {
    const edit: SheetEdit = { kind: 'row-remark', row: '3', text: '鍵: 総務が管理' };
    below(edit, '  3: はい # 注', '  3:\n    回答: はい # 注\n    備考文: "鍵: 総務が管理"');
    below(edit, '  3: { 回答: はい }', '  3: { 回答: はい, 備考文: "鍵: 総務が管理" }');
    below({ ...edit, text: '一行目\n二行目' }, '  3:\n    回答: はい\n    備考文: 前の文 # 注\n  4: はい', '  3:\n    回答: はい\n    備考文: |- # 注\n      一行目\n      二行目\n  4: はい');
    below({ ...edit, text: '一行目\n二行目' }, '  3:\n    備考文: # 注', '  3:\n    備考文: |- # 注\n      一行目\n      二行目');
    below({ ...edit, text: '短い' }, '  3:\n    備考文: |-\n      一行目\n      二行目\n  4: はい', '  3:\n    備考文: |-\n      短い\n  4: はい');
    below({ ...edit, text: '' }, '  3:\n    回答: はい\n    備考文: 前の文\n  4: はい', '  3:\n    回答: はい\n  4: はい');
  });

  it('cites remarks and takes citations back', () => {
    const [cite, uncite]: SheetEdit[] = [{ kind: 'cite', row: '3', remark: '2' }, { kind: 'uncite', row: '3', remark: '2' }];
    const table = '備考記載欄:\n  1: a\n  2: b\n';
    below(cite!, '  3: はい', '  3:\n    回答: はい\n    備考: 2', table);
    below(cite!, '  3:\n    備考: 1', '  3:\n    備考: [1, 2]', table);
    below(cite!, '  3:\n    備考: [1]', '  3:\n    備考: [1, 2]', table);
    below(cite!, '  3:\n    備考:\n      - 1 # 注\n  4: はい', '  3:\n    備考:\n      - 1 # 注\n      - 2\n  4: はい', table);
    below(cite!, '  3:\n    備考: なし', '  3:\n    備考: 2', table);
    below(uncite!, '  3:\n    回答: はい\n    備考: 2', '  3:\n    回答: はい', table);
    below(uncite!, '  3:\n    備考: [1, 2]', '  3:\n    備考: [1]', table);
    below(uncite!, '  3:\n    備考: [2, 1]', '  3:\n    備考: [1]', table);
    below(uncite!, '  3:\n    備考:\n      - 2 # 注\n      - 1', '  3:\n    備考:\n        # 注\n      - 1', table);
    below(uncite!, '  3:\n    備考:\n      - 1\n      - 2\n  4: はい', '  3:\n    備考:\n      - 1\n  4: はい', table);
  });

  it('writes the table of remarks', () => {
    const table = (lines: string): string => `${TOP}回答:\n  3: はい\n備考記載欄:\n${lines}`;
    assert.equal(edited(table('  1: "a" # 注\n'), { kind: 'remark', remark: '1', text: 'b' }), table('  1: "b" # 注\n'));
    assert.equal(edited(table('  1: a\n'), { kind: 'remark', remark: '2', text: '一\n二' }), table('  1: a\n  2: |-\n    一\n    二\n'));
    assert.equal(edited(`${TOP}備考記載欄: { 1: a }\n`, { kind: 'remark', remark: '1', text: '一\n二' }), `${TOP}備考記載欄: { 1: "一\\n二" }\n`);
    assert.equal(edited(table('  1:\n'), { kind: 'remark', remark: '1', text: 'b' }), table('  1: b\n'));
  });

  it('marks answers as to be confirmed', () => {
    const edit: SheetEdit = { kind: 'provisional', row: '3', text: '開発部の回答待ち' };
    below(edit, '  3: はい', '  3:\n    回答: はい\n    要確認: 開発部の回答待ち');
    below({ ...edit, text: '' }, '  3: { 回答: はい }', '  3: { 回答: はい, 要確認: }');
    below({ ...edit, text: null }, '  3:\n    回答: はい\n    要確認: 確認中 # 注', '  3:\n    回答: はい\n    # 注');
    below({ ...edit, text: null }, '  3: はい', '  3: はい');
  });

  it('writes the header', () => {
    assert.equal(edited(`${TOP}バージョン: 1.1 # 注\n`, { kind: 'field', field: 'バージョン', text: '1.10' }), `${TOP}バージョン: '1.10' # 注\n`);
    assert.equal(edited(`${TOP}作成日: 2023-10-04\nバージョン: 1\n`, { kind: 'field', field: 'サービス名称', text: 'A: B' }), `${TOP}作成日: 2023-10-04\nサービス名称: "A: B"\nバージョン: 1\n`);
  });

  it('does what it says and leaves the rest as it is, whatever is done', () => {
    const rows = sheet(sample).form!.rows.filter((row) => row.words.length > 0);
    const text = fc.oneof(fc.string(), fc.constantFrom('要点: "引用" と # 記号', '一行目\n  字下げ\n\n三行目', '- 一', '1.10', '「」', '{a}', '@x', '𠮷'));
    const edits = fc.oneof(
      fc.tuple(fc.constantFrom(...rows), fc.nat(2)).map(([row, at]): SheetEdit => ({ kind: 'answer', row: row.id, word: row.words[at % row.words.length]!.word })),
      fc.tuple(fc.constantFrom(...rows), text).map(([row, value]): SheetEdit => ({ kind: 'row-remark', row: row.id, text: value })),
      fc.tuple(fc.constantFrom(...rows), text).map(([row, value]): SheetEdit => ({ kind: 'provisional', row: row.id, text: value })),
      fc.tuple(fc.constantFrom(...rows), fc.constantFrom('1', '2', '7')).map(([row, remark]): SheetEdit => ({ kind: 'cite', row: row.id, remark })),
      fc.tuple(fc.constantFrom(...rows), fc.constantFrom('1', '2', '7')).map(([row, remark]): SheetEdit => ({ kind: 'uncite', row: row.id, remark })),
      fc.tuple(fc.constantFrom('1', '7', '8', '入退室'), text).map(([remark, value]): SheetEdit => ({ kind: 'remark', remark, text: value })),
      fc.tuple(fc.constantFrom('サービス名称', '連絡先'), text).map(([field, value]): SheetEdit => ({ kind: 'field', field, text: value.replace(/\s+/g, ' ') })),
    );
    fc.assert(fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), fc.boolean(), (steps, crlf) => {
      let before = sheet(crlf ? commented.replaceAll('\n', '\r\n') : commented);
      for (const step of steps) {
        const made = editsOf(before, step);
        if (!made) continue;
        const after = sheet(applyEdits(before.document.getText(), made));
        assert.deepEqual(after.notices.filter((notice) => notice.kind === 'syntax'), [], after.document.getText());
        assert.deepEqual(comments(after), comments(before));
        compare(before, after, step);
        assert.deepEqual(editsOf(after, step), [], 'and there is nothing left to do');
        before = after;
      }
    }), { numRuns: 40, seed: 20_231_004, endOnFailure: false });
  });
});

function comments(read: Sheet): string[] {
  const text = read.document.getText();
  return commentsOf(read).map(({ start, end }) => text.slice(start, end));
}

/** Everything that a sheet says, by place. */
function said(read: Sheet): Map<string, string> {
  const all = new Map<string, string>();
  for (const entry of read.answers) {
    if (entry.answer) all.set(`answer ${entry.id}`, entry.answer.word);
    if (entry.remark) all.set(`row-remark ${entry.id}`, entry.remark.value);
    if (entry.provisional) all.set(`provisional ${entry.id}`, entry.provisional.text?.value ?? '');
    if (entry.cites.length > 0) all.set(`cites ${entry.id}`, entry.cites.map((cite) => cite.text.value).join(','));
  }
  for (const remark of read.remarks) all.set(`remark ${remark.id}`, remark.text?.value ?? '');
  for (const { field, value } of read.header) all.set(`field ${field.key}`, value?.value ?? '');
  return all;
}

function compare(before: Sheet, after: Sheet, step: SheetEdit): void {
  const [old, now] = [said(before), said(after)];
  const own = 'row' in step ? `${step.kind === 'cite' || step.kind === 'uncite' ? 'cites' : step.kind} ${step.row}` : step.kind === 'remark' ? `remark ${step.remark}` : step.kind === 'field' ? `field ${step.field}` : '';
  for (const key of new Set([...old.keys(), ...now.keys()])) if (key !== own) assert.equal(now.get(key), old.get(key), key);
  if (step.kind === 'answer') assert.equal(now.get(own), step.word);
  if ('text' in step) {
    const wanted = (step.text ?? '').replace(/\r\n?/g, '\n').replace(/\s+$/, '');
    assert.equal((now.get(own) ?? '').trimEnd(), step.kind === 'row-remark' && wanted.trim() === '' ? '' : wanted);
  }
}
