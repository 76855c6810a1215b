import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const parentMismatch = rule<Contradiction>({
  code: 'parent-mismatch',
  severity: { default: 'warning', strict: 'warning' },
  *check(context) {
    for (const one of contradictions(context, 'parent', ['yes', 'open'])) yield contradictionDraft(context, one, 'parent-mismatch.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['yes', 'open'])),
});
