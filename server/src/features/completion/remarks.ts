import { CompletionItemKind } from 'vscode-languageserver-types';
import { addRemark, nextRemarkNumber } from '../../edits/remarks.ts';
import { writeScalar } from '../../edits/scalar.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { toTextEdit } from '../ranges.ts';
import { begins, contains, type Suggestion } from './item.ts';

/** The table's remarks, found by key or by words of their text, and a new one. */
export function citeSuggestions(cursor: Cursor, context: FeatureContext): Suggestion[] {
  const { sheet, translate } = context;
  const typed = cursor.typed.replace(/^["']|["']$/g, '');
  const found = sheet.remarks.flatMap((remark, index): Suggestion | [] => {
    const text = remark.text?.value ?? '';
    if (typed !== '' && !begins([remark.id], typed) && !contains(text, typed)) return [];
    return {
      label: remark.id, text: writeScalar(remark.id, 'flow'), kind: CompletionItemKind.Text,
      description: text.split(/\r?\n/, 1)[0]!, documentation: { remark: remark.id }, rank: index,
    };
  });
  const number = nextRemarkNumber(sheet);
  if (typed !== '' && !begins([number], typed)) return found;
  const also = addRemark(sheet, number, sheet.catalogue.dialect.placeholder).map((edit) => toTextEdit(sheet, edit));
  return [...found, {
    label: translate({ key: 'completion.new-remark', args: { number } }),
    text: number,
    kind: CompletionItemKind.Event,
    description: translate({ key: 'completion.new-remark-detail', args: { table: sheet.catalogue.dialect.sheet.remarks.key } }),
    rank: found.length,
    also,
  }];
}
