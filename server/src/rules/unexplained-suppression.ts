import { rule } from '../lint/rule.ts';
import { suppressionsOf } from '../lint/suppressions.ts';

export const unexplainedSuppression = rule<null>({
  code: 'unexplained-suppression',
  severity: { default: 'off', strict: 'warning' },
  docs: {
    bad: `
      57: いいえ # sds-disable-line unexplained-answer
    `,
    good: `
      57: いいえ # sds-disable-line unexplained-answer -- 理由は契約書の別紙で説明する
    `,
    ja: {
      title: '理由のない抑制',
      what: '`# sds-disable-line` などの、指摘を抑制するコメントに `-- 理由` がないときに指摘します。',
      why: '抑制した理由が残っていなければ、次に見直す人は、それでよいのかを判断できません。',
    },
    en: {
      title: 'Suppression without a reason',
      what: 'Reports a comment such as `# sds-disable-line` that does not say why, as `-- reason`.',
      why: 'Whoever reviews the sheet next cannot judge whether the suppression is right.',
    },
  },
  *check({ sheet }) {
    for (const { span, reason, codes } of suppressionsOf(sheet)) {
      if (reason !== undefined || codes.length === 0) continue;
      yield { span, message: { key: 'unexplained-suppression.message' }, data: null };
    }
  },
});
