import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import type { Notice } from '../sheet/notices.ts';
import { inPlace, noticed, rowsOf } from './notices.ts';

export const duplicateKey = rule<Extract<Notice, { kind: 'duplicate' }>>({
  code: 'duplicate-key',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      71: はい
      71: いいえ
    `,
    good: `
      71: はい
    `,
    ja: {
      title: '項目の重複',
      what: '同じ項目、設問、選択肢、備考の番号が2回以上書かれているときに、2つ目から指摘します。全角と半角のような表記だけの違いは、同じものとみなします。',
      why: 'どちらの値が正しいのか、読む人にも、ほかのツールにも分かりません。',
      fixes: '指摘された側を取り除きます。どちらを残すかを決めてから使ってください。',
    },
    en: {
      title: 'Duplicate key',
      what: 'Reports a key, question, option or remark number that stands twice, from the second one on. Keys that differ in spelling only, as in full width, are the same.',
      why: 'Neither readers nor other tools can tell which value is right.',
      fixes: 'Removes the one that is reported. Decide first which one to keep.',
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'duplicate')) {
      yield {
        span: notice.span,
        message: inPlace(context.sheet, notice.row, notice.span, { key: 'duplicate-key.message', args: { key: notice.key } }),
        rows: rowsOf(notice),
        related: [{ span: notice.first, message: { key: 'duplicate-key.first', args: { key: notice.key } } }],
        data: notice,
      };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-entry', args: { key: data.key } }, edits: removeEntry(sheet, { value: data.key, span: data.span, style: 'plain' }, data.entry) },
  ],
});
