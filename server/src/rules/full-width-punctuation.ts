import { quotedWords } from '../l10n/translate.ts';
import { rule } from '../lint/rule.ts';
import type { Edit } from '../sheet/notices.ts';
import { inPlace, noticed, rowsOn } from './notices.ts';

export const fullWidthPunctuation = rule<{ edits: Edit[] }>({
  code: 'full-width-punctuation',
  severity: { default: 'error', strict: 'error' },
  hasSafeFixes: true,
  docs: {
    bad: `
      3：はい
    `,
    good: `
      3: はい
    `,
    ja: {
      title: '全角で書かれたYAMLの記号',
      what: 'コロン、区切り、かっこ、字下げなど、YAMLが半角を求める記号が全角で書かれている箇所を指摘します。内容は、半角の記号として読み取っています。',
      why: 'YAMLを読むほかのツールは全角の記号を文字として扱うため、同じ開示書として読めません。',
      fixes: '全角の記号を、読み取ったとおりの半角の記号に置き換えます。本文の中の全角の記号は変えません。',
    },
    en: {
      title: 'Full-width punctuation',
      what: 'Reports colons, separators, brackets and indentation typed full-width where YAML needs its own characters. They are read as meant.',
      why: 'Other tools that read YAML take full-width punctuation for text, so they do not read the same sheet.',
      fixes: 'Replaces the punctuation by what it is read as. Full-width punctuation inside text stays.',
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'punctuation')) {
      const marks = notice.edits.map(({ span }) => context.sheet.document.getText().slice(span.start, span.end)).join('');
      const wide = [...new Set(marks.match(/[\u3000-\u303f\uff00-\uffef]/g) ?? [])];
      const rows = rowsOn(context.sheet, notice.span);
      const named = quotedWords(wide.map((mark) => (mark === '\u3000' ? { key: 'list.wide-space' } : mark)));
      yield {
        span: notice.span,
        message: inPlace(context.sheet, rows[0], notice.span, { key: 'full-width-punctuation.message', args: { marks: named } }),
        rows,
        data: { edits: notice.edits },
      };
    }
  },
  fixes: ({ data }) => [{ title: { key: 'fix.half-width' }, edits: data.edits, safe: true, preferred: true }],
});
