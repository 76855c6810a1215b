import type { Row } from '../catalogue/form-index.ts';
import { addKey } from '../edits/add-key.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
import { isEmptyGate } from './empty-gate.ts';
import { misshapen } from './notices.ts';
import { isMistyped } from './unknown-key.ts';

export const unexplainedAnswer = rule<AnswerEntry>({
  code: 'unexplained-answer',
  severity: { default: 'info', strict: 'warning' },
  docs: {
    bad: `
      57: いいえ
    `,
    good: `
      57:
        回答: いいえ
        備考文: 非常時はリモートサービスを停止し、復旧後に通常の手順で再開する
    `,
    ja: {
      title: '理由の備考がない',
      what: '「いいえ」、または対象と考えられる設問への「対象外」に、備考がないときに指摘します。選択肢と、「…場合」のように前提を述べる設問への「対象外」は指摘しません。',
      why: '理由や代わりの手段が書かれていなければ、受け取った医療機関は問い合わせなければなりません。',
      fixes: '定型の文を備考文として追加します。実際の理由に書き換えてください。',
    },
    en: {
      title: 'No reason given',
      what: 'Reports “いいえ”, or 対象外 on a question that seems to apply, without a remark. Options, and 対象外 on questions that state a premise of their own, are not reported.',
      why: 'Without a reason or an alternative, the hospital has to ask.',
      fixes: "Adds a stock sentence as the row's remark. Replace it by the actual reason.",
    },
  },
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
      edits: addKey(sheet, entry, answer.remark.key, text),
    }));
  },
});

function needsReason(context: LintContext, entry: AnswerEntry): boolean {
  const { meaning, word } = entry.answer!;
  if (meaning !== 'no' && meaning !== 'inapplicable') return false;
  // An empty or unreadable remark is reported itself.
  if (entry.remarkKey || entry.cites.length > 0 || misshapen(context.sheet, entry.span, context.sheet.catalogue.dialect.answer.cites.key)) return false;
  const { cites, remark } = context.sheet.catalogue.dialect.answer;
  if (isMistyped(context, cites.key, entry.span) || isMistyped(context, remark.key, entry.span)) return false;
  const row = entry.row!;
  if (context.sheet.entriesOf(row).length > 1) return false;
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
