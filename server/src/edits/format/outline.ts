import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';
import { blockSign } from './block-text.ts';

/** A map or a list written in lines. */
export interface Block {
  /** The column of its keys or dashes, as meant. */
  column: number;
  /** The key above it; absent for the sheet itself. */
  parent?: Item;
  items: Item[];
  /** The indexes of its first line, and of the last one before something else begins. */
  first: number;
  last: number;
}

/** A key with its value, or an item of a list. */
export interface Item {
  line: Line;
  block: Block;
  /** The indexes of its first line, and of its last one that is neither blank nor a comment. */
  at: number;
  last: number;
  /** What it holds, in lines of their own. */
  below?: Block;
}

export interface Outline {
  /** Outer ones before those in them. */
  blocks: Block[];
  /** The item that each line belongs to: begins it, or goes on with its value; none for blank lines and comments. */
  owners: (Item | undefined)[];
}

/** @returns the document's maps and lists as its lines are indented */
export function outlineOf(sheet: Sheet): Outline {
  const { lines } = sheet.lines;
  const blocks: Block[] = [];
  const ends = emptyEnds(lines);
  const owners: Outline['owners'] = lines.map(() => undefined);
  const open: Block[] = [];
  lines.forEach((line, at) => {
    if (line.kind === 'blank' || line.kind === 'comment') return;
    if (line.kind === 'entry' || line.kind === 'item') {
      while (isOver(open.at(-1), line)) open.pop()!.last = at - 1;
      if (!goesOn(open.at(-1), line)) open.push(begin(blocks, line, at, open.at(-1)?.items.at(-1)));
      const block = open.at(-1)!;
      block.items.push({ line, block, at, last: at });
    }
    const owner = open.at(-1)?.items.at(-1);
    owners[at] = owner;
    if (!owner || !ends[at] || keepsEnd(sheet, owner)) for (const { items } of open) items.at(-1)!.last = at;
  });
  for (const block of open) block.last = lines.length - 1;
  return { blocks, owners };
}

/** A list may stand at the column of its key, and ends then with the next one. */
function isOver(block: Block | undefined, { kind, indent }: Line): boolean {
  return block !== undefined && (block.column > indent || (block.column === indent && kind === 'entry' && block.items[0]!.line.kind === 'item'));
}

function goesOn(block: Block | undefined, { kind, indent }: Line): boolean {
  return block?.column === indent && block.items[0]!.line.kind === kind;
}

function begin(blocks: Block[], line: Line, at: number, parent: Item | undefined): Block {
  const block: Block = { column: line.indent, items: [], first: at, last: at, ...(parent ? { parent } : {}) };
  if (parent) parent.below = block;
  blocks.push(block);
  return block;
}

/** Whether each line is one of the empty ones at the end of a block text. */
function emptyEnds(lines: Line[]): boolean[] {
  const ends = lines.map(() => false);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    ends[at] = line.inside === 'block' && line.start === line.end && (ends[at + 1] === true || lines[at + 1]?.inside !== 'block');
  }
  return ends;
}

/** Whether a text has the empty lines behind it as its own, or may have. */
function keepsEnd(sheet: Sheet, { line }: Item): boolean {
  return blockSign(sheet, line)?.includes('+') ?? true;
}
