import type { BlockLayout, ItemLayout, LayoutData } from '../catalogue/layout.ts';

/** A layout's patterns, compiled. */
export interface Patterns {
  contentsEntry: RegExp;
  headings: { level: string; pattern: RegExp }[];
  boundaries: RegExp[];
  blocks: { layout: BlockLayout; pattern: RegExp }[];
  groups: RegExp[];
  items: { layout: ItemLayout; pattern: RegExp }[];
  paragraphs: RegExp[];
}

export function compiled(layout: LayoutData): Patterns {
  const expression = (pattern: string): RegExp => new RegExp(pattern, 'u');
  return {
    contentsEntry: expression(layout.contentsEntry),
    headings: layout.headings.map(({ level, pattern }) => ({ level, pattern: expression(pattern) })),
    boundaries: (layout.boundaries ?? []).map(expression),
    blocks: layout.blocks.map((block) => ({ layout: block, pattern: expression(block.pattern) })),
    groups: (layout.groups ?? []).map(expression),
    items: layout.items.map((item) => ({ layout: item, pattern: expression(item.pattern) })),
    paragraphs: (layout.paragraphs ?? []).map(expression),
  };
}

/**
 * @param keep circled numbers and the like, in the order in which they count
 * @returns what a number counts to: 3, c and ③ are 3; undefined for what is no number
 */
export function ordinal(number: string, keep: string): number | undefined {
  if (/^[0-9]+$/.test(number)) return Number(number);
  if (/^[a-z]$/.test(number)) return number.charCodeAt(0) - 96;
  const at = [...keep].indexOf(number);
  return at < 0 ? undefined : at + 1;
}
