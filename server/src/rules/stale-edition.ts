import { rule } from '../lint/rule.ts';
import type { Text } from '../sheet/model.ts';

export const staleEdition = rule<null>({
  code: 'stale-edition',
  severity: { default: 'info', strict: 'warning' },
  *check({ sheet }) {
    if (!sheet.guideline) return;
    const texts: [Text | undefined, string[]][] = [
      ...sheet.answers.map((entry) => [entry.remark, [entry.id]] as [Text | undefined, string[]]),
      ...sheet.remarks.map((entry) => [entry.text, []] as [Text | undefined, string[]]),
    ];
    for (const [text, rows] of texts) {
      if (!text) continue;
      const source = sheet.document.getText().slice(text.span.start, text.span.end);
      for (const { start, end, edition } of sheet.guideline.namesOtherEdition(source)) {
        yield {
          span: { start: text.span.start + start, end: text.span.start + end },
          message: { key: 'stale-edition.message', args: { edition, own: sheet.guideline.data.edition } },
          rows,
          data: null,
        };
      }
    }
  },
});
