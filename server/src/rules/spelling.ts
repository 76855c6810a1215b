import type { Message } from '../l10n/translate.ts';
import { rule } from '../lint/rule.ts';
import type { Edit } from '../sheet/notices.ts';
import { spelledReferences } from './text-references.ts';
import { inPlace, noticed, rowsOf } from './notices.ts';

/** Of white space around a word, which nobody sees, the message speaks in words. */
function messageOf(written: string, canonical: string): Message {
  return written.trim() === canonical
    ? { key: 'spelling.blank', args: { canonical } }
    : { key: 'spelling.message', args: { written: written.trim(), canonical } };
}

export const spelling = rule<{ canonical: string; edits: Edit[] }>({
  code: 'spelling',
  severity: { default: 'info', strict: 'warning' },
  hasSafeFixes: true,
  docs: {
    bad: `
      １７．２: はい
    `,
    good: `
      17.2: はい
    `,
    ja: {
      title: '表記のゆれ',
      what: '意味は読み取れるものの、標準の表記と違う設問番号、選択肢、回答、備考の番号、項番を指摘します。全角の数字や英字、余分な空白、ダッシュや波線の違い、'
        + 'PDFから写した部首の字形（「⽣」と「生」など）の違いです。備考の文中の項番も調べます。',
      why: '検索や差分で同じものとして見つからず、ほかのツールには別の設問や別の語として扱われます。',
      fixes: '読み取ったとおりの標準の表記に直します。',
    },
    en: {
      title: 'Spelling',
      what: 'Reports question numbers, options, answers, remark numbers and references that are understood but not in their usual spelling: full-width digits and letters, extra spaces, '
        + 'other dashes, radicals pasted from a PDF (“⽣” for “生”). References in the text of remarks are checked too.',
      why: 'A search or a comparison does not find them as the same thing, and other tools take them for another question or word.',
      fixes: 'Writes what was understood in its usual spelling.',
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'spelling')) {
      yield {
        span: notice.span,
        message: inPlace(context.sheet, notice.row, notice.span, messageOf(notice.written, notice.canonical)),
        rows: rowsOf(notice),
        data: { canonical: notice.canonical, edits: notice.edit ? [notice.edit] : [] },
      };
    }
    for (const { reference, span, written, rows } of spelledReferences(context.sheet)) {
      if (written === reference.canonical || context.sheet.guideline!.judge(reference) === 'unknown') continue;
      yield {
        span,
        message: inPlace(context.sheet, rows[0], span, { key: 'spelling.message', args: { written, canonical: reference.canonical } }),
        rows,
        data: { canonical: reference.canonical, edits: [{ span, text: reference.canonical }] },
      };
    }
  },
  fixes: ({ data }) => [
    { title: { key: 'fix.respell', args: { canonical: data.canonical } }, edits: data.edits, safe: true, preferred: true },
  ],
});
