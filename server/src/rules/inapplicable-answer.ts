import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, openingFix, type Contradiction } from './contradiction.ts';

export const inapplicableAnswer = rule<Contradiction>({
  code: 'inapplicable-answer',
  severity: { default: 'warning', strict: 'error' },
  *check(context) {
    for (const one of contradictions(context, 'gate', ['no'])) yield contradictionDraft(context, one, 'inapplicable-answer.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, openingFix(context.sheet, data.cause.rows[0]!, ['open'])),
});
