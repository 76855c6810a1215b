import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const inapplicableAnswer = rule<Contradiction>({
  code: 'inapplicable-answer',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      1: 非該当
      1.1: いいえ
    `,
    good: `
      1: 非該当
      1.1: 対象外
    `,
    ja: {
      title: '「非該当」の設問の下の「いいえ」',
      what: '「非該当」と答えた設問の下位の設問に「いいえ」と答えているときに指摘します。',
      why: '「いいえ」は、必要な対策をしていないと読まれます。もともと対象でないのなら、「対象外」としなければ事実と違って伝わります。',
      fixes: 'この設問を「対象外」にする、同じ理由で食い違う設問をまとめて「対象外」にする、上位の設問を「該当」にする、のどれかを行います。',
    },
    en: {
      title: '“いいえ” below a question that is 非該当',
      what: 'Reports “いいえ” on a question below one that is answered 非該当.',
      why: '“いいえ” reads as a measure that is needed and not taken. Where it never applied, only 対象外 says so.',
      fixes: 'Sets the question to 対象外, or all that disagree for the same reason, or the question above to 該当.',
    },
  },
  *check(context) {
    for (const one of contradictions(context, 'gate', ['no'])) yield contradictionDraft(context, one, 'inapplicable-answer.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['open'])),
});
