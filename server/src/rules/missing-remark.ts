import { addKey } from '../edits/add-key.ts';
import { fill } from '../edits/answer.ts';
import { addCite } from '../edits/cites.ts';
import { addRemark, nextRemarkNumber } from '../edits/remarks.ts';
import { rule, type Fix, type LintContext } from '../lint/rule.ts';
import { losesText } from '../sheet/cut-off.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { citeFixes } from './cite-fixes.ts';
import { misshapen } from './notices.ts';
import { isMistyped } from './unknown-key.ts';

export const missingRemark = rule<AnswerEntry>({
  code: 'missing-remark',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      17: はい
      17.1:
        記憶: はい
        生体認証: いいえ
        物理媒体: はい
        2要素: はい
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
      title: '備考の記入が必要',
      what: '備考の記入を求める設問や選択肢に、備考がないときに指摘します。SDS-4.0 では、17.1 の「2要素」と「その他」が「はい」の場合です。',
      why: '様式が組み合わせや方法の記入を求めており、それがなければ回答の内容が分かりません。',
      fixes: '備考文を追加する、「備考記載欄」に新しい備考を追加して引用する、すでにある備考を引用する、のどれかを行います。追加した備考の本文は「要記入」となるので、書き換えてください。',
    },
    en: {
      title: 'Remark needed',
      what: 'Reports a question or option that demands a remark and has none. In SDS-4.0: 2要素 and その他 in 17.1, when はい.',
      why: 'The form asks for the combination or the method; without it the answer says nothing.',
      fixes: 'Adds a remark to the row, adds an entry to 備考記載欄 and cites it, or cites an entry that is there. A new remark says 要記入: replace it.',
    },
  },
  restsOnAbsence: true,
  *check(context) {
    for (const entry of context.sheet.answers) {
      if (!lacksRemark(context, entry)) continue;
      yield {
        span: entry.word!.span,
        message: { key: 'missing-remark.message', args: { row: entry.id, word: entry.answer!.word, text: entry.row!.text } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes({ data: entry }, { sheet }) {
    const number = nextRemarkNumber(sheet);
    const { placeholder } = sheet.catalogue.dialect;
    const fixes: Fix[] = [
      { title: { key: 'fix.add-remark-here', args: { row: entry.id } }, edits: remarkHere(sheet, entry, placeholder), preferred: true },
      {
        title: { key: 'fix.add-remark-entry', args: { row: entry.id, number } },
        edits: together(addCite(sheet, entry, number), addRemark(sheet, number, placeholder)),
      },
    ];
    return [...fixes, ...citeFixes(sheet, entry, (key) => addCite(sheet, entry, key))];
  },
});

/** Whether a row demands a remark and has none; one that is lost, or has the wrong shape, is reported for that. */
export function lacksRemark(context: LintContext, entry: AnswerEntry): boolean {
  const { sheet, applicability } = context;
  const { cites, remark } = sheet.catalogue.dialect.answer;
  if (!entry.answer || !entry.row!.remarkWhen.includes(entry.answer.word)) return false;
  if (entry.remark || entry.cites.length > 0 || applicability.contradicts(entry.row!)) return false;
  if (isMistyped(context, remark.key, entry.span) || isMistyped(context, cites.key, entry.span)) return false;
  if (entry.remarkKey && losesText(sheet, entry.remarkKey)) return false;
  return !misshapen(sheet, entry.span, remark.key) && !misshapen(sheet, entry.span, cites.key);
}

function remarkHere(sheet: Sheet, entry: AnswerEntry, text: string): Edit[] {
  return entry.remarkKey ? fill(sheet, entry.remarkKey, text) : addKey(sheet, entry, sheet.catalogue.dialect.answer.remark.key, text);
}

/** Edits that belong together: nothing where one part cannot be done. */
function together(...parts: Edit[][]): Edit[] {
  return parts.some((part) => part.length === 0) ? [] : parts.flat();
}
