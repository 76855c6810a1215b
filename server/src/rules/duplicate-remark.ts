import { removeEntry } from '../edits/remove.ts';
import { writeScalar } from '../edits/scalar.ts';
import { rule } from '../lint/rule.ts';
import type { RemarkEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { fold } from '../text/fold.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export const duplicateRemark = rule<{ remark: RemarkEntry; first: RemarkEntry }>({
  code: 'duplicate-remark',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      19:
        回答: はい
        備考: 1
      21:
        回答: はい
        備考: 2
      備考記載欄:
        1: 受け渡すファイルは送信前に検査している
        2: 受け渡すファイルは送信前に検査している
    `,
    good: `
      19:
        回答: はい
        備考: 1
      21:
        回答: はい
        備考: 1
      備考記載欄:
        1: 受け渡すファイルは送信前に検査している
    `,
    ja: {
      title: '同じ文の備考',
      what: '「備考記載欄」に同じ文の備考が2つ以上あるときに、2つ目から指摘します。',
      why: '片方だけが直されると、同じことについて違う説明が残ります。',
      fixes: '後の備考を取り除き、その引用を先の備考に付け替えます。両方を引用する設問があるときは、人が直します。',
    },
    en: {
      title: 'Remarks with the same text',
      what: 'Reports entries of 備考記載欄 with the same text, from the second one on.',
      why: 'Once only one of them is corrected, the sheet says two things about the same matter.',
      fixes: 'Removes the later one and cites the first instead. Where a row cites both, it is left to you.',
    },
  },
  *check({ sheet }) {
    const firsts = new Map<string, RemarkEntry>();
    for (const remark of sheet.remarks) {
      if (!remark.text || sheet.remark(remark.key.value) !== remark || isPlaceholder(remark.text.value, sheet.catalogue.dialect.placeholders)) continue;
      const text = fold(remark.text.value);
      const first = firsts.get(text);
      if (!first) {
        firsts.set(text, remark);
        continue;
      }
      yield {
        span: remark.text.span,
        message: { key: 'duplicate-remark.message', args: { remark: remark.id, first: first.id } },
        related: [{ span: first.text!.span, message: { key: 'duplicate-remark.first', args: { remark: first.id } } }],
        data: { remark, first },
      };
    }
  },
  fixes: ({ data: { remark, first } }, { sheet }) => [
    { title: { key: 'fix.merge-remark', args: { remark: remark.id, first: first.id } }, edits: merge(sheet, remark, first) },
  ],
});

/** Rows that cite both would cite one twice, so they are left to a person. */
function merge(sheet: Sheet, remark: RemarkEntry, first: RemarkEntry): Edit[] {
  const cites = sheet.answers.filter((entry) => entry.cites.some((cite) => cite.entry === remark));
  if (cites.some((entry) => entry.cites.some((cite) => cite.entry === first))) return [];
  const changed = cites.flatMap((entry) => entry.cites.filter((cite) => cite.entry === remark).map((cite) => ({ span: cite.text.span, text: writeScalar(first.id, 'flow') })));
  return [...changed, ...removeEntry(sheet, remark.key, remark.span)];
}
