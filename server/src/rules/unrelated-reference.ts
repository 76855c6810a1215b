import { citedByFamily } from '../catalogue/asked-by.ts';
import type { Row } from '../catalogue/form-index.ts';
import { rule, type LintContext } from '../lint/rule.ts';

export const unrelatedReference = rule<null>({
  code: 'unrelated-reference',
  severity: { default: 'hint', strict: 'info' },
  docs: {
    bad: `
      21:
        回答: はい
        参照項番: 6.10.C1
    `,
    good: `
      21:
        回答: はい
        参照項番: 6.5.C12
    `,
    ja: {
      title: '設問が引いていない項番',
      what: '「参照項番」の項番を、その設問も、その上位・下位の設問も引いていないときに指摘します。',
      why: '打ち間違いのことがあります。別の項番を根拠とするのであれば、そのままで差し支えありません。',
    },
    en: {
      title: 'Reference that the question does not cite',
      what: 'Reports an item in 参照項番 that neither the question nor those above and below it cite.',
      why: 'It may be a slip. If the answer rests on another item, leave it as it is.',
    },
  },
  *check(context) {
    const { guideline } = context.sheet;
    if (!guideline) return;
    for (const entry of context.sheet.answers) {
      if (!entry.row) continue;
      for (const { text, reference } of entry.references) {
        if (!reference || guideline.judge(reference) === 'unknown' || related(context, entry.row, guideline.grammar.expand(reference))) continue;
        yield {
          span: text.span, message: { key: 'unrelated-reference.message', args: { row: entry.id, reference: reference.canonical } }, rows: [entry.id], data: null,
        };
      }
    }
  },
});

/** Whether the question or a relative of it cites one of the items, an item above or one below. */
function related({ sheet }: LintContext, row: Row, ids: string[]): boolean {
  const guideline = sheet.guideline!;
  const above = (id: string): string[] => {
    const parent = guideline.grammar.parentOf(id);
    return parent === undefined ? [id] : [id, ...above(parent)];
  };
  return ids.some((id) => citedByFamily(row, guideline).some((one) => above(one).includes(id) || above(id).includes(one)));
}
