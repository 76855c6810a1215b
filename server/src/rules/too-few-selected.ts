import type { AtLeastConstraintData } from '../catalogue/form.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
import { answerOf } from './constraints.ts';
import { listed, quotedWords } from '../l10n/translate.ts';

export const tooFewSelected = rule<null>({
  code: 'too-few-selected',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      17: はい
      17.1:
        記憶: はい
        生体認証: いいえ
        物理媒体: いいえ
        2要素:
          回答: はい
          備考文: IDとパスワードに加え、居室への入室にICカードを使う
        その他: いいえ
    `,
    good: `
      17: はい
      17.1:
        記憶: はい
        生体認証: いいえ
        物理媒体: はい
        2要素:
          回答: はい
          備考文: IDとパスワードに加え、居室への入室にICカードを使う
        その他: いいえ
    `,
    ja: {
      title: '選択の不足',
      what: '決まった数以上が当てはまるはずの組で、その数に足りないときに指摘します。SDS-4.0 では、17.1 の「2要素」が「はい」なら記憶・生体認証・物理媒体の2つ以上、'
        + '17 が「はい」なら 17.1 の選択肢の1つ以上、59～63 の1つ以上です。',
      why: '2要素認証なのに要素が1つ、というような回答は、どこかに誤りがあり、実際の対策が伝わりません。',
    },
    en: {
      title: 'Too few selected',
      what: 'Reports a group of which too few are selected. In SDS-4.0: two of 記憶, 生体認証 and 物理媒体 when 2要素 in 17.1 is はい; one option of 17.1 when 17 is はい; '
        + 'one of 59 to 63.',
      why: 'Two factors with only one of them selected is a mistake somewhere, and does not tell what is really done.',
    },
  },
  *check(context) {
    for (const constraint of context.sheet.form?.data.constraints ?? []) {
      if (constraint.kind !== 'atLeast' || !fails(context, constraint)) continue;
      const entry = place(context, constraint);
      if (!entry) continue;
      const { count, rows, is, about } = constraint;
      yield {
        span: (entry.word ?? entry.key).span,
        message: {
          key: 'too-few-selected.message',
          args: { row: entry.id, about, count, rows: listed(rows), word: quotedWords(is) },
        },
        rows: [entry.id, ...rows.filter((id) => id !== entry.id)],
        data: null,
      };
    }
  },
});

function fails(context: LintContext, { when, rows, is, count }: AtLeastConstraintData): boolean {
  if (when && (answerOf(context, when.row) === undefined || context.applicability.test(when) !== true)) return false;
  const answers = rows.map((id) => answerOf(context, id));
  return !answers.includes(undefined) && answers.filter((word) => is.includes(word!)).length < count;
}

/** On the row that demands it, or else on the first row of the group. */
function place({ sheet }: LintContext, { when, rows }: AtLeastConstraintData): AnswerEntry | undefined {
  const row = sheet.form!.row(when?.row ?? rows[0]!);
  return row && sheet.entryOf(row);
}
