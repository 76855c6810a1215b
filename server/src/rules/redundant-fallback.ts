import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, type Contradiction } from './contradiction.ts';

export const redundantFallback = rule<Contradiction>({
  code: 'redundant-fallback',
  severity: { default: 'info', strict: 'warning' },
  *check(context) {
    for (const one of contradictions(context, 'fallback', ['yes', 'open'])) yield contradictionDraft(context, one, 'redundant-fallback.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, undefined),
});
