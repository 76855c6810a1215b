import type { AgreeConstraintData, TestData } from '../catalogue/form.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
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
      const rows = differing(context, constraint);
      const entry = rows && entryOf(context, rows[0]!);
      if (!entry) continue;
      const others = members(constraint).filter((id) => id !== rows[0]);
      const word = (id: string): string => context.applicability.reliable(form!.row(id)!) ?? '';
      const state = (id: string): Message => ({ key: 'list.row-word', args: { row: id, word: word(id) } });
      // What agrees with the group's first is no part of the disagreement.
      const against = rows.includes(others[0]!) ? others.filter((id) => !rows.includes(id)) : others.slice(0, 1);
      yield {
        span: (entry.word ?? entry.key).span,
        message: {
          key: 'premise-mismatch.message',
          args: { rows: listed(rows.map(state)), about: constraint.about, others: listed((against.length > 0 ? against : others).map(state)) },
        },
        rows: [rows[0]!, ...others],
        related: others.flatMap((id) => {
          const other = entryOf(context, id);
          return other ? [{ span: (other.word ?? other.key).span, message: { key: 'related.decides' as const, args: { row: id, word: word(id) } } }] : [];
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
 * The rows that differ from the group's first, the first that is written before the others: the failing tests of the
 * case that the first row's answer belongs to. Nothing when a row is unknown, or below a closed gate.
 */
function differing(context: LintContext, constraint: AgreeConstraintData): string[] | undefined {
  if (members(constraint).some((id) => answerOf(context, id) === undefined)) return undefined;
  const holds = (test: TestData): boolean => context.applicability.test(test) === true;
  if (constraint.cases.some((one) => one.every(holds))) return undefined;
  const own = constraint.cases.find((one) => one[0] && holds(one[0])) ?? constraint.cases[0]!;
  const failing = members(constraint).filter((id) => own.some((test) => test.row === id && !holds(test)));
  const written = failing.find((id) => entryOf(context, id));
  return written === undefined ? undefined : [written, ...failing.filter((id) => id !== written)];
}

function entryOf({ sheet }: LintContext, id: string): AnswerEntry | undefined {
  return sheet.entryOf(sheet.form!.row(id)!);
}
