import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const parentMismatch = rule<Contradiction>({
  code: 'parent-mismatch',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      12:
        回答: いいえ
        備考文: 機器は医療機関の区画にあり、入退管理は医療機関が行う
      12.1: はい
    `,
    good: `
      12:
        回答: いいえ
        備考文: 機器は医療機関の区画にあり、入退管理は医療機関が行う
      12.1: 対象外
    `,
    ja: {
      title: '上位の設問と食い違う「はい」',
      what: '上位の設問への回答からすると対象外のはずの設問に、「はい」と答えているときに指摘します。'
        + 'この関係は設問の文言から読み取ったもので、様式が定める「該当／非該当」ほど確かではないため、エラーにはしません。',
      why: '前提となる対策がないのに、その詳細はあると答えた形になります。どちらかの設問が読み違えられているかもしれません。',
      fixes: 'この設問を「対象外」にする、同じ理由で食い違う設問をまとめて「対象外」にする、上位の設問を「はい」にする、のどれかを行います。',
    },
    en: {
      title: '“はい” that disagrees with the question above',
      what: 'Reports “はい” on a question that, by the answer to the one above, should not apply. '
        + 'This was read from the wording of the questions and is less certain than 該当 and 非該当, which the form itself lays down; so it is no error.',
      why: 'The sheet says that a measure is missing and describes it nevertheless. One of the two questions may have been misread.',
      fixes: 'Sets the question to 対象外, or all that disagree for the same reason, or the question above to はい.',
    },
  },
  *check(context) {
    for (const one of contradictions(context, 'parent', ['yes', 'open'])) yield contradictionDraft(context, one, 'parent-mismatch.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['yes', 'open'])),
});
