import { insertion, lineStart } from '../edits/layout.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import { isProse, lateSuppressionsOf, suppressionsOf, type Suppression } from '../lint/suppressions.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { blankEnd, withoutEnd } from '../text/blank.ts';

type Data = { suppression: Suppression; span: Span; reason?: boolean } | { late: Span };

export const unknownSuppression = rule<Data>({
  code: 'unknown-suppression',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      57: いいえ # sds-disable-line unexplained -- 理由は契約書の別紙で説明する
    `,
    good: `
      57: いいえ # sds-disable-line unexplained-answer -- 理由は契約書の別紙で説明する
    `,
    ja: {
      title: '存在しない診断の抑制',
      what: '`# sds-disable-line` などの、指摘を抑制するコメントに、存在しない診断のコードが書かれているとき、またはコードがないときに指摘します。'
        + '開示書全体の `# sds-disable` が、最初の項目より後にあって効いていないときにも指摘します。',
      why: '抑制したつもりの指摘が、抑制されていません。',
      fixes: 'そのコードを取り除きます。ほかにコードがなければ、コメントごと取り除きます。コードの後の文には、前に「-- 」を付けて理由にします。'
        + '効いていない `# sds-disable` は、その行、または次の行だけの抑制にします。',
    },
    en: {
      title: 'Suppression of an unknown diagnostic',
      what: 'Reports a comment such as `# sds-disable-line` that names a code that does not exist, or none, '
        + 'and a `# sds-disable` for the whole sheet that stands below its first key, where it has no effect.',
      why: 'What it was meant to suppress is not suppressed.',
      fixes: 'Removes the code, or the whole comment where it names no other. Puts “-- ” before a text behind a code, which makes it the reason. '
        + 'Makes a `# sds-disable` without effect one for its line, or for the next.',
    },
  },
  *check({ sheet, codes }: LintContext) {
    for (const span of lateSuppressionsOf(sheet)) yield { span, message: { key: 'unknown-suppression.late' }, data: { late: span } };
    for (const suppression of suppressionsOf(sheet)) {
      if (suppression.codes.length === 0) {
        yield { span: suppression.span, message: { key: 'unknown-suppression.empty' }, data: { suppression, span: suppression.span } };
      }
      for (const { code, span } of suppression.codes) {
        if (codes.includes(code)) continue;
        const key = isProse(code) ? 'unknown-suppression.prose' : 'unknown-suppression.message';
        yield { span, message: { key, args: { code } }, data: { suppression, span, ...(isProse(code) && suppression.codes.length > 1 ? { reason: true } : {}) } };
      }
    }
  },
  fixes({ data }, { sheet }) {
    if ('late' in data) return [{ title: { key: 'fix.suppress-line' }, edits: [insertion(data.late.end, isAlone(sheet, data.late) ? '-next-line' : '-line')] }];
    return [data.reason
      ? { title: { key: 'fix.mark-reason' }, edits: [insertion(data.span.start, /\s/.test(sheet.document.getText()[data.span.start - 1]!) ? '-- ' : ' -- ')], preferred: true }
      : { title: { key: 'fix.remove-suppression' }, edits: removal(sheet, data.suppression, data.span) }];
  },
});

/** Whether nothing but the comment stands on its line. */
function isAlone(sheet: Sheet, { start }: Span): boolean {
  return /^[\s#＃]*$/.test(sheet.document.getText().slice(lineStart(sheet, start), start));
}

/** One code goes with its comma; a comment that names no other goes whole, with its line if it has one for itself. */
function removal(sheet: Sheet, { span, codes }: Suppression, code: Span): Edit[] {
  const text = sheet.document.getText();
  if (codes.length > 1) {
    const last = codes.at(-1)!.span.start === code.start;
    const start = last ? span.start + withoutEnd(text.slice(span.start, code.start), /[\s,，、]/).length : code.start;
    const end = last ? code.end : code.end + /^[\s,，、]*/.exec(text.slice(code.end, span.end))![0].length;
    return [{ span: { start, end }, text: '' }];
  }
  const start = lineStart(sheet, span.start);
  const before = text.slice(start, span.start);
  if (before.trim() !== '') return [{ span: { start: start + blankEnd(before), end: span.end }, text: '' }];
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(span.end))?.[0].length ?? 0;
  return [{ span: { start, end: span.end + eol }, text: '' }];
}
