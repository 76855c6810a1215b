import type { RowKind } from '../catalogue/form.ts';
import type { AnswerState } from '../conditions/state.ts';
import type { Message } from '../l10n/translate.ts';

/** A place in the sheet's text: line and UTF-16 column, both from zero. */
export interface Place {
  line: number;
  character: number;
}

/** A sheet as its form lays it out, in plain data: nothing in it is internal to the house. */
export interface SheetView {
  title: string;
  /** Printed in brackets behind the title. */
  caption: string;
  /** The form's id, which names its edition; empty when it is none that is installed. */
  edition: string;
  /** Whether an answer is still provisional, so that the sheet is stamped. */
  draft: boolean;
  /** Where the text could not be read as a sheet; the view may lack what stands there. */
  unreadable: Place[];
  /** The form's own header table. */
  header: FieldView[];
  /** Header fields outside the form's table; only those that are filled in. */
  aside: FieldView[];
  disclaimer: string;
  /** How many answer columns the table has. */
  columns: number;
  sections: SectionView[];
  /** Printed labels of the remark column and the table of remarks, and what stands for no remark. */
  remarkLabel: string;
  remarksLabel: string;
  noRemark: string;
  remarks: RemarkView[];
  /** In place of everything else, why nothing of the text was read. */
  unread?: Message;
  /** In place of the form's content, when the form is missing or not installed. */
  unknownForm?: UnknownFormView;
}

export interface FieldView {
  label: string;
  kind: 'text' | 'date';
  /** As written; empty when missing. */
  value: string;
  /** The value of a date field, when it is a calendar date. */
  date?: { year: number; month: number; day: number };
  /** Absent when the field is. */
  place?: Place;
}

export interface SectionView {
  ref: string;
  title: string;
  /** Printed above the title. */
  notes: string[];
  rows: RowView[];
}

export interface RowView {
  /** As output names it: `17.3.1`, `17.1/記憶`. */
  id: string;
  /** As printed in front of the question; empty for an option. */
  number: string;
  kind: RowKind;
  /** How many rows it stands below in the numbering. */
  depth: number;
  /** Printed above the row. */
  notes: string[];
  text: string;
  /** As printed behind the question, in brackets. */
  refs: string[];
  state: AnswerState;
  /** What is written in place of an answer, when it is none of the row's. */
  written?: string;
  answers: ChoiceView[];
  remarks: CiteView[];
  /** The row's key, or the line where the row would stand. */
  place: Place;
}

export interface ChoiceView {
  word: string;
  /** `written`: the answer. `implied`: the answer of a row that was left out because it does not apply. */
  mark: 'none' | 'written' | 'implied';
}

export interface CiteView {
  /** Absent for a name that the table of remarks does not have. */
  number?: string;
  /** True when the table of remarks has no such entry. */
  dangling: boolean;
}

export interface RemarkView {
  number: string;
  /** With the line breaks that are printed. */
  text: string;
  /** The key of an entry of the table of remarks, or the row whose own remark it is. */
  key?: string;
  row?: string;
  place: Place;
}

export interface UnknownFormView {
  /** What is written as the form; empty when nothing is. */
  written: string;
  installed: { id: string; title: string }[];
  /** The answers as written, in the sheet's order. */
  rows: { id: string; answer: string; isHeading: boolean; remarks: CiteView[]; place: Place }[];
}
