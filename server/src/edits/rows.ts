import type { Row, Section } from '../catalogue/form-index.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { withoutEnd } from '../text/blank.ts';
import { clear } from './answer.ts';
import { bracesOf, collectionAround, hasValue } from './braces.ts';
import { behindColon, columnOf, contentEnd, indentUnit, insertion, lineBreak, lineEnd } from './layout.ts';
import { QuestionStyle } from './questions/style.ts';
import { nearestAbove, optionsInBraces, rowsInBraces } from './rows-in-braces.ts';

/**
 * Adds keys for rows that the sheet lacks, each behind the nearest row above it on the form. Where the sheet has the
 * questions as comments, those rows get theirs.
 * @param rows rows without an entry, in any order
 * @param word the answer of each; none leaves it empty
 * @returns nothing where what 回答 has is no map
 */
export function insertRows(sheet: Sheet, rows: Row[], word?: string): Edit[] {
  const { answersKey, answersSpan } = sheet;
  if (!answersKey) return [];
  const sorted = [...rows].sort((a, b) => a.order - b.order);
  const braces = bracesOf(sheet, answersKey.span);
  const nested = collectionAround(sheet, answersKey.span) !== undefined;
  if (braces && (nested || sheet.document.getText().slice(braces.start + 1, braces.end - 1).trim() !== '')) return rowsInBraces(sheet, braces, sorted, word);
  if (nested || (!braces && sheet.answers.length === 0 && hasValue(sheet, answersKey.span, answersSpan!))) return [];
  return [...(braces ? [erased(sheet, braces)] : []), ...insertLines(sheet, sorted, word, braces?.end ?? answersKey.span.end)];
}

/** Takes empty braces away. */
function erased(sheet: Sheet, { start, end }: Span): Edit {
  return { span: { start: withoutEnd(sheet.document.getText().slice(0, start), /[ \t\u3000]/).length, end }, text: '' };
}

/**
 * @param rows in the form's order
 * @param top the end of what stands above all rows
 */
function insertLines(sheet: Sheet, rows: Row[], word: string | undefined, top: number): Edit[] {
  const questions = sheet.answers.filter((entry) => !entry.question);
  const writer = new RowWriter(sheet, rows, word);
  const first = questions[0];
  const column = first ? columnOf(sheet, first.key.span.start) : columnOf(sheet, sheet.answersKey!.span.start) + indentUnit(sheet);
  const texts = new Map<number, string>();
  const add = (offset: number, text: string): void => {
    texts.set(offset, (texts.get(offset) ?? '') + text);
  };
  const blank = new Set(rows.flatMap((row) => (row.kind === 'option' ? sheet.entryOf(row.parent!) ?? [] : [])));
  const edits: Edit[] = [...blank].flatMap((entry) => (entry.shape === 'empty' ? clear(sheet, entry.key) : []));
  const inBraces = new Map<AnswerEntry, Row[]>();
  for (const row of rows) {
    const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
    if (question?.shape === 'flow') inBraces.set(question, [...inBraces.get(question) ?? [], row]);
    else if (question) {
      const option = writer.option(question, row);
      if (option?.text.startsWith(writer.eol)) add(option.span.start, option.text);
      else if (option) edits.push(option);
    } else add(anchor(sheet, questions, row, writer.style, top), writer.lines(row, column));
  }
  for (const [question, options] of inBraces) edits.push(...optionsInBraces(sheet, question, options, word));
  return [...edits, ...[...texts].map(([offset, text]) => insertion(offset, text))];
}

/**
 * Writes rows as `insertRows` does, for a place that is known already.
 * @param rows of the sheet's form, in its order
 * @param column of their keys
 * @returns for each row its lines, each behind a line break; the last one ends behind the row's colon
 */
export function writeRows(sheet: Sheet, rows: Row[], column: number): { row: Row; text: string }[] {
  const writer = new RowWriter(sheet, rows, undefined);
  return rows.map((row) => ({ row, text: writer.lines(row, column) }));
}

/** Behind the entry of the nearest row above on the form, below the title of the row's section, or behind the key 回答 itself. */
function anchor(sheet: Sheet, questions: AnswerEntry[], row: Row, style: QuestionStyle, top: number): number {
  const best = nearestAbove(questions, row.order);
  const title = best?.row?.section === row.section ? undefined : style.titleAbove(row);
  return title ?? lineEnd(sheet, best ? contentEnd(sheet, best.span) : top);
}

/** Writes rows, each line behind a line break. */
class RowWriter {
  readonly eol: string;
  readonly style: QuestionStyle;
  readonly #sheet: Sheet;
  readonly #rows: Row[];
  readonly #word: string | undefined;
  readonly #begun = new Set<Section>();

  constructor(sheet: Sheet, rows: Row[], word: string | undefined) {
    this.#sheet = sheet;
    this.#rows = rows;
    this.#word = word;
    this.eol = lineBreak(sheet);
    this.style = new QuestionStyle(sheet);
  }

  /** A row of its own; a heading's own line stands before the first of its missing options. */
  lines(row: Row, column: number): string {
    if (row.kind !== 'option') return this.#line(row, column);
    const option = this.#line(row, column + indentUnit(this.#sheet));
    const first = row.parent!.options.find((one) => this.#rows.includes(one)) === row;
    return first ? this.#line(row.parent!, column) + option : option;
  }

  /** An option below its heading, which the sheet has and does not write in braces. */
  option(question: AnswerEntry, row: Row): Edit | undefined {
    const sheet = this.#sheet;
    if (question.shape === 'empty') {
      return insertion(lineEnd(sheet, question.key.span.end), this.#line(row, columnOf(sheet, question.key.span.start) + indentUnit(sheet)));
    }
    if (question.shape !== 'block') return undefined;
    const above = question.options.filter((option) => option.row && option.row.order < row.order).at(-1);
    const column = columnOf(sheet, question.valueSpan!.start);
    if (above) return insertion(lineEnd(sheet, contentEnd(sheet, above.span)), this.#line(row, column));
    // Not right before the first key: the comments above that are its own.
    if (behindColon(sheet, question.key.span.end) !== undefined) return insertion(lineEnd(sheet, question.key.span.end), this.#line(row, column));
    return insertion(question.valueSpan!.start, `${this.#member(row)}${this.eol}${' '.repeat(column)}`);
  }

  #line(row: Row, column: number): string {
    const first = !this.#begun.has(row.section);
    this.#begun.add(row.section);
    const indent = ' '.repeat(column);
    return [...this.style.above(row, first), this.#member(row)].map((line) => this.eol + (line === '' ? '' : indent + line)).join('');
  }

  #member(row: Row): string {
    return this.#word === undefined || row.kind === 'heading' ? `${row.key}:` : `${row.key}: ${this.#word}`;
  }
}
