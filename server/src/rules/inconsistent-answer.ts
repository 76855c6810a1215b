import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const inconsistentAnswer = rule<Contradiction>({
  code: 'inconsistent-answer',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      1: 非該当
      1.1: はい
    `,
    good: `
      1: 非該当
      1.1: 対象外
    `,
    ja: {
      title: '「非該当」の設問の下の「はい」',
      what: '「非該当」と答えた設問の下位の設問に「はい」と答えているときに指摘します。',
      why: 'その業務や機能がないという回答と、その対策があるという回答は両立せず、読む人はどちらを信じてよいか分かりません。',
      fixes: 'この設問を「対象外」にする、同じ理由で食い違う設問をまとめて「対象外」にする、上位の設問を「該当」にする、のどれかを行います。',
    },
    en: {
      title: '“はい” below a question that is 非該当',
      what: 'Reports “はい” on a question below one that is answered 非該当.',
      why: 'That there is no such business and that there is a measure for it cannot both be true, and readers do not know which to believe.',
      fixes: 'Sets the question to 対象外, or all that disagree for the same reason, or the question above to 該当.',
    },
  },
  *check(context) {
    for (const one of contradictions(context, 'gate', ['yes', 'open'])) yield contradictionDraft(context, one, 'inconsistent-answer.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['open'])),
});
