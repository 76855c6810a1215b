import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format, formatOnType, formatRange } from '../../../server/src/features/formatting.ts';
import { at, HEAD } from '../../support/cursor.ts';

const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Formats a document as Enter does that has just begun the line of the cursor; `|` stands at the line's end then. */
function entered(marked: string, tabSize = 2, typed = '\n'): string {
  const { context, offset, document } = at(`${HEAD}${marked}`);
  const edits = formatOnType(context, document.positionAt(offset), typed, { ...OPTIONS, tabSize });
  const line = document.positionAt(offset).line;
  const lines = TextDocument.applyEdits(document, edits).split('\n');
  lines[line] += '|';
  return lines.join('\n').slice(HEAD.length);
}

describe('Formatting on type', () => {
  it('indents below a question and below the tables', () => {
    assert.equal(entered('回答:\n    17.1:\n|'), '回答:\n    17.1:\n        |');
    assert.equal(entered('回答:\n|', 4), '回答:\n    |');
    assert.equal(entered('回答:\n  3: はい\n備考記載欄: # 注\n|\n  1: あ\n'), '回答:\n  3: はい\n備考記載欄: # 注\n  |\n  1: あ\n');
  });

  it('goes where the keys are that a question has already', () => {
    assert.equal(entered('回答:\n  17.1:\n|\n      その他: いいえ\n'), '回答:\n  17.1:\n      |\n      その他: いいえ\n');
  });

  it('goes on with the next row, the next item, and a text', () => {
    assert.equal(entered('回答:\n  3: はい # 三\n|\n  5: はい\n'), '回答:\n  3: はい # 三\n  |\n  5: はい\n');
    assert.equal(entered('回答:\n  21:\n    参照項番:\n      - 6.5.C12\n|'), '回答:\n  21:\n    参照項番:\n      - 6.5.C12\n      |');
    assert.equal(entered('回答:\n  21:\n    備考文: |-\n'.replace('|-', '｜-') + '|'), '回答:\n  21:\n    備考文: ｜-\n      |');
    assert.equal(entered('回答:\n  # 体制\n|'), '回答:\n  # 体制\n  |');
  });

  it('corrects what the editor indented by its own unit', () => {
    assert.equal(entered('回答:\n    17.1:\n      |'), '回答:\n    17.1:\n        |');
  });

  it('leaves alone a line that has text, and what is not certain', () => {
    for (const text of ['回答:\n  3:\nは|', '回答:\n  3: はい\n\n|', '回答:\n  21:\n    備考文: "あ\n|', '回答:\n  21:\n    備考: [1,\n|', '作成日:\n|', '|', '回答:\n  3\n|']) {
      assert.equal(entered(text), text);
    }
  });

  it('does nothing behind anything but a line break', () => {
    assert.equal(entered('回答:\n    17.1:\n|', 2, ':'), '回答:\n    17.1:\n|');
  });
});

describe('Formatting', () => {
  it('takes the editor\'s options', () => {
    const { context, document } = at(`${HEAD}回答:\n  3:  はい|`);
    const apply = (options: Parameters<typeof format>[1]): string => TextDocument.applyEdits(document, format(context, options)).slice(HEAD.length);
    assert.equal(apply(OPTIONS), '回答:\n  3: はい');
    assert.equal(apply({ ...OPTIONS, insertFinalNewline: true, trimTrailingWhitespace: false }), '回答:\n  3: はい\n');
  });

  it('of a range leaves out a line that the range only reaches', () => {
    const { context, document } = at(`${HEAD}回答:\n  3:  はい\n  |4:  はい\n`);
    const edits = formatRange(context, { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } }, OPTIONS);
    assert.equal(TextDocument.applyEdits(document, edits).slice(HEAD.length), '回答:\n  3: はい\n  4:  はい\n');
  });
});
