/**
 * A form (one edition of the disclosure sheet) as data. The shape of a file under `schemas/forms/`,
 * checked against `schemas/form.schema.json` before it gets here.
 */
export interface FormData {
  /** What a sheet writes behind 様式. */
  id: string;
  title: string;
  /** The guideline this form is based on: the id of an installed guideline, and how the form prints it. */
  guideline: { id: string; caption: string };
  /** Where the wording was taken from and what is known to be missing. */
  source: { title: string; url?: string; rights: string; gaps?: string[] };
  /** Printed under the header, unchanged. */
  disclaimer: string;
  /** Printed labels of the remark column and of the table of remarks. */
  labels: { remark: string; remarks: string; noRemark: string };
  header: HeaderFieldData[];
  answers: { gate: AnswerWordData[]; answer: AnswerWordData[] };
  sections: SectionData[];
  conditions: ConditionData[];
  constraints: ConstraintData[];
  /** The form this one replaces, and how its rows map to this one's. */
  supersedes?: { id: string; rows?: Record<string, string[]> };
}

export interface HeaderFieldData {
  /** The key in a sheet, and the label on the form. */
  key: string;
  kind: 'text' | 'date';
  required: boolean;
  /** False for what the sheet shows outside the form's own table. */
  inTable: boolean;
  gloss?: Gloss;
  description: Localised;
  /** Other ways to type the key: romaji, English. */
  typed: string[];
}

/** What an answer means to the conditions; every word of a form has one of these meanings. */
export type Meaning = 'open' | 'closed' | 'yes' | 'no' | 'inapplicable';

export interface AnswerWordData {
  word: string;
  meaning: Meaning;
  gloss?: Gloss;
  /** Ways to type the word that completion accepts: romaji, English, initials. */
  typed: string[];
  /** What people write when they mean this word; never read as the answer, but offered as a fix. */
  meant: string[];
  description: Localised;
}

export interface SectionData {
  /** Guideline section as printed behind the title. */
  ref: string;
  title: string;
  /** Printed between the section's title (or before it) and its rows. */
  notes?: NoteData[];
  rows: RowData[];
}

export interface NoteData {
  text: string;
  /** `section`: above the section's title. A row id: above that row. */
  above: string;
}

export type RowKind = 'gate' | 'answer' | 'heading' | 'option';

export interface RowData {
  /** The number printed on the form, without spaces; for an option `heading/key`. */
  id: string;
  kind: Exclude<RowKind, 'option'>;
  /** As printed, without the references in brackets. */
  text: string;
  /** Canonical references; a range is one string. */
  refs: string[];
  /** The premise the row states of itself (…場合). */
  premise?: string;
  /** The answers for which the form demands a remark. */
  remarkWhen?: string[];
  options?: OptionData[];
}

export interface OptionData {
  /** The key in a sheet. */
  key: string;
  /** As printed. */
  text: string;
  gloss?: Gloss;
  /** Other ways to type the key. */
  typed: string[];
  premise?: string;
  /** The answers for which the form demands a remark. */
  remarkWhen?: string[];
}

/** True when the effective answer of `row` is one of `is`, or none of `isNot`. */
export interface TestData {
  row: string;
  is?: string[];
  isNot?: string[];
  /** While this holds, a failed test says nothing (true or unknown, never false). */
  unknownWhen?: TestData;
}

/** When rows apply, beyond their gates and ancestors. */
export interface ConditionData {
  rows: string[];
  /** All must hold. */
  parent?: TestData[];
  /** The row is the substitute for another row: all must hold too, but a failed parent part wins. */
  fallback?: TestData[];
}

export type ConstraintData = AgreeConstraintData | AtLeastConstraintData;

/** The rows agree when every test of one case holds. */
export interface AgreeConstraintData {
  kind: 'agree';
  id: string;
  /** What the rows agree about. */
  about: Localised;
  cases: TestData[][];
}

/** At least `count` of `rows` have one of the answers `is`, once `when` holds. */
export interface AtLeastConstraintData {
  kind: 'atLeast';
  id: string;
  about: Localised;
  count: number;
  rows: string[];
  is: string[];
  when?: TestData;
}

/** What a Japanese term is in the other languages of the messages; never printed. */
export interface Gloss {
  en?: string;
}

export interface Localised {
  ja: string;
  en: string;
}
