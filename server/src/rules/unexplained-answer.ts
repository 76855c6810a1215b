import type { Row } from '../catalogue/form-index.ts';
import { addKey, fill } from '../edits/answer.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
import { isEmptyGate } from './empty-gate.ts';

export const unexplainedAnswer = rule<AnswerEntry>({
  code: 'unexplained-answer',
  severity: { default: 'info', strict: 'warning' },
  restsOnAbsence: true,
  *check(context) {
    for (const entry of context.sheet.answers) {
      if (!entry.row || entry.row.kind === 'option' || !entry.answer || !needsReason(context, entry)) continue;
      yield {
        span: entry.word!.span,
        message: { key: 'unexplained-answer.message', args: { row: entry.id, word: entry.answer.word } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes({ data: entry }, { sheet }) {
    const { answer, stockRemarks } = sheet.catalogue.dialect;
    const premise = entry.row!.premise;
    const texts = entry.answer!.meaning === 'inapplicable' ? [stockRemarks.inapplicable]
      : [...(premise === undefined ? [] : [stockRemarks.noWithPremise.replace('{premise}', premise)]), stockRemarks.no];
    return texts.map((text) => ({
      title: { key: 'fix.add-remark-text', args: { row: entry.id, text } },
      edits: entry.remarkKey ? fill(sheet, entry.remarkKey, text) : addKey(sheet, entry, answer.remark.key, text),
    }));
  },
});

function needsReason(context: LintContext, entry: AnswerEntry): boolean {
  const { meaning, word } = entry.answer!;
  if (meaning !== 'no' && meaning !== 'inapplicable') return false;
  if (entry.remark || entry.cites.length > 0) return false;
  const row = entry.row!;
  if (context.applicability.applies(row).value !== true || row.remarkWhen.includes(word)) return false;
  return meaning === 'no' || !(row.premise !== undefined || agrees(context, row) || belowEmptyGate(context, row));
}

/** "Not applicable" in an agreeing group explains itself by the group. */
function agrees({ sheet }: LintContext, row: Row): boolean {
  return sheet.form!.data.constraints.some((one) => one.kind === 'agree' && one.cases.some((tests) => tests.some((test) => test.row === row.id)));
}

function belowEmptyGate(context: LintContext, row: Row): boolean {
  for (let above = row.parent; above; above = above.parent) if (isEmptyGate(context, above)) return true;
  return false;
}
