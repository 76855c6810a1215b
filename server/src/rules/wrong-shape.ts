import type { MessageKey } from '../l10n/translate.ts';
import { rule } from '../lint/rule.ts';
import type { Edit, Expected } from '../sheet/notices.ts';
import { inPlace, noticed, rowsOf, rowsOn } from './notices.ts';

export const wrongShape = rule<{ expected: Expected; edits: Edit[] }>({
  code: 'wrong-shape',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      21:
        回答: はい
        備考: 1, 2
      備考記載欄:
        1: 送付するファイルは送信前に無害化する
        2: 実行形式のファイルは受け取らない
    `,
    good: `
      21:
        回答: はい
        備考: [1, 2]
      備考記載欄:
        1: 送付するファイルは送信前に無害化する
        2: 実行形式のファイルは受け取らない
    `,
    ja: {
      title: '値の形の誤り',
      what: '語、「項目: 値」の並び、リストのどれで書くかが、開示書の書式と違う箇所を指摘します。'
        + 'たとえば、選択肢ごとに答える設問への「はい」、文を1つだけ書く項目のリスト、`[ ]` で囲まずに並べた備考の番号です。',
      why: '形が違うと、何を答えたのかを一通りに読み取ることができません。',
      fixes: '「1, 2」のように並べた値を `[ ]` で囲みます。値を1つだけ書く所にある `[はい]` からは `[ ]` を外します。',
    },
    en: {
      title: 'Value of the wrong shape',
      what: 'Reports a word, a map or a list where a sheet has another of the three: '
        + 'a plain “はい” for a question with options, a list where one text belongs, remark numbers in a row without `[ ]`.',
      why: 'In the wrong shape, what was answered cannot be read in one way only.',
      fixes: 'Puts values in a row, such as “1, 2”, into `[ ]`, and takes a single value, such as `[はい]`, out of them.',
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'shape')) {
      const rows = notice.row === undefined ? rowsOn(context.sheet, notice.span) : rowsOf(notice);
      const message = inPlace(context.sheet, rows[0], notice.span, { key: messages[notice.expected], args: { place: notice.place } });
      yield { span: notice.span, message, rows, data: { expected: notice.expected, edits: notice.edits ?? [] } };
    }
  },
  fixes: ({ data }) => [{ title: { key: data.expected === 'list' ? 'fix.make-list' : 'fix.unwrap' }, edits: data.edits, preferred: true }],
});

const messages: Record<Expected, MessageKey> = {
  map: 'wrong-shape.sheet',
  answers: 'wrong-shape.answers',
  remarks: 'wrong-shape.remarks',
  text: 'wrong-shape.text',
  answer: 'wrong-shape.answer',
  options: 'wrong-shape.options',
  list: 'wrong-shape.list',
  items: 'wrong-shape.items',
  remark: 'wrong-shape.remark',
  key: 'wrong-shape.key',
};
