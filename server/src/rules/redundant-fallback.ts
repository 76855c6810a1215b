import { rule } from '../lint/rule.ts';
import { contradictionDraft, contradictionFixes, contradictions, type Contradiction } from './contradiction.ts';

export const redundantFallback = rule<Contradiction>({
  code: 'redundant-fallback',
  severity: { default: 'info', strict: 'warning' },
  docs: {
    bad: `
      17.3: はい
      17.4: はい
    `,
    good: `
      17.3: はい
      17.4: 対象外
    `,
    ja: {
      title: '代替の設問への「はい」',
      what: 'ある対策がないときの代わりを尋ねる設問に、元の対策があるにもかかわらず「はい」と答えているときに指摘します。',
      why: '両方を行っていることもありますが、読む人には、元の対策が十分でないように見えます。',
      fixes: 'この設問を「対象外」にします。',
    },
    en: {
      title: '“はい” for a substitute',
      what: 'Reports “はい” on a question about a substitute for a measure that is taken anyway.',
      why: 'Both may be in place, but it looks as if the measure itself were not enough.',
      fixes: 'Sets the question to 対象外.',
    },
  },
  *check(context) {
    for (const one of contradictions(context, 'fallback', ['yes', 'open'])) yield contradictionDraft(context, one, 'redundant-fallback.message');
  },
  fixes: ({ data }, context) => contradictionFixes(context, data, undefined),
});
