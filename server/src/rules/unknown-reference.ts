import type { Reference } from '../catalogue/references.ts';
import { rule } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { isSuspicious } from '../text/suspicious.ts';
import { spelledReferences } from './text-references.ts';
import { inPlace } from './notices.ts';

interface Unknown {
  span: Span;
  written: string;
  reference?: Reference;
}

export const unknownReference = rule<Unknown>({
  code: 'unknown-reference',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      19:
        回答: はい
        参照項番: 6.5.C100
    `,
    good: `
      19:
        回答: はい
        参照項番: 6.5.C10
    `,
    ja: {
      title: 'ガイドラインにない項番',
      what: '「参照項番」や備考の文中の項番が、様式の準拠するガイドラインの項番の一覧にないときに指摘します。D項を調べるのは、一覧がそろっている節だけです。',
      why: '何を根拠とした回答なのかを、読む人や見直す人がたどれません。打ち間違いや、版の取り違えがよくあります。',
      fixes: '近い項番に書き換えます。',
    },
    en: {
      title: 'Reference that the guideline does not have',
      what: "Reports a reference, in 参照項番 or in the text of a remark, that is not among the items of the form's guideline. D items are checked only in sections whose list is complete.",
      why: 'Nobody can look up what the answer rests on. Slips and other editions are the usual causes.',
      fixes: 'Replaces it by a near item.',
    },
  },
  *check({ sheet }) {
    if (!sheet.guideline) return;
    for (const { unknown, rows } of written(sheet)) {
      if (unknown.reference ? sheet.guideline.judge(unknown.reference) !== 'unknown' : isSuspicious(unknown.written)) continue;
      const args = { written: unknown.reference?.canonical ?? unknown.written, guideline: sheet.guideline.data.title };
      yield {
        span: unknown.span,
        message: inPlace(sheet, rows[0], unknown.span, { key: unknown.reference ? 'unknown-reference.message' : 'unknown-reference.no-reference', args }),
        rows,
        data: unknown,
      };
    }
  },
  fixes: ({ data }, { sheet }) => sheet.guideline!.nearest(data.reference ?? data.written, 3).map((item) => ({
    title: { key: 'fix.replace-reference', args: { reference: item } }, edits: [{ span: data.span, text: item }],
  })),
});

function* written(sheet: Sheet): Generator<{ unknown: Unknown; rows: string[] }> {
  for (const entry of sheet.answers) {
    for (const { text, reference } of entry.references) {
      yield { unknown: { span: text.span, written: text.value, ...(reference ? { reference } : {}) }, rows: [entry.id] };
    }
  }
  for (const { span, written: text, reference, rows } of spelledReferences(sheet)) yield { unknown: { span, written: text, reference }, rows };
}
