import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form, HeaderField, Row, Section } from '../catalogue/form-index.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { noteComments, questionComment, sectionComments } from '../edits/questions/texts.ts';
import { writeScalar } from '../edits/scalar.ts';
import { readSheet } from '../sheet/read.ts';
import { isAmbiguousNumber } from '../text/ambiguous-number.ts';

export interface NewSheet {
  /** Values of header fields by key; a required one that is not given is left empty. */
  header: Record<string, string>;
  /** Answers known already, by row: gates, and rows whose premise does not hold. */
  answers: Record<string, string>;
}

/** A line of a new sheet. */
export interface SheetLine {
  text: string;
  /** What is still to be written behind the colon at its end, after a space. */
  open?: HeaderField | Row;
}

/**
 * Writes a new sheet: the header, then every row that may apply under the answers given, the others of them
 * empty, each below a comment with its question.
 * @returns the sheet's text, with LF line ends
 */
export function newSheet(catalogue: Catalogue, form: Form, given: NewSheet): string {
  // An answer that was given is never lost, also where the others rule its row out: checking the sheet will tell.
  const rows = new Set([...applicableRows(catalogue, form, given.answers), ...form.rows.filter((row) => isGiven(row, given))]);
  return `${newSheetLines(catalogue, form, given, rows).map(({ text }) => text).join('\n')}\n`;
}

/** @returns the lines of a new sheet that has only these rows */
export function newSheetLines(catalogue: Catalogue, form: Form, given: NewSheet, rows: ReadonlySet<Row>): SheetLine[] {
  const { sheet } = catalogue.dialect;
  const header = form.header.flatMap((field): SheetLine[] => {
    const value = given.header[field.key] ?? '';
    if (value !== '') return [{ text: `${field.key}: ${isAmbiguousNumber(value) ? `'${value}'` : writeScalar(value, 'block')}` }];
    return field.required ? [{ text: `${field.key}:`, open: field }] : [];
  });
  const answers = form.sections.flatMap((section) => sectionLines(section, rows, given));
  return [{ text: `${sheet.form.key}: ${writeScalar(form.id, 'block')}` }, ...header, { text: '' }, { text: `${sheet.answers.key}:` }, ...answers];
}

function sectionLines(section: Section, rows: ReadonlySet<Row>, given: NewSheet): SheetLine[] {
  const lines = section.rows.filter((row) => rows.has(row)).flatMap((row): SheetLine[] => {
    const indent = row.kind === 'option' ? '    ' : '  ';
    const answer = given.answers[row.id];
    const comments = [...noteComments(row), questionComment(row)].map((comment) => ({ text: indent + comment }));
    if (answer !== undefined) return [...comments, { text: `${indent}${row.key}: ${answer}` }];
    return [...comments, { text: `${indent}${row.key}:`, ...(row.words.length > 0 ? { open: row } : {}) }];
  });
  return lines.length === 0 ? [] : [{ text: '' }, ...sectionComments(section).map((comment) => ({ text: `  ${comment}` })), ...lines];
}

/** A heading is given with its options. */
function isGiven(row: Row, { answers }: NewSheet): boolean {
  return row.id in answers || row.options.some((option) => option.id in answers);
}

/**
 * @param answers words by row
 * @returns every row but those that the answers rule out; an option belongs to its heading
 */
export function applicableRows(catalogue: Catalogue, form: Form, answers: Record<string, string>): Set<Row> {
  const { sheet } = catalogue.dialect;
  const lines = [`${sheet.form.key}: ${form.id}`, `${sheet.answers.key}:`];
  for (const row of form.rows) {
    const word = answers[row.id];
    if (word !== undefined) lines.push(`  ${row.kind === 'option' ? '  ' : ''}${writeScalar(row.key, 'block')}: ${writeScalar(word, 'block')}`);
    else if (row.options.some((option) => option.id in answers)) lines.push(`  ${writeScalar(row.key, 'block')}:`);
  }
  const known = applicabilityOf(readSheet(TextDocument.create('new:', 'sds-yaml', 0, lines.join('\n')), catalogue));
  return new Set(form.rows.filter((row) => known.applies(row).value !== false));
}

/** @returns the rows to ask about first: gates, then rows that state a premise, in the form's order */
export function leadingQuestions(form: Form): { gates: Row[]; premises: Row[] } {
  return {
    gates: form.rows.filter((row) => row.kind === 'gate'),
    premises: form.rows.filter((row) => row.kind === 'answer' && row.premise !== undefined),
  };
}
