/**
 * How a guideline's document is laid out, so that its text can be taken apart. Every pattern is a regular expression (flag u)
 * for one line, whose spelling was folded (NFKC without the grammar's `keep`, dashes and waves made one, runs of spaces one).
 */
export interface LayoutData {
  /** Lines that are no text: page numbers, running heads and foots. */
  furniture: string[];
  /** A line that says which page begins, with the group `page`; for texts without form feeds. */
  pageMark?: string;
  /** An entry of the table of contents, with the group `title`. */
  contentsEntry: string;
  /** From the outermost level to the one of the guideline's sections. */
  headings: HeadingLayout[];
  /** Headings of what holds no items; each ends the section before it. */
  boundaries?: string[];
  /** What a section is parted into, in the order in which a section has them; each at most once. */
  blocks: BlockLayout[];
  /** Headings between the items of a block. */
  groups?: string[];
  /** From the item to the innermost level. */
  items: ItemLayout[];
  /** How a paragraph begins inside an item, besides its sub-items. */
  paragraphs?: string[];
}

export interface HeadingLayout {
  /** A level of the guideline's grammar. */
  level: string;
  /** With the group `part`, the level's own part; and `title` where a title follows. */
  pattern: string;
}

export interface BlockLayout {
  pattern: string;
  /** The prefix of the family whose items the block holds; absent where it holds none. */
  family?: string;
}

export interface ItemLayout {
  /** A level of the guideline's grammar. */
  level: string;
  /** The number in front of an item, with the group `number`. */
  pattern: string;
  /** The level's own part, where `{number}` stands for the number and `{family}` for the block's family. */
  part: string;
}
