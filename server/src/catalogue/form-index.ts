import { fold, LONGEST_NAME } from '../text/fold.ts';
import type {
  AnswerWordData, ConditionData, FormData, Gloss, HeaderFieldData, Meaning, NoteData, RowKind, SectionData,
} from './form.ts';

export type AnswerWord = AnswerWordData;
export type HeaderField = HeaderFieldData;

export interface Section {
  ref: string;
  title: string;
  notes: NoteData[];
  /** Every row of the section in the form's order, options included. */
  rows: Row[];
}

/** A row of the form: a gate, a question, a heading or one of a heading's options. */
export interface Row {
  /** As output names it: `17.3.1`, `17.1/記憶`. */
  id: string;
  /** As a sheet's key spells it: `17.3.1`, `記憶`. */
  key: string;
  kind: RowKind;
  text: string;
  refs: string[];
  premise: string | undefined;
  remarkWhen: string[];
  /** Other ways to type the key. */
  typed: string[];
  gloss: Gloss | undefined;
  section: Section;
  /** The row above it in the numbering, whether or not that one decides anything. */
  parent: Row | undefined;
  children: Row[];
  options: Row[];
  /** Position in the form, from zero. */
  order: number;
  /** The answers this row takes; none for a heading. */
  words: AnswerWord[];
}

export interface Form {
  data: FormData;
  id: string;
  sections: Section[];
  rows: Row[];
  header: HeaderField[];
  /** The row with this id, folded or not; for an option `heading/key`. */
  row(id: string): Row | undefined;
  /** The option of `heading` with this key, folded or not. */
  option(heading: Row, key: string): Row | undefined;
  /** The form's answer that `written` spells, tolerant of width and spaces. */
  word(row: Row, written: string): AnswerWord | undefined;
  field(key: string): HeaderField | undefined;
  condition(row: Row): ConditionData | undefined;
}

/**
 * Indexes a form for look-up by everything else.
 * @param data a form that satisfies `schemas/form.schema.json`
 */
export function createForm(data: FormData): Form {
  const rows: Row[] = [];
  const sections = data.sections.map((section) => indexSection(section, data, rows));
  linkParents(rows);
  const byId = new Map(rows.map((row) => [fold(row.id), row]));
  const fields = new Map(data.header.map((field) => [fold(field.key), field]));
  // Of words that are alike, the first counts.
  const words = new Map(Object.values(data.answers).map((all) => [all, new Map([...all].reverse().map((word) => [fold(word.word), word]))]));
  const conditions = new Map(data.conditions.flatMap((condition) => condition.rows.map((id) => [id, condition] as const)));
  return {
    data,
    id: data.id,
    sections,
    rows,
    header: data.header,
    row: (id) => byId.get(fold(id)),
    option: (heading, key) => byId.get(fold(optionId(heading.id, key))),
    word: (row, written) => (written.length > LONGEST_NAME ? undefined : words.get(row.words)?.get(fold(written))),
    field: (key) => fields.get(fold(key)),
    condition: (row) => conditions.get(row.id),
  };
}

/** How output names an option of a question. */
export function optionId(heading: string, key: string): string {
  return `${heading}/${key}`;
}

/** @returns a row's question on one line; an option is understood only behind its question's */
export function questionOf(row: Row): string {
  return row.kind === 'option' && row.parent ? `${row.parent.text} ${row.text}` : row.text;
}

/** @returns the first of the row's own answers with one of these meanings */
export function wordMeaning(row: Row, ...meanings: Meaning[]): AnswerWord | undefined {
  return row.words.find((word) => meanings.includes(word.meaning));
}

/** @returns what a row answers that does not apply */
export function ruledOut(row: Row): AnswerWord | undefined {
  return wordMeaning(row, 'inapplicable') ?? wordMeaning(row, 'closed');
}

/** @returns every row below a row in the numbering, its options first, in the form's order */
export function rowsBelow(row: Row): Row[] {
  return row.children.flatMap((child) => [child, ...rowsBelow(child)]).sort((a, b) => a.order - b.order);
}

function indexSection(data: SectionData, form: FormData, all: Row[]): Section {
  const section: Section = { ref: data.ref, title: data.title, notes: data.notes ?? [], rows: [] };
  // Each with all fields and in one order: what goes through all rows is several times as fast so.
  const add = ({ id, key, kind, text, refs, premise, remarkWhen, typed, gloss, parent, words }: Omit<Row, 'section' | 'children' | 'options' | 'order'>): Row => {
    const full: Row = { id, key, kind, text, refs, premise, remarkWhen, typed, gloss, section, parent, children: [], options: [], order: all.length, words };
    all.push(full);
    section.rows.push(full);
    return full;
  };
  for (const row of data.rows) {
    const heading = add({
      id: row.id,
      key: row.id,
      kind: row.kind,
      text: row.text,
      refs: row.refs,
      premise: row.premise,
      remarkWhen: row.remarkWhen ?? [],
      typed: [],
      gloss: undefined,
      parent: undefined,
      words: row.kind === 'heading' ? [] : form.answers[row.kind],
    });
    for (const option of row.options ?? []) {
      const added = add({
        id: optionId(row.id, option.key),
        key: option.key,
        kind: 'option',
        text: option.text,
        refs: [],
        premise: option.premise,
        remarkWhen: option.remarkWhen ?? [],
        typed: option.typed,
        gloss: option.gloss,
        parent: heading,
        words: form.answers.answer,
      });
      heading.options.push(added);
      heading.children.push(added);
    }
  }
  return section;
}

/** A row belongs below the row whose number is the longest proper beginning of its own. */
function linkParents(rows: Row[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (row.parent) continue;
    let id = row.id;
    for (let cut = id.search(LAST_PART); cut > 0; cut = id.search(LAST_PART)) {
      id = id.slice(0, cut);
      const parent = byId.get(id);
      if (!parent) continue;
      row.parent = parent;
      parent.children.push(row);
      break;
    }
  }
}

const LAST_PART = /[.\-][^.\-]*$/;
