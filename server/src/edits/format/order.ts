import type { Row } from '../../catalogue/form-index.ts';
import { fold } from '../../text/fold.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { PlacedEdits } from '../placed.ts';
import { reorder, type Chunk } from '../reorder.ts';
import { hasAlias } from '../sort.ts';
import { orderInBraces } from './flow-order.ts';
import type { Block, Item, Outline } from './outline.ts';

/**
 * Puts the keys of the sheet and those of each answer, also in braces on one line, into the order in which the form and the dialect
 * have them, never questions, options or remarks. A key that nobody knows stays behind the one above it. Comments travel with the key below
 * them, but what stands above the sheet's first key stays there.
 * @param edits others, which travel with their lines
 * @param within whether a line may be changed, by its index; a map is ordered only with all its keys
 * @returns all edits; those given where a key that moves could come to stand before what it refers to
 */
export function orderEdits(sheet: Sheet, { blocks }: Outline, edits: Edit[], within: (at: number) => boolean): Edit[] {
  if (hasAlias(sheet.document.getText())) return edits;
  const all = new PlacedEdits(edits);
  // Inner maps first, so that what moves in them travels on with the outer ones.
  for (const entry of sheet.form ? sheet.answers.toReversed() : []) {
    if (within(sheet.document.positionAt(entry.key.span.start).line)) orderInBraces(sheet, entry, all, (keys) => answerRanks(sheet, entry.question ? undefined : entry.row, keys));
  }
  for (const block of blocks.toReversed()) {
    const ranks = ranksOf(sheet, block);
    if (!ranks) continue;
    const ends = block.items.map((item) => lastLine(sheet, item));
    const first = block.parent ? block.parent.at + 1 : block.first;
    if (!within(first) || !within(ends.at(-1)!)) continue;
    const chunks = chunksOf(sheet, first, ends, ranks);
    all.add(reorder(sheet, chunks, all.take({ start: chunks[0]!.start, end: chunks.at(-1)!.end })));
  }
  return [...all.all];
}

/** Where each key of a map belongs; undefined for maps whose keys are in no order of their own. */
function ranksOf(sheet: Sheet, { items }: Block): number[] | undefined {
  const { role, path } = items[0]!.line;
  if (items.some(({ line }) => line.kind !== 'entry') || (role !== 'sheet' && role !== 'answer') || !sheet.form) return undefined;
  const keys = items.map(({ line: { keyText = '' } }) => keyText);
  if (role === 'answer') return answerRanks(sheet, path.length === 2 ? sheet.form.row(path[1]!) : undefined, keys);
  const { form, answers, remarks, internal } = sheet.catalogue.dialect.sheet;
  return ranked(keys, [form, ...sheet.form.header, answers, remarks, internal]);
}

/** The options of a question, in whatever order they are, stand before its other keys. */
function answerRanks({ form, catalogue }: Sheet, question: Row | undefined, keys: string[]): number[] {
  return ranked(keys, Object.values(catalogue.dialect.answer), (key) => question !== undefined && form!.option(question, key) !== undefined);
}

/** A key that nobody knows stays behind the one before it. */
function ranked(keys: string[], known: { key: string }[], isFirst?: (key: string) => boolean): number[] {
  const folded = known.map(({ key }) => fold(key));
  let rank = -1;
  return keys.map((key) => {
    const at = folded.indexOf(fold(key));
    if (at >= 0) rank = at;
    else if (isFirst?.(key)) rank = -1;
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
