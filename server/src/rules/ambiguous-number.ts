import { rule } from '../lint/rule.ts';
import type { Text } from '../sheet/model.ts';
import { textsOf } from '../sheet/texts.ts';
import { inPlace, noticed } from './notices.ts';
import { isAmbiguousNumber } from '../text/ambiguous-number.ts';

export const ambiguousNumber = rule<Text>({
  code: 'ambiguous-number',
  severity: { default: 'hint', strict: 'hint' },
  hasSafeFixes: true,
  docs: {
    bad: `
      様式: SDS-4.0
      サービス名称: リモート保守サービス
      バージョン: 1.10
    `,
    good: `
      様式: SDS-4.0
      サービス名称: リモート保守サービス
      バージョン: '1.10'
    `,
    ja: {
      title: '数値と紛れる書き方',
      what: 'ほかのツールが数値として読むと書いたとおりに残らない値（`1.10`、`1.0`、`007`、`1e3` など）が、引用符なしで書かれているときに指摘します。',
      why: '開示書としては書いたとおりに読みますが、ほかのツールを通すと、版「1.10」が「1.1」に変わってしまうことがあります。',
      fixes: '値を引用符で囲みます。',
    },
    en: {
      title: 'Text that reads as a number',
      what: 'Reports an unquoted value that other tools read as a number and would not print back as written: `1.10`, `1.0`, `007`, `1e3`.',
      why: 'Here it is read as written, but another tool may turn version 1.10 into 1.1.',
      fixes: 'Quotes the value.',
    },
  },
  *check(context) {
    const { sheet } = context;
    const dates = new Set(sheet.header.map(({ field, value }) => (field.kind === 'date' ? value : undefined)));
    const unknown = new Set(noticed(context, 'unknown-question').map(({ span }) => span.start));
    for (const { text, rows } of textsOf(sheet)) {
      if (text.style !== 'plain' || !isAmbiguousNumber(text.value) || dates.has(text) || unknown.has(text.span.start)) continue;
      const read = String(Number(text.value));
      yield { span: text.span, message: inPlace(sheet, rows[0], text.span, { key: 'ambiguous-number.message', args: { written: text.value, read } }), rows, data: text };
    }
  },
  fixes: ({ data }) => [
    { title: { key: 'fix.quote' }, edits: [{ span: data.span, text: `'${data.value}'` }], safe: true, preferred: true },
  ],
});
