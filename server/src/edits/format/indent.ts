import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import type { Block, Item, Outline } from './outline.ts';

/**
 * Indents each map and list by one unit more than the key above it. A value of several lines moves as a whole, comments
 * move with the lines that they stand at. A list at its key's own column stays there.
 * @param unit in columns
 * @param within whether a line may be changed, by its index; a map moves only with all its lines
 */
export function indentEdits(sheet: Sheet, outline: Outline, unit: number, within: (at: number) => boolean): Edit[] {
  const columns = columnsOf(outline, unit, within);
  const { lines } = sheet.lines;
  const next = nextItems(outline);
  let above: Item | undefined;
  return lines.flatMap((line, at) => {
    const owner = outline.owners[at];
    above = owner ?? above;
    if (line.kind === 'blank' || !within(at)) return [];
    if (line.kind === 'comment') return indentLine(sheet, line, commentColumn(columns, line, above, next[at]));
    if (!owner) return [];
    const column = columns.get(owner.block)!;
    return owner.at === at ? indentLine(sheet, line, column) : shiftLine(sheet, line, column - owner.block.column);
  });
}

/** Where each block's lines will begin. */
function columnsOf({ blocks }: Outline, unit: number, within: (at: number) => boolean): Map<Block, number> {
  const columns = new Map<Block, number>();
  for (const block of blocks) {
    const moves = Array.from({ length: block.last - block.first + 1 }, (_, index) => block.first + index).every(within);
    const { parent } = block;
    columns.set(block, parent && moves ? columns.get(parent.block)! + (parent.block.column === block.column ? 0 : unit) : block.column);
  }
  return columns;
}

/** The item that the next line belongs to which is neither blank nor a comment, for each line. */
function nextItems({ owners }: Outline): (Item | undefined)[] {
  const next = owners.map((): Item | undefined => undefined);
  for (let at = owners.length - 2; at >= 0; at--) next[at] = owners[at + 1] ?? next[at + 1];
  return next;
}

/**
 * @param above the item of the last line that is neither blank nor a comment
 * @param next that of the next one
 * @returns the column that a comment belongs at; undefined where it may stay
 */
function commentColumn(columns: Map<Block, number>, { indent }: Line, above: Item | undefined, next: Item | undefined): number | undefined {
  const moved = ({ block }: Item): number => indent + columns.get(block)! - block.column;
  if (next && next === above) return moved(above);
  if (next?.block.column === indent) return columns.get(next.block)!;
  if (!above) return undefined;
  const around: Block[] = [];
  for (let block: Block | undefined = above.block; block; block = block.parent?.block) around.push(block);
  const same = around.find(({ column }) => column === indent);
  if (same) return columns.get(same)!;
  if (next?.block.parent !== above && indent > above.block.column) return moved(above);
  // At no column of its own: where the next line is, or else with the innermost map that it is not left of.
  return columns.get(next?.block ?? around.find(({ column }) => column < indent) ?? around.at(-1)!);
}

function indentLine(sheet: Sheet, { start, end }: Line, column: number | undefined): Edit[] {
  const leading = /^[ \t\u00a0\u2000-\u200a\u202f\u3000]*/.exec(sheet.document.getText().slice(start, end))![0];
  if (column === undefined || leading === ' '.repeat(column)) return [];
  return [{ span: { start, end: start + leading.length }, text: ' '.repeat(column) }];
}

/** Moves a line of a text: what stands behind its spaces is its own. */
function shiftLine(sheet: Sheet, { start, end }: Line, by: number): Edit[] {
  const repair = sheet.lines.repairs.find(({ span }) => span.start === start && span.end > start);
  const spaces = /^ */.exec(sheet.document.getText().slice(start, end))![0].length;
  const known = repair && /^ *$/.test(repair.text) ? { length: repair.span.end - start, columns: repair.text.length } : { length: spaces, columns: spaces };
  if (by === 0 || start + known.length === end && known.columns === 0) return [];
  return [{ span: { start, end: start + known.length }, text: ' '.repeat(Math.max(0, known.columns + by)) }];
}
