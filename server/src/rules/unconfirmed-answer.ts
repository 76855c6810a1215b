import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
import { shortened } from '../text/shortened.ts';

/** How many characters of the reason are told. */
const REASON = 60;

export const unconfirmedAnswer = rule<AnswerEntry>({
  code: 'unconfirmed-answer',
  severity: { default: 'info', strict: 'error' },
  docs: {
    bad: `
      21:
        回答: はい
        要確認: 開発部の回答待ち
    `,
    good: `
      21: はい
    `,
    ja: {
      title: '要確認のままの回答',
      what: '回答に「要確認」の印が残っているときに指摘します。印のある開示書には「案」と表示されます。',
      why: '確定していない回答を社外に出すと、医療機関の判断の後で訂正することになりかねません。',
      fixes: '「要確認」の項目を取り除きます。確認がすんでから使ってください。',
    },
    en: {
      title: 'Answer still to be confirmed',
      what: 'Reports an answer that carries 要確認. A sheet with such an answer is shown as a draft (案).',
      why: 'An answer that is not settled may have to be corrected after the hospital has decided by it.',
      fixes: 'Removes the mark. Use it once the answer is confirmed.',
    },
  },
  *check({ sheet }) {
    for (const entry of sheet.answers) {
      if (!entry.provisional) continue;
      const reason = shortened(entry.provisional.text?.value ?? '', REASON);
      yield {
        span: entry.provisional.key.span,
        message: { key: 'unconfirmed-answer.message', args: { row: entry.id, reason, given: reason === '' ? 'no' : 'yes' } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-entry', args: { key: data.provisional!.key.value } }, edits: data.shape === 'other' ? [] : removeEntry(sheet, data.provisional!.key, data.provisional!.span) },
  ],
});
