import type { Reference } from '../catalogue/references.ts';
import { rule } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { spelledReferences } from './text-references.ts';

interface Unknown {
  span: Span;
  written: string;
  reference?: Reference;
}

export const unknownReference = rule<Unknown>({
  code: 'unknown-reference',
  severity: { default: 'warning', strict: 'error' },
  *check({ sheet }) {
    if (!sheet.guideline) return;
    for (const { unknown, rows } of written(sheet)) {
      if (unknown.reference && sheet.guideline.judge(unknown.reference) !== 'unknown') continue;
      const args = { written: unknown.reference?.canonical ?? unknown.written, guideline: sheet.guideline.data.title };
      yield {
        span: unknown.span,
        message: { key: unknown.reference ? 'unknown-reference.message' : 'unknown-reference.no-reference', args },
        rows,
        data: unknown,
      };
    }
  },
  fixes: ({ data }, { sheet }) => sheet.guideline!.nearest(data.reference ?? data.written, 3).map((item) => ({
    title: { key: 'fix.replace-reference', args: { reference: item } }, edits: [{ span: data.span, text: item }],
  })),
});

function* written(sheet: Sheet): Generator<{ unknown: Unknown; rows: string[] }> {
  for (const entry of sheet.answers) {
    for (const { text, reference } of entry.references) {
      yield { unknown: { span: text.span, written: text.value, ...(reference ? { reference } : {}) }, rows: [entry.id] };
    }
  }
  for (const { span, written: text, reference, rows } of spelledReferences(sheet)) yield { unknown: { span, written: text, reference }, rows };
}
