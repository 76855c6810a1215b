import type { AtLeastConstraintData } from '../catalogue/form.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';

export const tooFewSelected = rule<null>({
  code: 'too-few-selected',
  severity: { default: 'warning', strict: 'warning' },
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
          args: { row: entry.id, about, count, rows: rows.join('、'), word: is.join('」「') },
        },
        rows: [entry.id, ...rows.filter((id) => id !== entry.id)],
        data: null,
      };
    }
  },
});

/** Judged only where every row is known, or what is unknown could not make it hold. */
function fails({ sheet, applicability }: LintContext, constraint: AtLeastConstraintData): boolean {
  if (constraint.when && applicability.test(constraint.when) !== true) return false;
  const values = constraint.rows.map((id) => sheet.form!.row(id)).map((row) => row && applicability.reliable(row));
  const possible = values.filter((value) => value === undefined || constraint.is.includes(value)).length;
  return possible < constraint.count && values.every((value) => value !== undefined);
}

/** On the row that demands it, or else on the first row of the group. */
function place({ sheet }: LintContext, { when, rows }: AtLeastConstraintData): AnswerEntry | undefined {
  const row = sheet.form!.row(when?.row ?? rows[0]!);
  return row && sheet.entryOf(row);
}
