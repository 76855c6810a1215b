import type { Row } from '../catalogue/form-index.ts';
import { rule, type LintContext } from '../lint/rule.ts';

export const unrelatedReference = rule<null>({
  code: 'unrelated-reference',
  severity: { default: 'hint', strict: 'info' },
  *check(context) {
    const { guideline } = context.sheet;
    if (!guideline) return;
    for (const entry of context.sheet.answers) {
      if (!entry.row) continue;
      for (const { text, reference } of entry.references) {
        if (!reference || guideline.judge(reference) !== 'known' || related(context, entry.row, guideline.grammar.expand(reference))) continue;
        yield {
          span: text.span, message: { key: 'unrelated-reference.message', args: { row: entry.id, reference: reference.canonical } }, rows: [entry.id], data: null,
        };
      }
    }
  },
});

/** Whether the question or a relative of it cites one of the items, an item above or one below. */
function related({ sheet }: LintContext, row: Row, ids: string[]): boolean {
  const grammar = sheet.guideline!.grammar;
  const above = (id: string): string[] => {
    const parent = grammar.parentOf(id);
    return parent === undefined ? [id] : [id, ...above(parent)];
  };
  let top = row;
  while (top.parent) top = top.parent;
  const cited = family(top).flatMap((one) => one.refs).flatMap((ref) => {
    const reference = grammar.parse(ref);
    return reference ? grammar.expand(reference) : [];
  });
  return ids.some((id) => cited.some((one) => above(one).includes(id) || above(id).includes(one)));
}

/** A question with all that is numbered below it. */
function family(row: Row): Row[] {
  return [row, ...row.children.flatMap(family)];
}
