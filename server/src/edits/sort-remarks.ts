import type { RemarkEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { byNumber, isRemarkNumber } from '../sheet/remarks.ts';
import { isRemarksFlow } from './remarks.ts';
import { reorder, type Chunk } from './reorder.ts';
import { firstLine, hasAlias, lastLine } from './sort.ts';

/**
 * Puts the entries of the table of remarks into the order of their numbers by moving whole lines; comments travel with the
 * entry below them, and a name stays behind the entry above it.
 * @param keys other keys that entries are about to have
 * @param inner edits within entries, which travel with them
 * @returns `inner` alone where the lines cannot be moved: in braces, where YAML cannot read the sheet, beside aliases
 */
export function sortRemarks(sheet: Sheet, keys: ReadonlyMap<RemarkEntry, string>, inner: Edit[]): Edit[] {
  const { remarks } = sheet;
  if (remarks.length === 0 || isRemarksFlow(sheet) || sheet.notices.some((notice) => notice.kind === 'syntax')) return inner;
  const chunks = chunksOf(sheet, (entry) => keys.get(entry) ?? entry.id);
  return hasAlias(sheet.document.getText().slice(chunks[0]!.start, chunks.at(-1)!.end)) ? inner : reorder(sheet, chunks, inner);
}

function chunksOf(sheet: Sheet, keyOf: (entry: RemarkEntry) => string): Chunk[] {
  const text = sheet.document.getText();
  const ranks = new Map(sheet.remarks.map(keyOf).filter(isRemarkNumber).sort(byNumber).map((key, index) => [key, index]));
  let start = firstLine(sheet, sheet.remarks[0]!.key.span.start);
  let order = -1;
  return sheet.remarks.map((entry) => {
    order = ranks.get(keyOf(entry)) ?? order;
    const last = lastLine(sheet, entry);
    const end = last + (/^(?:\r\n|\n|\r)/.exec(text.slice(last, last + 2))?.[0].length ?? 0);
    const chunk = { start, end, order };
    start = end;
    return chunk;
  });
}
