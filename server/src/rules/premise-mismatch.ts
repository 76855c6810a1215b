import type { AgreeConstraintData, TestData } from '../catalogue/form.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import { answerOf } from './constraints.ts';
import { listed, type Message } from '../l10n/translate.ts';

export const premiseMismatch = rule<null>({
  code: 'premise-mismatch',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      43: 対象外
      46: はい
      50: 対象外
    `,
    good: `
      43: 対象外
      46: 対象外
      50: 対象外
    `,
    ja: {
      title: '前提の食い違い',
      what: '同じ前提に立つ設問の回答が食い違うときに、1か所で指摘します。SDS-4.0 では、保守の外部委託（43、46、50）と、リモートメンテナンスの提供（75、48、49）です。',
      why: '前提が設問ごとに違うと、サービスの実態がどちらなのか、読む人には分かりません。',
    },
    en: {
      title: 'Premises that disagree',
      what: 'Reports, once, that questions with the same premise are answered differently. In SDS-4.0: whether maintenance is outsourced (43, 46, 50) and whether remote maintenance is offered (75, 48, 49).',
      why: 'When the premise changes from question to question, readers do not know what the service is like.',
    },
  },
  *check(context) {
    const { form } = context.sheet;
    for (const constraint of form?.data.constraints ?? []) {
      if (constraint.kind !== 'agree') continue;
      const differing = firstDiffering(context, constraint);
      const entry = differing && context.sheet.entryOf(form!.row(differing)!);
      if (!entry) continue;
      const others = members(constraint).filter((id) => id !== differing);
      const state = (id: string): Message => ({ key: 'list.row-word', args: { row: id, word: context.applicability.reliable(form!.row(id)!) ?? '' } });
      yield {
        span: (entry.word ?? entry.key).span,
        message: {
          key: 'premise-mismatch.message',
          args: { row: differing, about: constraint.about, others: listed(others.map(state)), word: context.applicability.reliable(entry.row!) ?? '' },
        },
        rows: [differing, ...others],
        related: others.flatMap((id) => {
          const other = context.sheet.entryOf(form!.row(id)!);
          const args = { row: id, word: context.applicability.reliable(form!.row(id)!) ?? '' };
          return other ? [{ span: (other.word ?? other.key).span, message: { key: 'related.decides' as const, args } }] : [];
        }),
        data: null,
      };
    }
  },
});

/** The rows of a constraint, in the order in which the form's data names them. */
function members(constraint: AgreeConstraintData): string[] {
  return [...new Set(constraint.cases.flatMap((one) => one.map((test) => test.row)))];
}

/**
 * The first row that differs from the group's first: the first failing test of the case that the first row's
 * answer belongs to. Nothing when a row is unknown, or below a closed gate.
 */
function firstDiffering(context: LintContext, constraint: AgreeConstraintData): string | undefined {
  if (members(constraint).some((id) => answerOf(context, id) === undefined)) return undefined;
  const { sheet, applicability } = context;
  const holds = (test: TestData): boolean => applicability.test(test) === true;
  if (constraint.cases.some((one) => one.every(holds))) return undefined;
  const own = constraint.cases.find((one) => one[0] && holds(one[0])) ?? constraint.cases[0]!;
  const failing = own.filter((test) => !holds(test)).map((test) => test.row);
  return members(constraint).find((id) => failing.includes(id) && sheet.entryOf(sheet.form!.row(id)!) !== undefined);
}
