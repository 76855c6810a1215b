import { rule } from '../lint/rule.ts';
import { suppressionsOf } from '../lint/suppressions.ts';

export const unexplainedSuppression = rule<null>({
  code: 'unexplained-suppression',
  severity: { default: 'off', strict: 'warning' },
  *check({ sheet }) {
    for (const { span, reason, codes } of suppressionsOf(sheet)) {
      if (reason !== undefined || codes.length === 0) continue;
      yield { span, message: { key: 'unexplained-suppression.message' }, data: null };
    }
  },
});
