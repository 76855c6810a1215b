import { fold } from '../../text/fold.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { reorder, type Chunk } from '../reorder.ts';
import { hasAlias } from '../sort.ts';
import type { Block, Item, Outline } from './outline.ts';

/**
 * Puts the keys of the sheet and those of each answer into the order in which the form and the dialect have them, never
 * questions, options or remarks. A key that nobody knows stays behind the one above it. Comments travel with the key below
 * them, but what stands above the sheet's first key stays there.
 * @param edits others, which travel with their lines
 * @param within whether a line may be changed, by its index; a map is ordered only with all its keys
 * @returns all edits; those given where a key that moves could come to stand before what it refers to
 */
export function orderEdits(sheet: Sheet, { blocks }: Outline, edits: Edit[], within: (at: number) => boolean): Edit[] {
  if (hasAlias(sheet.document.getText())) return edits;
  // Inner maps first, so that what moves in them travels on with the outer ones.
  return blocks.toReversed().reduce((all, block) => {
    const ranks = ranksOf(sheet, block);
    if (!ranks) return all;
    const ends = block.items.map((item) => lastLine(sheet, item));
    const first = block.parent ? block.parent.at + 1 : block.first;
    return within(first) && within(ends.at(-1)!) ? reorder(sheet, chunksOf(sheet, first, ends, ranks), all) : all;
  }, edits);
}

/** Where each key of a map belongs; undefined for maps whose keys are in no order of their own. */
function ranksOf(sheet: Sheet, { items }: Block): number[] | undefined {
  const { role, path } = items[0]!.line;
  if (items.some(({ line }) => line.kind !== 'entry') || (role !== 'sheet' && role !== 'answer') || !sheet.form) return undefined;
  const { dialect } = sheet.catalogue;
  const keys = role === 'answer'
    ? Object.values(dialect.answer).map(({ key }) => key)
    : [dialect.sheet.form, ...sheet.form.header, dialect.sheet.answers, dialect.sheet.remarks, dialect.sheet.internal].map(({ key }) => key);
  const folded = keys.map((key) => fold(key));
  const question = sheet.form.row(path[1] ?? '');
  let rank = -1;
  return items.map(({ line: { keyText = '' } }) => {
    const known = folded.indexOf(fold(keyText));
    // The options of a question, in whatever order they are, stand before its other keys.
    if (known >= 0) rank = known;
    else if (role === 'answer' && question && path.length === 2 && sheet.form!.option(question, keyText)) rank = -1;
    return rank;
  });
}

function chunksOf({ document, lines: { lines } }: Sheet, first: number, ends: number[], ranks: number[]): Chunk[] {
  const startOf = (at: number): number => lines[at]?.start ?? document.getText().length;
  let from = startOf(first);
  return ends.map((end, index) => {
    const chunk = { start: from, end: startOf(end + 1), order: ranks[index]! };
    from = chunk.end;
    return chunk;
  });
}

/** The last line of an item, or of the comments below it that are indented deeper. */
function lastLine(sheet: Sheet, { block, last }: Item): number {
  const { lines } = sheet.lines;
  let end = last;
  for (let at = last + 1; ; at++) {
    const line = lines[at];
    if (line?.kind === 'comment' && line.indent > block.column) end = at;
    else if (line?.kind !== 'blank' && !(line?.inside === 'block' && line.start === line.end)) return end;
  }
}
