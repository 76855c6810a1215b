/** A piece of the official text that belongs to one item. */
export interface OfficialItem {
  id: string;
  text: string;
  /** Of the document, counted from 1; absent where the text has no pages. */
  page?: number;
}

/** Why something is left out. */
export type Doubt =
  /** Its number does not follow the one before, or what follows it has not the next one. */
  | 'sequence'
  /** Found more than once. */
  | 'twice'
  /** A line within it may be a running head or foot. */
  | 'running'
  /** It goes on to a line that may be a heading and may be not. */
  | 'heading'
  /** There is nothing behind its number. */
  | 'empty';

export interface DoubtfulItem {
  id: string;
  doubt: Doubt;
  page?: number;
  /** The line that raises the doubt. */
  line?: string;
}

/** A line that looks like a heading, but has another title than the guideline's section. */
export interface DoubtfulHeading {
  id: string;
  page?: number;
  line: string;
}

/** What came of taking a guideline's text apart. */
export interface OfficialImport {
  /** How many pages the text has; 0 where it has no marks of them. */
  pages: number;
  /** The edition that the first pages name; absent where they name none. */
  edition?: string;
  /** Items and sub-items of the catalogue, in its order. */
  items: OfficialItem[];
  /** Sections whose heading was found. */
  sections: string[];
  /** Items of the catalogue without text, whatever the reason. */
  missing: string[];
  /** Items of the text that the catalogue does not have. */
  unknown: { id: string; page?: number }[];
  doubtful: DoubtfulItem[];
  headings: DoubtfulHeading[];
}
