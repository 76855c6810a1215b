import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const inconsistentAnswer = rule<Contradiction>({
  code: 'inconsistent-answer',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    for (const one of contradictions(context, 'gate', ['yes', 'open'])) yield contradictionDraft(context, one, 'inconsistent-answer.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['open'])),
});
