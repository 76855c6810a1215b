import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { AnswerWord, Form, HeaderField, Row } from '../catalogue/form-index.ts';
import type { Guideline } from '../catalogue/guideline-index.ts';
import type { Reference } from '../catalogue/references.ts';
import type { LineMap } from './lines.ts';
import type { Notice, SyntaxNotice } from './notices.ts';

/** A stretch of the document's text, in UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A scalar as written. */
export interface Text {
  /** What YAML reads, never turned into a number or a date. */
  value: string;
  /** The scalar with its quotes or block indicator. */
  span: Span;
  style: 'plain' | 'quoted' | 'block';
}

export interface HeaderEntry {
  key: Text;
  field: HeaderField;
  /** Absent when empty. */
  value?: Text;
  /** Key and value. */
  span: Span;
}

/** A remark of the table of remarks. */
export interface RemarkEntry {
  key: Text;
  /** The key as cites must spell it: a number in ASCII digits, any other name as written. */
  id: string;
  text?: Text;
  span: Span;
}

/** A remark key that a row cites. */
export interface Cite {
  text: Text;
  /** The first entry that this cite means, tolerant of width and spaces. */
  entry?: RemarkEntry;
}

export interface ReferenceEntry {
  text: Text;
  /** Absent when what is written is no reference of this guideline's grammar. */
  reference?: Reference;
}

/** A key below 回答, or an option below its question. */
export interface AnswerEntry {
  key: Text;
  /** The row's id; as written where the form has no such row. */
  id: string;
  row: Row | undefined;
  /** Key and value. */
  span: Span;
  /** The value's own stretch; absent when it is empty. */
  valueSpan: Span | undefined;
  /** `word`: a scalar. `block`, `flow`: a map so written. `empty`: nothing. `other`: what the dialect does not have. */
  shape: 'word' | 'block' | 'flow' | 'empty' | 'other';
  /** Whether the entry itself stands in a map written in braces. */
  inFlow: boolean;
  /** What is written as the answer; absent when empty. */
  word: Text | undefined;
  /** The key 回答 of a map, also when its value is empty. */
  wordKey: Text | undefined;
  /** The form's answer that `word` spells. */
  answer: AnswerWord | undefined;
  cites: Cite[];
  /** The key 備考 and its value, also when empty. */
  citesKey: Text | undefined;
  citesSpan: Span | undefined;
  /** True when 備考 says that there is none. */
  citesNone: boolean;
  remark: Text | undefined;
  /** The key 備考文, also when its value is empty. */
  remarkKey: Text | undefined;
  references: ReferenceEntry[];
  /** 要確認 stands here, `span` from its key to the end of its value; its text may be empty. */
  provisional: { key: Text; span: Span; text?: Text } | undefined;
  options: AnswerEntry[];
  /** The question that an option belongs to. */
  question: AnswerEntry | undefined;
}

/** @returns an entry of which nothing is known but where it stands; as with lines, all fields from the start make it fast */
export function newAnswerEntry(key: Text, id: string, span: Span, row: Row | undefined, question?: AnswerEntry): AnswerEntry {
  return {
    key, id, row, question, span, valueSpan: undefined, inFlow: false, shape: 'empty',
    word: undefined, wordKey: undefined, answer: undefined,
    cites: [], citesKey: undefined, citesSpan: undefined, citesNone: false,
    remark: undefined, remarkKey: undefined, references: [], provisional: undefined, options: [],
  };
}

/** One disclosure sheet, as well as it can be read. */
export interface Sheet {
  document: TextDocument;
  catalogue: Catalogue;
  /** Absent when 様式 is missing or names no installed form. */
  form?: Form;
  guideline?: Guideline;
  formKey?: Text;
  formText?: Text;
  header: HeaderEntry[];
  /** The key 回答. */
  answersKey?: Text;
  answersSpan?: Span;
  /** Every entry below 回答 in document order, each option behind its question. */
  answers: AnswerEntry[];
  remarksKey?: Text;
  remarksSpan?: Span;
  remarks: RemarkEntry[];
  /** The limit that the text is past, of which nothing was read: the only notice. */
  pastLimit?: SyntaxNotice;
  /** What reading the text brought to light. */
  notices: Notice[];
  /** The lines as they are indented and keyed, also where YAML gives up. */
  lines: LineMap;
  /** Entries that answer this row, in document order. */
  entriesOf(row: Row): AnswerEntry[];
  /** The first entry that answers this row. */
  entryOf(row: Row): AnswerEntry | undefined;
  /** The first entry of the table of remarks that `key` means. */
  remark(key: string): RemarkEntry | undefined;
  /** What was worked out of the sheet, by what works it out (per-sheet.ts). */
  worked: Map<(sheet: Sheet) => unknown, unknown>;
}
