import { behindColon } from '../edits/layout.ts';
import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';

export const unconfirmedAnswer = rule<AnswerEntry>({
  code: 'unconfirmed-answer',
  severity: { default: 'info', strict: 'error' },
  *check({ sheet }) {
    for (const entry of sheet.answers) {
      if (!entry.provisional) continue;
      const reason = entry.provisional.text?.value.trim() ?? '';
      yield {
        span: entry.provisional.key.span,
        message: { key: 'unconfirmed-answer.message', args: { row: entry.id, reason, given: reason === '' ? 'no' : 'yes' } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-entry', args: { key: data.provisional!.key.value } }, edits: removal(sheet, data) },
  ],
});

function removal(sheet: Sheet, { provisional, shape }: AnswerEntry): ReturnType<typeof removeEntry> {
  if (shape === 'other') return [];
  const { key, text } = provisional!;
  const end = text?.span.end ?? behindColon(sheet, key.span.end) ?? key.span.end;
  return removeEntry(sheet, key, { start: key.span.start, end });
}
