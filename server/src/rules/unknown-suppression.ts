import { rule, type LintContext } from '../lint/rule.ts';
import { suppressionsOf, type Suppression } from '../lint/suppressions.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

export const unknownSuppression = rule<{ suppression: Suppression; span: Span }>({
  code: 'unknown-suppression',
  severity: { default: 'warning', strict: 'warning' },
  *check({ sheet, codes }: LintContext) {
    for (const suppression of suppressionsOf(sheet)) {
      if (suppression.codes.length === 0) {
        yield { span: suppression.span, message: { key: 'unknown-suppression.empty' }, data: { suppression, span: suppression.span } };
      }
      for (const { code, span } of suppression.codes) {
        if (!codes.includes(code)) yield { span, message: { key: 'unknown-suppression.message', args: { code } }, data: { suppression, span } };
      }
    }
  },
  fixes: ({ data }, { sheet }) => [{ title: { key: 'fix.remove-suppression' }, edits: removal(sheet, data.suppression, data.span) }],
});

/** One code goes with its comma; a comment that names no other goes whole, with its line if it has one for itself. */
function removal(sheet: Sheet, { span, codes }: Suppression, code: Span): Edit[] {
  const text = sheet.document.getText();
  if (codes.length > 1) {
    const last = codes.at(-1)!.span.start === code.start;
    const start = last ? code.start - /[\s,，、]*$/.exec(text.slice(span.start, code.start))![0].length : code.start;
    const end = last ? code.end : code.end + /^[\s,，、]*/.exec(text.slice(code.end, span.end))![0].length;
    return [{ span: { start, end }, text: '' }];
  }
  const lineStart = sheet.document.offsetAt({ line: sheet.document.positionAt(span.start).line, character: 0 });
  const before = text.slice(lineStart, span.start);
  if (before.trim() !== '') return [{ span: { start: span.start - /[ \t]*$/.exec(before)![0].length, end: span.end }, text: '' }];
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(span.end))?.[0].length ?? 0;
  return [{ span: { start: lineStart, end: span.end + eol }, text: '' }];
}
